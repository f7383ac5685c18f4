// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked; an empty value is as good as none. */
final class Asked {
    static final int MOST_ROWS = 500;

    private final Map<String, Param> known;
    private final Map<String, List<String>> values;

    private Asked(Map<String, Param> known, Map<String, List<String>> values) {
        this.known = known;
        this.values = values;
    }

    /** @throws Refusal for a parameter that is unknown or has a bad value */
    static Asked of(List<Param> params, Map<String, List<String>> given) {
        var known = params.stream().collect(Collectors.toMap(Param::name, p -> p));
        var values = new TreeMap<String, List<String>>();
        given.forEach((name, all) -> {
            var param = known.get(name);
            if (param == null) {
                throw Refusal.bad("parameter " + Shown.of(name) + " is unknown here: this route takes "
                        + (params.isEmpty()
                                ? "none"
                                : params.stream().map(Param::name).collect(Collectors.joining(", "))));
            }
            var told = all.stream().filter(v -> !v.isEmpty()).distinct().toList();
            param.check(told);
            if (!told.isEmpty()) {
                values.put(name, told);
            }
        });
        return new Asked(known, values);
    }

    /** The values, or the default; empty where there is neither. */
    List<String> all(String name) {
        var param = known.get(name);
        if (param == null) {
            throw new IllegalStateException("the route does not describe its parameter " + name);
        }
        var byDefault = param.byDefault();
        return values.getOrDefault(name, byDefault == null ? List.of() : List.of(byDefault));
    }

    @Nullable
    String one(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    String word(String name) {
        return String.valueOf(one(name));
    }

    @Nullable
    Instant time(String name) {
        var text = one(name);
        return text == null ? null : Span.time(text, name.equals("to"));
    }

    Span span(@Nullable Instant asOf) {
        return Span.of(time("from"), time("to"), asOf);
    }

    List<TargetName> targets() {
        var targets = new ArrayList<TargetName>();
        for (var text : all("target")) {
            var target = TargetName.read(text);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    int limit() {
        return Integer.parseInt(word("limit"));
    }

    /** The keys of the last row of the page before, null for the first page. */
    @Nullable
    List<String> cursor(int keys) {
        var text = one("cursor");
        var read = text == null ? null : Cursor.read(text);
        if (read != null && read.size() != keys) {
            throw Refusal.bad("cursor=" + Shown.of(String.valueOf(text))
                    + " is of another route: give back \"next\" of its own answers");
        }
        return read;
    }

    /** The same for the same question, whatever the order in which it was put. */
    String canonical() {
        return values.toString();
    }
}
