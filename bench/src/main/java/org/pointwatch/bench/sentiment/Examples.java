// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Surroundings;
import org.pointwatch.domain.sentiment.WordClasses;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** Reads judged texts and takes their features. */
final class Examples {
    /** A text begins behind an empty title and two line ends. */
    private static final int BODY = 2;

    /** From this rating on (-4..4) a text without a target is positive or negative. */
    private static final double RATED = 1.0;

    private static final double RATED_WEIGHT = 0.5;

    /** Of a sentence about states and points: few, and nearest to what the model is for. */
    private static final double OWN_WEIGHT = 2;

    /** Words in a row that two sentences do not share by chance. */
    private static final int NEAR_COPY = 8;

    private final WordClasses classes;
    private final Map<String, String> leaders = new HashMap<>();

    Examples(WordClasses classes) {
        this.classes = classes;
    }

    List<Example> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Sentences of our own, about states, alliances and points. */
    List<Example> own() throws IOException {
        var name = "states-and-points.jsonl";
        try (var in = Objects.requireNonNull(Examples.class.getResourceAsStream(name), name)) {
            return read(in).stream()
                    .map(e -> new Example(e.group(), e.label(), e.slots(), e.around(), OWN_WEIGHT))
                    .toList();
        }
    }

    private List<Example> read(InputStream in) throws IOException {
        var lines = new ArrayList<JsonNode>();
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(Json.MAPPER.readTree(line));
        }
        lines.forEach(line -> join(document(line), "text:" + line.path("text").stringValue()));
        lines.forEach(this::joinNearCopies);
        return lines.stream().map(this::example).flatMap(Optional::stream).toList();
    }

    private Optional<Example> example(JsonNode line) {
        var words = Words.of(line.path("text").stringValue(), "en");
        var rated = line.has("rating");
        var start = rated ? BODY : line.path("start").intValue() + BODY;
        var end = rated ? words.text().length() : line.path("end").intValue() + BODY;
        var features = rated ? passage(words) : Features.of(words, start, end, classes);
        if (features == null) {
            return Optional.empty();
        }
        var slots = new int[features.count()];
        for (int f = 0; f < slots.length; f++) {
            slots[f] = features.slot(f);
        }
        var around = rated ? null : Surroundings.of(words, start, end, classes);
        var weight = rated ? RATED_WEIGHT : 1;
        return Optional.of(new Example(leader(document(line)), label(line), slots, around, weight));
    }

    private @Nullable Features passage(Words words) {
        return words.count() == 0 ? null : Features.of(words, 0, classes);
    }

    private static Label label(JsonNode line) {
        if (!line.has("rating")) {
            return Label.valueOf(line.path("label").stringValue().toUpperCase(Locale.ROOT));
        }
        var rating = line.path("rating").doubleValue();
        return rating <= -RATED ? Label.NEGATIVE : rating >= RATED ? Label.POSITIVE : Label.NEUTRAL;
    }

    /** The event or article that a line's id names: those of one event are told by several outlets. */
    private static String document(JsonNode line) {
        var parts = line.path("id").asString().split("_");
        return parts.length > 2 ? parts[0] + "_" + parts[2] : parts[0];
    }

    /** Documents are one that share so many words in a row. */
    private void joinNearCopies(JsonNode line) {
        var words = line.path("text").stringValue().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        for (int w = 0; w + NEAR_COPY <= words.length; w++) {
            join("run:" + String.join(" ", List.of(words).subList(w, w + NEAR_COPY)), document(line));
        }
    }

    /** Documents that share a sentence are one. */
    private void join(String one, String other) {
        leaders.put(leader(one), leader(other));
    }

    private String leader(String name) {
        var at = name;
        while (true) {
            var next = leaders.getOrDefault(at, at);
            if (next.equals(at)) {
                return at;
            }
            at = next;
        }
    }
}
