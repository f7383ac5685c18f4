// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long each component took to get on again, by what was done to it, and how busy the machine was meanwhile. */
final class Recoveries {
    /** A little above what the campaign itself asks of two cores. */
    private static final double BUSY = 4;

    private final Map<String, List<Sample>> measured = new TreeMap<>();

    private record Sample(Duration took, double load) {}

    void add(String component, String kind, Duration took) {
        measured.computeIfAbsent("%-9s %-16s".formatted(component, kind), unused -> new ArrayList<>())
                .add(new Sample(took, load()));
    }

    /** Processes that run or want to, over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** One line for each component and kind, of all blows and then of those that fell while the machine was not busy. */
    String table() {
        return table("all", BUSY * 1_000) + "\n" + table("while the load was below " + (int) BUSY, BUSY);
    }

    private String table(String which, double below) {
        var head = "%-26s %5s %7s %7s %7s %7s   %s%n"
                .formatted("component and kind", "count", "p50 s", "p95 s", "max s", "load", which);
        return head
                + measured.entrySet().stream()
                        .map(e -> line(
                                e.getKey(),
                                e.getValue().stream()
                                        .filter(s -> s.load() < below)
                                        .toList()))
                        .collect(Collectors.joining());
    }

    private static String line(String what, List<Sample> samples) {
        if (samples.isEmpty()) {
            return "";
        }
        var sorted = samples.stream().map(Sample::took).sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s %5d %7.1f %7.1f %7.1f %7.1f%n",
                what,
                sorted.size(),
                seconds(sorted, 0.5),
                seconds(sorted, 0.95),
                seconds(sorted, 1),
                samples.stream().mapToDouble(Sample::load).average().orElse(0));
    }

    /** The least value that so large a part does not exceed. */
    private static double seconds(List<Duration> sorted, double part) {
        var rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(1, rank) - 1).toMillis() / 1000.0;
    }
}
