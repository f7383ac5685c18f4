// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateExpression;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expression as a careful reader takes it.
 *
 * @param values one calendar reading, two for past and future, none if it has none
 */
record DateGold(int start, int end, String text, String type, List<Value> values) {
    /**
     * One reading.
     *
     * @param lastDay the last day it holds; for a span that is the day before its end
     * @param end the day that a span names as its end, which counts as well
     */
    record Value(@Nullable String from, @Nullable String lastDay, @Nullable String end) {
        boolean isStrictly(DateExpression found) {
            return String.valueOf(from).equals(String.valueOf(found.from()))
                    && String.valueOf(lastDay).equals(String.valueOf(found.to()));
        }

        boolean is(DateExpression found) {
            return isStrictly(found)
                    || from != null && end != null && from.equals(found.from()) && end.equals(found.to());
        }

        private static Value of(String written) throws BadLine {
            var slash = written.indexOf('/');
            if (slash < 0) {
                return new Value(written, written, written);
            }
            var from = written.substring(0, slash);
            var end = written.substring(slash + 1);
            try {
                return new Value(
                        from.isEmpty() ? null : from,
                        end.isEmpty() ? null : LocalDate.parse(end).minusDays(1).toString(),
                        end.isEmpty() ? null : end);
            } catch (DateTimeException e) {
                throw new BadLine("\"values\" has " + written + ", whose end is no ISO date");
            }
        }
    }

    static List<DateGold> of(ObjectNode object) throws BadLine {
        var gold = new ArrayList<DateGold>();
        if (!object.path("expressions").isArray()) {
            throw new BadLine("\"expressions\" is missing or no list");
        }
        for (var expression : object.path("expressions")) {
            gold.add(one(expression));
        }
        return gold;
    }

    private static DateGold one(JsonNode node) throws BadLine {
        if (!node.path("start").isInt()
                || !node.path("end").isInt()
                || !node.path("values").isArray()) {
            throw new BadLine("an expression needs \"start\", \"end\" and a list \"values\"");
        }
        var values = new ArrayList<Value>();
        for (var value : node.path("values")) {
            values.add(Value.of(value.asString("")));
        }
        return new DateGold(
                node.path("start").intValue(),
                node.path("end").intValue(),
                node.path("text").asString(""),
                node.path("type").asString("date"),
                values);
    }

    boolean isAt(DateExpression found) {
        return start == found.start() && end == found.end();
    }

    /** What the tables put together. */
    String group() {
        if (values.size() != 1) {
            return values.isEmpty() ? "no reading" : "past or future";
        }
        var value = values.get(0);
        return type + (value.from() == null || value.lastDay() == null ? ", open" : "");
    }
}
