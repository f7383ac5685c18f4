// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A stream of articles in the order of their times, spread over five days, for tests of speed: texts of 150 to 1,000
 * words, 35 in 100 of them copies, every second copy abridged; 20 of 1,000 outlets publish half of all. It holds no
 * texts, so that a hundred thousand articles need no more memory than a hundred.
 */
final class Newswire {
    private static final Duration SPAN = Duration.ofDays(5);
    private static final double COPIES = 0.35;
    private static final int PLACES = 59;
    private static final int LEAST_WORDS = 150;
    private static final int MOST_WORDS = 1000;
    private static final int LONGEST_SENTENCE = 45;
    private static final int OUTLETS = 1000;
    private static final int LARGE_OUTLETS = 20;
    private static final int[] STRENGTHS = {80, 60, 40, 20};

    private final Random random;
    private final Recombination texts;
    private final Instant start;
    private final int size;
    private final List<Set<String>> outletsOfOriginals = new ArrayList<>();
    private int made;
    private int copies;

    Newswire(long seed, int size, Instant start) {
        this.random = new Random(seed);
        this.texts = Recombination.of(Buckets.dealt(sentences(), PLACES, random), size, random);
        this.start = start;
        this.size = size;
    }

    Labelled next() {
        var published = start.plus(SPAN.multipliedBy(made).dividedBy(size));
        made++;
        boolean copyIsDue = copies + 1 <= made * COPIES;
        return copyIsDue && !outletsOfOriginals.isEmpty() ? copy(published) : original(published);
    }

    private Labelled original(Instant published) {
        int number = outletsOfOriginals.size();
        var outlet = outlet();
        outletsOfOriginals.add(new HashSet<>(Set.of(outlet)));
        return Family.original(id(number), outlet, draft(number), published, id(number), Kind.ORIGINAL);
    }

    private Labelled copy(Instant published) {
        int number = random.nextInt(outletsOfOriginals.size());
        var outlet = outlet();
        while (!outletsOfOriginals.get(number).add(outlet)) {
            outlet = outlet();
        }
        copies++;
        boolean abridged = copies % 2 == 0;
        var draft = abridged ? abridging().apply(draft(number), random) : draft(number);
        var kind = abridged ? Kind.ABRIDGED : Kind.WHOLE;
        var of = id(number);
        return new Labelled(
                "c" + copies, outlet, draft.title(), draft.text(), published, of, kind.label(), of, "copy", of);
    }

    private Abridging abridging() {
        var manner = random.nextBoolean() ? Abridging.Manner.CUT_FROM_END : Abridging.Manner.THINNED;
        return new Abridging(manner, STRENGTHS[random.nextInt(STRENGTHS.length)], Set.of());
    }

    private Draft draft(int number) {
        var all = texts.sentences(number);
        int wanted = LEAST_WORDS + new Random(number).nextInt(MOST_WORDS - LEAST_WORDS - LONGEST_SENTENCE);
        int words = 0;
        int count = 0;
        while (words < wanted && count < all.size()) {
            words += Prose.words(all.get(count++));
        }
        return Unrelated.draft(all.subList(0, count));
    }

    private String outlet() {
        int number = random.nextBoolean()
                ? random.nextInt(LARGE_OUTLETS)
                : LARGE_OUTLETS + random.nextInt(OUTLETS - LARGE_OUTLETS);
        return "outlet-" + number + ".example";
    }

    private static List<String> sentences() {
        return Unrelated.english(Reports.all()).stream()
                .flatMap(report -> Prose.sentences(report.draft()).stream())
                .distinct()
                .toList();
    }

    private static String id(int number) {
        return "o" + (number + 1);
    }
}
