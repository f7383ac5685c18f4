// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pointwatch.models.ModelException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.pointwatch.models.ModelSettings.MODEL_KEY;

/** The files of one model, as exporters leave them. */
record ModelFiles(Path model, Path tokenizer, Path config) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws ModelException if one that is needed is not there */
    static ModelFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ModelException(
                    MODEL_KEY, directory + " is no directory: name the one that holds model.onnx and tokenizer.json");
        }
        return new ModelFiles(
                needed(directory.resolve("model.onnx"), "export the model in the ONNX format under this name"),
                needed(
                        directory.resolve("tokenizer.json"),
                        "put the model's fast tokenizer there, one file; exporters write it beside the model"),
                directory.resolve("config.json"));
    }

    private static Path needed(Path file, String mend) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ModelException(MODEL_KEY, file + " is not there or cannot be read: " + mend);
        }
        return file;
    }

    /** The names of the model's outputs by {@code id2label}; empty if nothing gives them. */
    List<String> labels() {
        if (!Files.exists(config)) {
            return List.of();
        }
        try (var in = Files.newInputStream(config)) {
            return names(JSON.readTree(in).path("id2label"));
        } catch (IOException | JacksonException e) {
            throw new ModelException(
                    MODEL_KEY, config + " is no JSON that can be read: copy the model's own anew, or take it away", e);
        }
    }

    private List<String> names(JsonNode byId) {
        var names = new ArrayList<String>();
        for (var i = 0; i < byId.size(); i++) {
            var name = byId.path(Integer.toString(i));
            if (!name.isString()) {
                throw new ModelException(
                        MODEL_KEY, config + ": id2label has no name for " + i + ": count its keys from 0 without gaps");
            }
            names.add(name.asString());
        }
        return names;
    }

    /** What the tokenizer takes for a sign of its own wherever it stands in a text, such as {@code [SEP]}. */
    List<String> specialTokens() {
        var special = new ArrayList<String>();
        try (var in = Files.newInputStream(tokenizer);
                var parser = JSON.createParser(in)) {
            if (find("added_tokens", parser)) {
                JsonNode tokens = parser.readValueAsTree();
                for (var token : tokens) {
                    if (token.path("special").asBoolean(false)) {
                        special.add(token.path("content").asString(""));
                    }
                }
            }
        } catch (IOException | JacksonException e) {
            throw unreadableTokenizer(e);
        }
        return special;
    }

    /** @param cause has the reason in its message */
    ModelException unreadableTokenizer(Throwable cause) {
        return new ModelException(
                MODEL_KEY,
                tokenizer + " is no tokenizer that can be read: save the model's fast tokenizer anew ("
                        + firstLine(cause) + ")",
                cause);
    }

    static String firstLine(Throwable cause) {
        var message = String.valueOf(cause.getMessage()).strip();
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** The vocabulary, which is most of the file, is passed over. */
    private static boolean find(String name, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (var field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            if (field.equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
