// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.DateFinder;
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
        return LineAnswers.print(talk, file, (id, object) -> answer(id, DateLine.of(object)));
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
