// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.streams.SimulationWorld.Arrival;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

/**
 * Facts that must be told once each, whatever strikes and in whatever order they come: deadlines of several targets, each
 * of them reported three times, and some that must not be told, because they are old or come from an archive.
 */
final class SimulationAlerts {
    private static final List<String> TARGETS = List.of("point:army-cap", "point:nato-membership", "plan:small-plan");
    private static final int OF_EACH = 5;
    private static final int TIMES = 3;
    private static final String TOPIC = "by-alert-target-repartition";

    private SimulationAlerts() {}

    static List<Arrival> arrivals(Instant start) {
        var arrivals = new ArrayList<Arrival>();
        for (var target : TARGETS) {
            for (var n = 0; n < OF_EACH; n++) {
                for (var time = 0; time < TIMES; time++) {
                    arrivals.add(arrival(target, deadline(start, n, n == 3 ? -60 : 12, n != 4)));
                }
            }
        }
        return arrivals;
    }

    private static Arrival arrival(String target, Fact fact) {
        var bytes = AlertSerdes.fact().serializer().serialize(TOPIC, fact);
        return new Arrival(TOPIC, target.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The fourth is old, the fifth is from an archive. */
    private static Fact deadline(Instant start, int n, int hoursFromStart, boolean live) {
        var due = due(start, n);
        var over = LocalDate.parse(due).atStartOfDay(ZoneOffset.UTC).toInstant();
        var source = new Source("article-" + n, null, start.plus(Duration.ofHours(hoursFromStart)), live, "By " + due);
        return new Fact.Deadline("deadline-" + n, null, null, due, over, "day", "set", null, 1, source);
    }

    private static String due(Instant start, int n) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(60 + n).toString();
    }

    private static Set<String> expected(Instant start) {
        var expected = new TreeSet<String>();
        for (var target : TARGETS) {
            for (var n = 0; n < 3; n++) {
                expected.add("new-deadline " + target + " [By " + due(start, n) + "]");
            }
        }
        return expected;
    }

    /** What was told twice, too much or not at all. */
    static List<String> differences(Instant start, SimulationRun run) {
        var found = new ArrayList<String>();
        var ids = new HashSet<String>();
        var told = new TreeSet<String>();
        for (var fetched : run.broker().readAll(Stage.KAFKA.topic(Topics.ALERTS))) {
            var alert = JsonSerde.of(Topics.ALERTS).decode(fetched.entry().value());
            if (!ids.add(alert.id())) {
                found.add("alert " + alert.id() + " was told twice: " + alert.why());
            }
            if (alert.evidence().stream().anyMatch(sentence -> sentence.startsWith("By "))) {
                told.add(alert.kind() + " " + alert.target() + " " + alert.evidence());
            }
        }
        var expected = expected(start);
        if (!told.equals(expected)) {
            found.add("alerts: expected " + expected + "\n     but was " + told);
        }
        return found;
    }
}
