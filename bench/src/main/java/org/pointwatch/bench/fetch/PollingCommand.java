// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.pointwatch.ingest.poll.PollPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench polling}: how soon entries are found, and with how many polls. */
@Command(
        name = "polling",
        description =
                "Simulate weeks of polling made-up feeds: fixed intervals, the learning policy, and one that knows all rates.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench polling --feeds 2000"})
public final class PollingCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");
    private static final Duration PAST = Duration.ofDays(14);

    @Option(names = "--feeds", defaultValue = "500", description = "Feeds (${DEFAULT-VALUE}).")
    private int feeds;

    @Option(names = "--days", defaultValue = "42", description = "Simulated days (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "Of everything left to chance (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        var rooms = new ArrayList<Newsroom>();
        var random = new Random(seed);
        var end = START.plus(Duration.ofDays(days));
        for (var i = 0; i < feeds; i++) {
            rooms.add(new Newsroom(random, START.minus(PAST), end, START.plus(Duration.ofDays(days / 2))));
        }
        var entries = rooms.stream().mapToLong(r -> r.entries.length).sum();
        System.out.printf("%,d feeds, %d days, %,d entries with the past (seed %d)%n", feeds, days, entries, seed);
        for (var minutes : new int[] {30, 60, 120}) {
            run(rooms, "fixed " + minutes + " min", (room, i) -> new Pollers.Fixed(Duration.ofMinutes(minutes)));
        }
        for (var minutes : new int[] {30, 60, 90, 120}) {
            var policy = policy(minutes);
            run(rooms, "learning, base " + minutes, (room, i) -> new Pollers.Learning(policy, "feed" + i, room.window));
            run(rooms, "knows all, base " + minutes, (room, i) -> new Pollers.Oracle(room, policy));
        }
        return 0;
    }

    private static PollPolicy policy(int minutes) {
        return new PollPolicy(Duration.ofMinutes(minutes), Duration.ofMinutes(15), Duration.ofHours(24));
    }

    private void run(List<Newsroom> rooms, String name, BiFunction<Newsroom, Integer, Pollers> poller) {
        var outcome = new Pollers.Outcome();
        var walks = new ArrayList<Walk>();
        var random = new Random(seed);
        for (var i = 0; i < rooms.size(); i++) {
            var first = START.plusSeconds(random.nextInt(3_600));
            walks.add(new Walk(rooms.get(i), poller.apply(rooms.get(i), i), first));
        }
        for (var hour = 1; hour <= days * 24; hour++) {
            var until = START.plus(Duration.ofHours(hour));
            var now = until.minus(Duration.ofHours(1));
            var pace = hour % 24 == 1 || hour < 24
                    ? walks.stream()
                            .mapToDouble(w -> w.poller.worth(now))
                            .average()
                            .orElse(1)
                    : walks.get(0).pace;
            walks.forEach(walk -> walk.run(until, pace, outcome));
        }
        outcome.print(name, feeds, days);
    }

    /** One feed and its poller on their way through time. */
    private static final class Walk {
        private final Newsroom room;
        private final Pollers poller;
        private Instant next;
        private double pace;
        private int seen;
        private boolean begun;

        Walk(Newsroom room, Pollers poller, Instant first) {
            this.room = room;
            this.poller = poller;
            this.next = first;
        }

        void run(Instant until, double common, Pollers.Outcome outcome) {
            pace = common;
            while (next.isBefore(until)) {
                var now = next;
                var fresh = fresh(now, outcome);
                next = poller.next(now, fresh, pace);
            }
        }

        private List<Instant> fresh(Instant now, Pollers.Outcome outcome) {
            var end = seen;
            while (end < room.entries.length && room.entries[end] <= now.toEpochMilli()) {
                end++;
            }
            var from = Math.max(seen, end - room.window);
            var fresh = new ArrayList<Instant>();
            for (var i = from; i < end; i++) {
                fresh.add(Instant.ofEpochMilli(room.entries[i]));
                if (begun) {
                    outcome.found(now.toEpochMilli() - room.entries[i]);
                }
            }
            outcome.polls++;
            if (begun) {
                outcome.lost += from - seen;
                outcome.hits += fresh.isEmpty() ? 0 : 1;
            }
            begun = true;
            seen = end;
            return fresh;
        }
    }
}
