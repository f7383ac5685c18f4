// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pointwatch.domain.sentiment.WordClasses;
import org.pointwatch.domain.tagging.Words;

/** Reads {@code word-classes.txt}; its first lines tell the format. */
final class WordList {
    private static final String FILE = "word-classes.txt";
    private static final Map<String, Integer> TRAITS = Map.of(
            "negation", WordClasses.NEGATION,
            "contrast", WordClasses.CONTRAST,
            "person", WordClasses.PERSON,
            "thing", WordClasses.THING,
            "good", WordClasses.GOOD,
            "bad", WordClasses.BAD);

    /** A word of more classes says little. */
    private static final int MOST_CLASSES = 6;

    private final Map<String, Integer> traits = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Integer, TreeSet<Integer>> classes = new TreeMap<>();

    private WordList() {}

    static WordClasses read() {
        var list = new WordList();
        try (var in = Objects.requireNonNull(WordList.class.getResourceAsStream(FILE), FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(list::line);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return list.result();
    }

    private void line(String line) {
        var colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
            return;
        }
        var words = line.substring(colon + 1).trim().split(" ");
        if (line.startsWith("@")) {
            for (var name : words) {
                traits.merge(name, Objects.requireNonNull(TRAITS.get(line.substring(1, colon)), line), Integer::sum);
            }
            return;
        }
        var space = line.indexOf(' ');
        for (var word : words) {
            add(Words.plain(word), line.substring(0, space), line.substring(space + 1, colon));
        }
    }

    private void add(String word, String name, String kind) {
        switch (kind) {
            case "v" -> {
                put(word, name + " v");
                put(Inflections.plural(word), name + " v");
                Inflections.participles(word).forEach(form -> put(form, name + " p"));
            }
            case "n" -> {
                put(word, name);
                put(Inflections.plural(word), name);
            }
            case "a" -> {
                put(word, name);
                Inflections.degrees(word).forEach(form -> put(form, name));
            }
            case "i" -> {
                put(word, name + " v");
                put(word, name + " p");
            }
            default -> put(word, name);
        }
    }

    private void put(String word, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        classes.computeIfAbsent(word.hashCode(), w -> new TreeSet<>()).add(names.indexOf(name));
    }

    private static int form(String name) {
        return name.endsWith(" v") ? WordClasses.VERB : name.endsWith(" p") ? WordClasses.PARTICIPLE : 0;
    }

    private WordClasses result() {
        var entries = new ArrayList<WordClasses.Entry>();
        classes.forEach((hash, of) -> {
            var bytes = new byte[Math.min(MOST_CLASSES, of.size())];
            var at = 0;
            for (var one : of) {
                if (at < bytes.length) {
                    bytes[at++] = (byte) (int) one;
                }
            }
            entries.add(new WordClasses.Entry(hash, bytes));
        });
        var byClass = new byte[names.size()];
        for (int c = 0; c < byClass.length; c++) {
            byClass[c] = (byte) (traits.getOrDefault(names.get(c).split(" ")[0], 0) | form(names.get(c)));
        }
        return new WordClasses(entries, byClass);
    }
}
