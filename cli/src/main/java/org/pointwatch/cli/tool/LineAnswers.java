// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One answer for each line, in their order; a bad line is told so, and the next one is read. */
final class LineAnswers {
    private final Talk talk;
    private final Answer answer;
    private boolean good = true;

    private LineAnswers(Talk talk, Answer answer) {
        this.talk = talk;
        this.answer = answer;
    }

    /** What one line is answered; null for a line without an answer of its own. */
    interface Answer {
        @Nullable
        Map<String, @Nullable Object> to(JsonNode id, ObjectNode object) throws BadLine;
    }

    /** Returns whether every line was good. */
    static boolean print(Talk talk, String file, Answer answer) {
        var answers = new LineAnswers(talk, answer);
        JsonLines.each(file, answers::print);
        return answers.good;
    }

    private void print(JsonLines.Line line) {
        try {
            var json = answer.to(line.id(), line.needed());
            if (json != null) {
                talk.result(Json.MAPPER.writeValueAsString(json));
            }
        } catch (BadLine e) {
            good = false;
            talk.result(line.error(String.valueOf(e.getMessage())));
        }
    }
}
