// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.dates;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up articles of about 600 words with a dozen dates each. */
final class Reports {
    private static final int COUNT = 500;
    private static final int WORDS = 600;
    private static final long SEED = 6;
    private static final String[] DATED = {
        "The envoy said on Tuesday that Kyiv has until Thursday to answer the proposal of the delegation.",
        "A reply is due by November 27, 2025, an official told reporters who travelled with the delegation.",
        "Elections would have to be held within 100 days, the draft says in its last part.",
        "The ministers will meet again early next week to look at the points that are still open.",
        "The offer stands until midnight Brussels time on Friday, and it may be repeated.",
        "Talks went on from Monday to Thursday, between delegations that hardly spoke to each other.",
        "The assets have been frozen since February 2022 and would stay so until the end of the year.",
        "He repeated two days ago that the plan could be signed by Thanksgiving if both sides agree."
    };
    private static final String[] UNDATED = {
        "The army would be held at a size that the general staff calls too small to deter anyone.",
        "Several allies in the region asked for the guarantees to be written into a treaty of their own.",
        "The president spoke of the pressure that a small country may feel and asked for the text to be read again.",
        "An adviser to the government said that the second point of the plan had been rewritten at the request of the"
                + " military, and that the price of the reconstruction was put at more than $100 billion.",
        "Nobody in the room, the diplomat recalled, asked who would march on the ministry if the vote went wrong.",
        "The territory that the text describes has not been under the control of one side at any time.",
        "A spokesman for the commission did not want to say to whom the letter had been sent, or by which of the staff."
    };
    private static final int DATES = 12;

    private Reports() {}

    static List<String> make() {
        var random = new SplittableRandom(SEED);
        return IntStream.range(0, COUNT).mapToObj(i -> make(random)).toList();
    }

    private static String make(SplittableRandom random) {
        var text = new StringBuilder();
        var words = 0;
        for (int dates = 0; words < WORDS; ) {
            var dated = dates < DATES && random.nextInt(3) == 0;
            var from = dated ? DATED : UNDATED;
            var sentence = from[random.nextInt(from.length)];
            dates += dated ? 1 : 0;
            text.append(sentence).append(random.nextInt(4) == 0 ? "\n" : " ");
            words += sentence.split(" ").length;
        }
        return text.toString().strip();
    }
}
