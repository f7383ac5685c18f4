// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.poll.Tempo;

/** Ways to decide when a feed is asked next; each keeps what it knows of one feed. */
sealed interface Pollers {
    /** @param fresh times of entries that were not there at the poll before */
    Instant next(Instant now, List<Instant> fresh, double pace);

    /** What the feed is worth beside others, as far as this poller knows. */
    double worth(Instant now);

    /** Always after the same time. */
    record Fixed(Duration interval) implements Pollers {
        @Override
        public Instant next(Instant now, List<Instant> fresh, double pace) {
            return now.plus(interval);
        }

        @Override
        public double worth(Instant now) {
            return 1;
        }
    }

    /** The product's own policy, which learns from what it sees. */
    final class Learning implements Pollers {
        private final PollPolicy policy;
        private final String feed;
        private final int window;
        private Tempo tempo = Tempo.UNKNOWN;

        Learning(PollPolicy policy, String feed, int window) {
            this.policy = policy;
            this.feed = feed;
            this.window = window;
        }

        @Override
        public Instant next(Instant now, List<Instant> fresh, double pace) {
            tempo = tempo.after(now, fresh);
            return policy.afterSuccess(feed, now, new PollPolicy.Manner(tempo, pace, window, null, true, false));
        }

        @Override
        public double worth(Instant now) {
            return tempo.worth();
        }
    }

    /** Knows the true rate of every hour, and spreads the same number of polls as well as can be. */
    record Oracle(Newsroom room, PollPolicy policy) implements Pollers {
        @Override
        public Instant next(Instant now, List<Instant> fresh, double pace) {
            var left = pace * policy.base().toMillis() / 3_600_000.0;
            var at = now;
            var end = now.plus(policy.longest());
            var step = Duration.ofMinutes(5);
            while (left > 0 && at.isBefore(end)) {
                left -= Math.sqrt(room.rate(at)) * step.toMinutes() / 60;
                at = at.plus(step);
            }
            var earliest = now.plus(policy.shortest());
            return at.isBefore(earliest) ? earliest : at;
        }

        @Override
        public double worth(Instant now) {
            return room.worth(now);
        }
    }

    /** What came of polling many feeds for long. */
    final class Outcome {
        long polls;
        long hits;
        long lost;
        private final List<Double> minutes = new ArrayList<>();

        void found(long delayMillis) {
            minutes.add(delayMillis / 60_000.0);
        }

        void print(String name, int feeds, double days) {
            minutes.sort(null);
            var mean = minutes.stream().mapToDouble(m -> m).average().orElse(0);
            System.out.printf(
                    "%-24s %6.1f polls a feed and day %6.2f polls for each new entry %5.1f %% of polls find some; "
                            + "delay in minutes: mean %5.1f, median %5.1f, p90 %6.1f; %d entries never seen%n",
                    name,
                    polls / days / feeds,
                    polls / (double) minutes.size(),
                    100.0 * hits / polls,
                    mean,
                    minutes.get(minutes.size() / 2),
                    minutes.get(minutes.size() * 9 / 10),
                    lost);
        }
    }
}
