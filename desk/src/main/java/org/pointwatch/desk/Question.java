// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.feed.FeedFilter;
import org.pointwatch.desk.view.Range;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;

/** The query parameters of a request; unknown ones are ignored. */
record Question(Fields fields) {
    private static final int MOST_TARGETS = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Map<String, String> EXAMPLES =
            Map.of("point", "army-cap", "actor", "rubio", "kind", "new-deadline");

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

    /** What a feed is asked for; {@code kindName} is its word for kinds. */
    FeedFilter feed(String kindName, Set<String> kinds) {
        for (var kind : ids(kindName)) {
            if (!kinds.contains(kind)) {
                throw new BadQuestion(
                        kindName + "=" + kind + " is unknown: use one of " + String.join(", ", new TreeSet<>(kinds)));
            }
        }
        return new FeedFilter(ids(kindName), ids("point"), ids("actor"));
    }

    private SortedSet<String> ids(String name) {
        var ids = new TreeSet<>(fields.getValuesOrEmpty(name));
        if (ids.size() > MOST_TARGETS) {
            throw new BadQuestion(ids.size() + " values of " + name + ": ask for at most " + MOST_TARGETS);
        }
        for (var id : ids) {
            if (!ID.matcher(id).matches()) {
                throw new BadQuestion(name + "=" + id + " is no id: use small letters, digits and hyphens, such as "
                        + name + "=" + EXAMPLES.getOrDefault(name, "set"));
            }
        }
        return ids;
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
