// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts in the furniture of the furnished outlets that have nothing to do with one another. Each has one sentence from
 * each of a dozen reports, and none has more than one in common with another.
 */
final class Unrelated {
    private static final int PER_OUTLET = 4;
    private static final int SENTENCES = 13;
    private static final int MINUTES = 72 * 60;

    private Unrelated() {}

    static Stream<Labelled> from(List<Report> reports, Supplies supplies, Instant start, Random random) {
        var names = supplies.outlets().dressed("en");
        int count = names.size() * PER_OUTLET;
        var texts = Recombination.of(Buckets.byReport(english(reports), SENTENCES, random), count, random);
        return IntStream.range(0, count).mapToObj(i -> {
            var outlet = names.get(i % names.size());
            var dressed = supplies.furniture(outlet).apply(draft(texts.sentences(i)), random);
            var published = start.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
            return Family.original("unrelated." + (i + 1), outlet, dressed, published, "unrelated", Kind.UNRELATED);
        });
    }

    static List<Report> english(List<Report> reports) {
        return reports.stream().filter(report -> report.language().equals("en")).toList();
    }

    /** Paragraphs of two sentences under a headline made of the ends of the text. */
    static Draft draft(List<String> sentences) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < sentences.size(); i += 2) {
            paragraphs.add(String.join(" ", sentences.subList(i, Math.min(i + 2, sentences.size()))));
        }
        var title = Prose.head(sentences.get(0), 5) + " " + Prose.head(sentences.get(sentences.size() - 1), 4);
        return new Draft(title, paragraphs);
    }
}
