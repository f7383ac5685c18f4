// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.Range;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;

/** The query parameters of a request; unknown ones are ignored. */
record Question(Fields fields) {
    private static final int MOST_TARGETS = 200;

    static Question of(Request request) {
        try {
            return new Question(Request.extractQueryParameters(request));
        } catch (RuntimeException e) {
            throw new BadQuestion("the query is not properly %-encoded UTF-8");
        }
    }

    Range range() {
        try {
            var range = new Range(time("from", false), time("to", true));
            if (range.from() != null && range.to() != null && !range.from().isBefore(range.to())) {
                throw new BadQuestion("from is not before to");
            }
            return range;
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadQuestion("from or to lies outside of time: write 2025-11-20 or 2025-11-20T14:00:00Z");
        }
    }

    private @Nullable Instant time(String name, boolean endOfDay) {
        var text = fields.getValue(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (text.indexOf('T') > 0) {
                return Instant.parse(text);
            }
            return LocalDate.parse(text)
                    .plusDays(endOfDay ? 1 : 0)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new BadQuestion(name + "=" + text + " is no time: write 2025-11-20 or 2025-11-20T14:00:00Z");
        }
    }

    Window window() {
        var word = fields.getValue("range");
        return word == null
                ? Window.ALL
                : Window.of(word)
                        .orElseThrow(
                                () -> new BadQuestion("range=" + word + " is unknown: use one of " + Window.words()));
    }

    /** Empty where none is named. */
    List<String> targets() {
        var targets = fields.getValuesOrEmpty("target").stream().distinct().toList();
        if (targets.size() > MOST_TARGETS) {
            throw new BadQuestion(targets.size() + " targets: ask for at most " + MOST_TARGETS);
        }
        for (var target : targets) {
            if (!View.holds(target)) {
                throw new BadQuestion("target=" + target
                        + " is not held by the desk: use point:<id>, actor:<id>, plan:<dossier> or all");
            }
        }
        return targets;
    }
}
