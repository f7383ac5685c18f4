// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;

/** Made-up news in which everything happens: copies, versions, rewrites, series, furniture, revisions, short entries. */
final class NewsSet {
    private static final Instant START = Instant.parse("2025-11-19T00:00:00Z");
    private static final int VOCABULARY = 3_000;

    private final Random random;
    private final List<String> furniture = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<List<String>> reports = new ArrayList<>();

    /** @param documents the article's revisions, in the order in which they were made */
    record Entry(String id, String outlet, Instant time, List<Document> documents, List<Sketch> sketches) {}

    private NewsSet(Random random) {
        this.random = random;
    }

    static List<Entry> of(Random random, int size) {
        var set = new NewsSet(random);
        IntStream.range(0, 6).forEach(i -> set.furniture.add(set.sentences(4)));
        while (set.entries.size() < size) {
            set.add();
        }
        return set.entries;
    }

    private void add() {
        var kind = reports.isEmpty() ? 0 : random.nextInt(10);
        var base = reports.isEmpty() ? List.<String>of() : reports.get(random.nextInt(reports.size()));
        switch (kind) {
            case 0, 1, 2 -> {
                var fresh = IntStream.range(0, 4 + random.nextInt(14))
                        .mapToObj(i -> sentence())
                        .toList();
                reports.add(fresh);
                article(fresh);
            }
            case 3, 4 -> article(base);
            case 5 -> article(base.subList(0, Math.max(1, base.size() * (2 + random.nextInt(3)) / 5)));
            case 6 -> article(with(base, sentence(), sentence()));
            case 7 -> article(rewritten(base));
            case 8 -> article(base.subList(0, 1));
            default -> article(shuffled(base));
        }
    }

    private static List<String> with(List<String> base, String... more) {
        var all = new ArrayList<>(base);
        all.addAll(List.of(more));
        return all;
    }

    private List<String> shuffled(List<String> base) {
        var all = new ArrayList<>(base);
        Collections.shuffle(all, random);
        return all;
    }

    /** Other words around the same names and numbers. */
    private List<String> rewritten(List<String> base) {
        return base.stream()
                .map(s -> IntStream.range(0, s.split(" ").length)
                        .mapToObj(i ->
                                i > 0 && Character.isLowerCase(s.split(" ")[i].charAt(0)) ? word() : s.split(" ")[i])
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private void article(List<String> sentences) {
        var id = "%08x".formatted(random.nextInt());
        var number = random.nextInt(9);
        var outlet = "outlet-" + number;
        var time = START.plusSeconds(random.nextInt(12 * 24 * 60) * 60L);
        var documents = new ArrayList<Document>();
        var sketches = new ArrayList<Sketch>();
        var revisions = random.nextInt(6) == 0 ? 2 : 1;
        for (var i = 0; i < revisions; i++) {
            var text = String.join("\n", i == 0 ? sentences : with(sentences, sentence()));
            var dressed =
                    number < furniture.size() && random.nextBoolean() ? text + "\n" + furniture.get(number) : text;
            var title = random.nextBoolean() ? sentences.get(0).substring(0, 30) : sentence();
            var sketch = Sketcher.sketch(title, dressed);
            documents.add(Document.of(id, "r" + i, time, time, outlet, sketch));
            sketches.add(sketch);
        }
        entries.add(new Entry(id, outlet, time, documents, sketches));
    }

    private String sentences(int n) {
        return IntStream.range(0, n).mapToObj(i -> sentence()).collect(Collectors.joining(" "));
    }

    private String sentence() {
        var words = IntStream.range(0, 12 + random.nextInt(12))
                .mapToObj(i -> random.nextInt(6) == 0 ? name() : word())
                .collect(Collectors.joining(" "));
        return "The " + words + ".";
    }

    private String word() {
        return "w" + Integer.toString(random.nextInt(VOCABULARY), 36);
    }

    private String name() {
        return random.nextInt(3) == 0 ? Integer.toString(random.nextInt(9_000)) : "N" + random.nextInt(400);
    }
}
