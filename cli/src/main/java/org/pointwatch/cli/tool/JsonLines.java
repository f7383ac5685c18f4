// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lines of JSON, read one at a time; a line of any length is survived, one beyond the limit is a bad line. */
final class JsonLines implements AutoCloseable {
    static final int LONGEST = 32 << 20;

    private static final int MARK = 0xEF;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .build();

    private final InputStream in;
    private final boolean idNeeded;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long position;
    private long line;

    private JsonLines(InputStream in, boolean idNeeded) {
        this.in = in;
        this.idNeeded = idNeeded;
    }

    /** Lines whose ids, if they have any, are of no concern. */
    static JsonLines of(InputStream in) {
        return new JsonLines(in, false);
    }

    /** One input: its number, its id as given, and the object or what is wrong with it. */
    record Line(long number, JsonNode id, @Nullable ObjectNode object, @Nullable String problem) {
        /** The object, of a line that is one. */
        ObjectNode needed() throws BadLine {
            if (object == null) {
                throw new BadLine(String.valueOf(problem));
            }
            return object;
        }

        /** The answer to a bad line. */
        String error(String message) {
            var answer = JsonNodeFactory.instance.objectNode();
            answer.set("id", id);
            answer.put("error", "line " + number + ": " + message);
            return Json.MAPPER.writeValueAsString(answer);
        }
    }

    /** @param file {@code -} for standard input */
    static JsonLines open(String file) {
        if (file.equals("-")) {
            return new JsonLines(System.in, true);
        }
        try {
            return new JsonLines(Files.newInputStream(Path.of(file)), true);
        } catch (IOException e) {
            throw Failure.of(
                    file + ": cannot be read (" + e + "): name a file of JSON Lines, or - for standard input", e);
        }
    }

    /** @param file {@code -} for standard input */
    static void each(String file, Consumer<Line> work) {
        try (var lines = open(file)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                work.accept(line);
            }
        } catch (IOException e) {
            throw Failure.of(file + ": " + e.getMessage(), e);
        }
    }

    /** Null at the end; empty lines are passed over. */
    @Nullable
    Line next() throws IOException {
        while (true) {
            var bytes = new ByteArrayOutputStream(1 << 12);
            if (at == filled && !fill()) {
                return null;
            }
            line++;
            var tooLong = !readLine(bytes);
            var text = bytes.toByteArray();
            if (tooLong) {
                return bad("longer than " + LONGEST + " bytes: split the text");
            }
            if (!blank(text)) {
                return parse(text);
            }
        }
    }

    /** How many bytes were read. */
    long position() {
        return position - (filled - at);
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        position += filled;
        return filled > 0;
    }

    /** Reads to the end of the line; returns false if it is too long, and then keeps its beginning only. */
    private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
        var fits = true;
        while (at < filled || fill()) {
            var end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            fits &= bytes.size() + end - at <= LONGEST;
            if (fits) {
                bytes.write(buffer, at, end - at);
            }
            at = Math.min(filled, end + 1);
            if (end < filled) {
                return fits;
            }
        }
        return fits;
    }

    private static boolean blank(byte[] text) {
        for (var b : text) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private Line parse(byte[] text) {
        try {
            // A byte order mark may stand in front of the first line.
            var skip = text.length >= 3 && (text[0] & 0xFF) == MARK ? 3 : 0;
            var node = MAPPER.readTree(text, skip, text.length - skip);
            if (!(node instanceof ObjectNode object)) {
                return bad("no JSON object");
            }
            var id = object.path("id");
            return !idNeeded || id.isString() || id.isNumber()
                    ? new Line(line, id, object, null)
                    : bad("\"id\" is missing or neither a string nor a number");
        } catch (JacksonException e) {
            return bad("no JSON object: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private Line bad(String problem) {
        return new Line(line, JsonNodeFactory.instance.nullNode(), null, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
