// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pointwatch.models.ModelSettings;
import org.pointwatch.models.ModelSettings.TargetPlace;

/**
 * A model of a few hundred bytes, written to a directory as exporters do. It adds up what its words say, and what stands
 * behind a separator or a mark loudly: so it hears what its target is. {@code hero} is good, {@code villain} is bad,
 * {@code boom} is a token that the model has no weights for, and what it knows not says nothing.
 */
final class TinyModel {
    /** The hand-written words; the id is the place. */
    static final List<String> WORDS =
            List.of("[UNK]", "[CLS]", "[SEP]", "[T]", "hero", "villain", "nan", "the", "met", "boom");

    private static final int KNOWN = WORDS.size() - 1;
    private static final float QUIET = 0.2F;
    private static final float LOUD = 5;
    private static final float CAUTION = 0.3F;
    private static final int LABELS = 3;

    private final Map<String, Integer> inputs = new TreeMap<>(Map.of("input_ids", Graph.INT64));
    private long[] inputShape = {-1, -1};
    private String output = "logits";
    private long[] outputShape = {-1, LABELS};
    private boolean another;
    private boolean perToken;
    private String config = "{\"id2label\":{\"0\":\"Negative\",\"1\":\"Neutral\",\"2\":\"Positive\"}}";

    static TinyModel usual() {
        return new TinyModel().withInput("attention_mask", Graph.INT64).withInput("token_type_ids", Graph.INT64);
    }

    static TinyModel bare() {
        return new TinyModel();
    }

    TinyModel withInput(String name, int type) {
        inputs.put(name, type);
        return this;
    }

    TinyModel withoutInput(String name) {
        inputs.remove(name);
        return this;
    }

    TinyModel withInputShape(long... shape) {
        inputShape = shape;
        return this;
    }

    TinyModel withOutput(String name, long... shape) {
        output = name;
        outputShape = shape;
        return this;
    }

    TinyModel withAnotherOutput() {
        another = true;
        return this;
    }

    /** As a model that tells of each token, not of the text. */
    TinyModel perToken() {
        perToken = true;
        return this;
    }

    /** @param json null for no file */
    TinyModel withConfig(String json) {
        config = json;
        return this;
    }

    Path in(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("model.onnx"), graph());
        Files.writeString(directory.resolve("tokenizer.json"), tokenizer());
        if (config != null) {
            Files.writeString(directory.resolve("config.json"), config);
        }
        return directory;
    }

    static ModelSettings settings(Path directory) {
        return settings(directory, TargetPlace.PAIR, "");
    }

    static ModelSettings settings(Path directory, TargetPlace place, String form) {
        return new ModelSettings(directory, "", place, form, Set.of(), 32);
    }

    private byte[] graph() {
        var graph = new Graph();
        inputs.forEach((name, type) -> graph.input(name, type, inputShape));
        graph.constant("volume", volume(), KNOWN, 1)
                .constant("meaning", meaning(), KNOWN, LABELS)
                .constant("caution", new float[] {0, CAUTION, 0}, LABELS)
                .constant("first", 0)
                .constant("second", 1)
                .constant("last", -1)
                .constant("end", Long.MAX_VALUE)
                .constant("length-axis", 1)
                .node("Slice", "before", new String[] {"input_ids", "first", "last", "length-axis"})
                .node("Slice", "words", new String[] {"input_ids", "second", "end", "length-axis"})
                .node("Gather", "volumes", new String[] {"volume", "before"}, "axis", 0)
                .node("Gather", "meanings", new String[] {"meaning", "words"}, "axis", 0)
                .node("Mul", "spoken", new String[] {"volumes", "meanings"})
                .constant("deepest-axis", 2)
                .constant("one", new float[] {1}, 1);
        var heard = masked(graph, "spoken");
        heard = louderInSecondText(graph, heard);
        graph.node("Identity", "heard", new String[] {heard});
        if (perToken) {
            graph.node("Add", output, new String[] {"heard", "caution"});
        } else {
            graph.node("ReduceSum", "sum", new String[] {"heard", "length-axis"}, "keepdims", 0)
                    .node("Add", output, new String[] {"sum", "caution"});
        }
        graph.output(output, Graph.FLOAT, outputShape);
        if (another) {
            graph.output("heard", Graph.FLOAT, -1, -1, -1);
        }
        return graph.toBytes();
    }

    /** Words that the mask leaves out are not heard. */
    private String masked(Graph graph, String spoken) {
        return factor(graph, "attention_mask", spoken, false);
    }

    /** And those of the second text twice. */
    private String louderInSecondText(Graph graph, String spoken) {
        return factor(graph, "token_type_ids", spoken, true);
    }

    private String factor(Graph graph, String input, String spoken, boolean plusOne) {
        if (!inputs.containsKey(input) || inputs.get(input) == Graph.FLOAT) {
            return spoken;
        }
        graph.node("Slice", input + "-cut", new String[] {input, "second", "end", "length-axis"})
                .node("Cast", input + "-float", new String[] {input + "-cut"}, "to", Graph.FLOAT)
                .node("Unsqueeze", input + "-deep", new String[] {input + "-float", "deepest-axis"});
        if (plusOne) {
            graph.node("Add", input + "-factor", new String[] {input + "-deep", "one"});
        }
        graph.node("Mul", input + "-heard", new String[] {spoken, input + (plusOne ? "-factor" : "-deep")});
        return input + "-heard";
    }

    private static float[] volume() {
        var volume = new float[KNOWN];
        for (var i = 0; i < KNOWN; i++) {
            var opens = WORDS.get(i).equals("[SEP]") || WORDS.get(i).equals("[T]");
            volume[i] = opens ? LOUD : QUIET;
        }
        return volume;
    }

    private static float[] meaning() {
        var meaning = new float[KNOWN * LABELS];
        var hero = WORDS.indexOf("hero") * LABELS;
        meaning[hero] = -2;
        meaning[hero + 2] = 2;
        var villain = WORDS.indexOf("villain") * LABELS;
        meaning[villain] = 2;
        meaning[villain + 2] = -2;
        meaning[WORDS.indexOf("nan") * LABELS] = Float.NaN;
        return meaning;
    }

    private static String tokenizer() {
        var vocabulary = new ArrayList<String>();
        var special = new ArrayList<String>();
        for (var i = 0; i < WORDS.size(); i++) {
            var word = WORDS.get(i);
            vocabulary.add("\"%s\":%d".formatted(word, i));
            if (word.startsWith("[")) {
                special.add(("{\"id\":%d,\"content\":\"%s\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,"
                                + "\"normalized\":false,\"special\":true}")
                        .formatted(i, word));
            }
        }
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [%1$s],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [%3$s, {"Sequence": {"id": "A", "type_id": 0}}, %4$s],
                  "pair": [%3$s, {"Sequence": {"id": "A", "type_id": 0}}, %4$s,
                           {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
                  "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [1], "tokens": ["[CLS]"]},
                                     "[SEP]": {"id": "[SEP]", "ids": [2], "tokens": ["[SEP]"]}}},
                 "decoder": null, "model": {"type": "WordLevel", "vocab": {%2$s}, "unk_token": "[UNK]"}}
                """
                .formatted(
                        String.join(",", special),
                        String.join(",", vocabulary),
                        "{\"SpecialToken\": {\"id\": \"[CLS]\", \"type_id\": 0}}",
                        "{\"SpecialToken\": {\"id\": \"[SEP]\", \"type_id\": 0}}");
    }
}
