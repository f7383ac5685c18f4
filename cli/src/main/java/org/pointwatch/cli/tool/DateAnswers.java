// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.DateFinder;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** {@code dates}: the expressions of each line. */
public final class DateAnswers {
    private final Talk talk;
    private final DateReading reading = new DateReading();

    public DateAnswers(Talk talk) {
        this.talk = talk;
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        var good = true;
        try (var lines = JsonLines.open(file)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                good &= answer(line);
            }
        } catch (IOException e) {
            throw Failure.of(file + ": " + e.getMessage(), e);
        }
        return good;
    }

    private boolean answer(JsonLines.Line line) {
        var object = line.object();
        if (object == null) {
            talk.result(line.error(String.valueOf(line.problem())));
            return false;
        }
        try {
            talk.result(Json.MAPPER.writeValueAsString(answer(line.id(), DateLine.of(object))));
            return true;
        } catch (BadLine e) {
            talk.result(line.error(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private Map<String, @Nullable Object> answer(JsonNode id, DateLine line) {
        var found = reading.find(line);
        var notes = new ArrayList<>(line.notes());
        if (found.size() == DateFinder.MOST) {
            notes.add("more than " + DateFinder.MOST + " dates: the rest was left out");
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        answer.put("expressions", found.stream().map(DateAnswers::json).toList());
        if (!notes.isEmpty()) {
            answer.put("note", String.join("; ", notes));
        }
        return answer;
    }

    private static Map<String, @Nullable Object> json(DateExpression expression) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("start", expression.start());
        json.put("end", expression.end());
        json.put("text", expression.text());
        json.put("from", expression.from());
        json.put("to", expression.to());
        json.put("precision", expression.precision().label());
        return json;
    }
}
