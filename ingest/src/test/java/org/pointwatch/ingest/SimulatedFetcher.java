// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.poll.Tempo;
import org.pointwatch.ingest.poll.Trust;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;

/**
 * The fetch role without threads, network and Kafka: its own schedule, marks and states, with what Kafka would keep in
 * two fields. It can be killed between any two of its steps: after marking, while asking, before an answer is kept.
 */
final class SimulatedFetcher {
    static final PollPolicy POLICY = new PollPolicy(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24));
    private static final Duration SPACING = Duration.ofSeconds(5);
    private static final int HANDS = 64;
    private static final JsonSerde<FeedState> STATES = JsonSerde.of(Topics.FEEDS);

    /** @param at when the answer is kept */
    private record Flight(String feed, Instant asked, FetchOutcome outcome, boolean conditional, Instant at) {}

    private final SimulatedWeb web;
    private final Random random;
    private final Map<String, FeedState> kept = new HashMap<>();
    private final Map<String, Subscription> list = new HashMap<>();
    private @Nullable String left;
    private Marks marks = Marks.read(null);
    private Schedule schedule = new Schedule(POLICY, SPACING, HANDS);
    private final PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparing(Flight::at));

    SimulatedFetcher(SimulatedWeb web, long seed) {
        this.web = web;
        this.random = new Random(seed);
        web.feeds.keySet().stream()
                .sorted()
                .forEach(feed -> list.put(feed, new Subscription(feed, "T", "o.example", null, null, null)));
    }

    /** Begins, or begins again with nothing but what was kept. */
    void start(Instant now) {
        schedule = new Schedule(POLICY, SPACING, HANDS);
        marks = Marks.read(left);
        list.keySet().forEach(feed -> schedule.open(feed, restored(feed), marks, now));
    }

    private @Nullable FeedState restored(String feed) {
        var state = kept.get(feed);
        if (state != null && random.nextInt(Math.max(20, list.size() / 50)) == 0) {
            return STATES.decode(STATES.encode(state));
        }
        return state;
    }

    void run(Instant from, Instant to, Duration step) {
        for (var now = from; now.isBefore(to); now = now.plus(step)) {
            land(now);
            ask(now);
        }
    }

    private void ask(Instant now) {
        var taken = new ArrayList<String>();
        while (flights.size() + taken.size() < HANDS) {
            var feed = schedule.take(now);
            if (feed == null) {
                break;
            }
            taken.add(feed);
        }
        if (taken.isEmpty()) {
            return;
        }
        left = marks.write(taken, now);
        taken.forEach(feed -> flights.add(flight(feed, now)));
    }

    private Flight flight(String feed, Instant now) {
        var before = kept.get(feed);
        var full = before != null
                && before.polling() != null
                && Trust.asksInFull(
                        before.polling().document(), Tempo.of(before.polling().rhythm()), now);
        var etag = before == null || full ? null : before.etag();
        var outcome = web.ask(feed, etag, now);
        return new Flight(feed, now, outcome, etag != null, now.plusMillis(50 + random.nextInt(20_000)));
    }

    private void land(Instant now) {
        while (!flights.isEmpty() && !flights.peek().at().isAfter(now)) {
            var flight = flights.remove();
            web.answered(flight.feed(), flight.outcome(), flight.at());
            var before = kept.get(flight.feed());
            var polled = polled(flight, before == null ? FeedState.unasked(flight.feed(), "o.example") : before);
            kept.put(flight.feed(), polled.state());
            marks.answered(flight.feed());
            schedule.answered(flight.feed(), flight.feed(), polled.patience(), polled.state(), flight.at());
        }
    }

    private FeedPoll.Polled polled(Flight flight, FeedState before) {
        var next = new NextState(POLICY, schedule.pace().mean(), list.get(flight.feed()), before, flight.at());
        if (flight.outcome() instanceof FetchOutcome.NotModified same) {
            return next.unchanged(same);
        } else if (flight.outcome() instanceof FetchOutcome.RateLimited limited) {
            return next.limited(limited);
        } else if (flight.outcome() instanceof FetchOutcome.Failed failed) {
            return next.failed(failed.reason(), failed.trouble());
        }
        var fetched = (FetchOutcome.Fetched) flight.outcome();
        var document = before.polling() == null ? null : before.polling().document();
        if (document != null && document.hash().equals(Trust.hash(fetched.body()))) {
            return next.repeated(fetched, flight.conditional());
        }
        var feed = new ParsedFeed("rss_2.0", "T", null, null, null, List.of(), ParsedFeed.Rung.STRICT, 0, List.of());
        var harvest = new Harvest(List.of(), List.of(), List.of(flight.asked()), Map.of());
        return next.read(fetched, feed, harvest, List.of(), flight.conditional());
    }

    /** Everything in the air is lost. */
    void kill() {
        flights.forEach(flight -> web.lost(flight.feed(), flight.asked()));
        flights.clear();
    }

    int inTheAir() {
        return flights.size();
    }
}
