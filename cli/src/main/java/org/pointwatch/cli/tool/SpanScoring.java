// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.Reading;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds stretches of text that a dossier finds against those that a careful reader marked. */
abstract class SpanScoring<T> {
    private static final String ROW = "%-10s %6s %6s %6s %6s %9s %9s %9s";

    private final Talk talk;
    private final GoldLines lines;
    private final Dossier dossier;
    private final ArticleReader reader;
    private final String field;
    private final SortedMap<String, Sheet> languages = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    /** @param place found where the gold has one, whoever says it */
    private record Sheet(int lines, Hits right, Hits place) {
        static final Sheet NONE = new Sheet(0, Hits.NONE, Hits.NONE);

        Sheet plus(Sheet other) {
            return new Sheet(lines + other.lines, right.plus(other.right), place.plus(other.place));
        }
    }

    SpanScoring(Talk talk, Dossier dossier, String field) {
        this.talk = talk;
        this.lines = new GoldLines(talk);
        this.dossier = dossier;
        this.field = field;
        reader = ArticleReader.of(dossier).withoutGate();
    }

    abstract T gold(JsonNode node, int start);

    abstract List<T> found(Reading read);

    /** Whether both mark the same thing, whoever says it. */
    abstract boolean isSamePlace(T gold, T found);

    /** Whether the same one says it, where the place is the same. */
    abstract boolean isRight(T gold, T found);

    abstract String told(T one);

    static String text(JsonNode node, String name) {
        return String.valueOf(textOrNull(node, name));
    }

    static @Nullable String textOrNull(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    /** Reads the gold lines of files and of all {@code .jsonl} files in folders. */
    public void read(List<Path> gold) {
        lines.read(gold, this::judge);
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        if (!object.path(field).isArray()) {
            throw new BadLine("no list \"" + field + "\": name a file of such gold lines");
        }
        var title = object.path("title").asString("");
        var text = object.path("text").asString("");
        var language = object.path("language").asString(dossier.defaultLanguage());
        var wanted = new ArrayList<T>();
        for (var node : object.path(field)) {
            wanted.add(gold(node, node.path("start").asInt(0)));
        }
        var read = reader.read(new ArticleText(title, text, language, published(object), null, null));
        judge(String.valueOf(line.id()), language, wanted, new ArrayList<>(found(read)));
    }

    private static @Nullable Instant published(ObjectNode object) {
        try {
            return Instant.parse(object.path("published").asString(""));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void judge(String id, String language, List<T> wanted, List<T> found) {
        var right = 0;
        var place = 0;
        var extra = new ArrayList<>(found);
        var wrong = new ArrayList<String>();
        for (var gold : wanted) {
            var same = extra.stream().filter(f -> isSamePlace(gold, f)).findFirst();
            if (same.isPresent()) {
                extra.remove(same.get());
                place++;
                if (isRight(gold, same.get())) {
                    right++;
                } else {
                    wrong.add("    ~ " + told(gold) + "\n    + " + told(same.get()));
                }
            } else {
                wrong.add("    - " + told(gold));
            }
        }
        extra.forEach(f -> wrong.add("    + " + told(f)));
        if (!wrong.isEmpty()) {
            misses.add(id + "\n" + String.join("\n", wrong));
        }
        var sheet = new Sheet(1, hits(right, found.size(), wanted.size()), hits(place, found.size(), wanted.size()));
        languages.merge(language, sheet, Sheet::plus);
    }

    private static Hits hits(int right, int found, int wanted) {
        return new Hits(right, found - right, wanted - right);
    }

    /** Returns whether every line was good. */
    public boolean print(boolean withMisses) {
        if (withMisses) {
            misses.forEach(talk::result);
        }
        talk.result(dossier.id() + " " + dossier.version() + ", " + field);
        talk.result(ROW.formatted(field, "lines", "tp", "fp", "fn", "precision", "recall", "F1"));
        languages.forEach((language, sheet) -> rows(language, sheet));
        rows("all", languages.values().stream().reduce(Sheet.NONE, Sheet::plus));
        return lines.good();
    }

    private void rows(String name, Sheet sheet) {
        row(name, sheet.lines(), sheet.right());
        row(name + " place", sheet.lines(), sheet.place());
    }

    private void row(String name, int lines, Hits hits) {
        talk.result(ROW.formatted(
                name,
                lines,
                hits.right(),
                hits.extra(),
                hits.missed(),
                ScoreTable.share(hits.precision()),
                ScoreTable.share(hits.recall()),
                ScoreTable.share(hits.f1())));
    }

    /** The same as one object. */
    public boolean printJson(boolean withMisses) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dossier", dossier.id());
        json.put("version", dossier.version());
        Map<String, Object> byLanguage = new LinkedHashMap<>();
        languages.forEach((language, sheet) -> byLanguage.put(language, sheet));
        byLanguage.put("all", languages.values().stream().reduce(Sheet.NONE, Sheet::plus));
        json.put(field, byLanguage);
        if (withMisses) {
            json.put("misses", misses);
        }
        talk.result(Json.MAPPER.writeValueAsString(json));
        return lines.good();
    }
}
