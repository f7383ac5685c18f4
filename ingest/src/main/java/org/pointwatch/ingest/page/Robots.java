// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.http.FetchOutcome.Deferred;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.url.UrlParts;

/**
 * What the robots.txt of each origin allows, asked for once a day. None (any 4xx) allows everything; one that cannot be
 * had (5xx, no answer) forbids everything for an hour, as RFC 9309 has it.
 */
final class Robots {
    static final String NAME = "pointwatch";

    private static final String ROBOTS = "/robots.txt";

    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int MOST = 5_000;
    private static final int LARGEST = 512 << 10;

    private final FeedClient client;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    Robots(FeedClient client) {
        this.client = client;
    }

    /** @param until when it is asked for again */
    private record Known(BaseRobotRules rules, Instant until) {}

    /**
     * @param pause between two requests that the origin asks for; zero for no wish
     * @param until null, or when to ask again because the address was somebody else's turn
     */
    record Word(boolean allowed, Duration pause, boolean asked, @Nullable Instant until) {}

    /** At most one request; the caller has the host to itself. */
    Word on(String url, Instant now) {
        var parts = UrlParts.of(url);
        if (parts == null) {
            return new Word(false, Duration.ZERO, false, null);
        }
        var origin = parts.scheme() + "://" + parts.origin();
        var held = held(origin, now);
        var outcome = held == null ? client.get(origin + ROBOTS, null, null) : null;
        if (outcome instanceof Deferred deferred) {
            return new Word(false, Duration.ZERO, false, deferred.until());
        }
        var rules = outcome == null ? Objects.requireNonNull(held) : learnt(origin, outcome, now);
        var delay = rules.getCrawlDelay();
        var pause = delay <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(delay, LONGEST_DELAY.toMillis()));
        return new Word(rules.isAllowed(parts.text()), pause, held == null, null);
    }

    private @Nullable BaseRobotRules held(String origin, Instant now) {
        synchronized (known) {
            var held = known.get(origin);
            return held == null || now.isAfter(held.until()) ? null : held.rules();
        }
    }

    private BaseRobotRules learnt(String origin, FetchOutcome outcome, Instant now) {
        var rules = rules(origin + ROBOTS, outcome);
        var until = now.plus(rules.isDeferVisits() ? AFTER_FAILURE : FRESH);
        synchronized (known) {
            known.put(origin, new Known(rules, until));
        }
        return rules;
    }

    private static BaseRobotRules rules(String address, FetchOutcome outcome) {
        if (outcome instanceof Fetched fetched) {
            var body =
                    fetched.body().length > LARGEST ? java.util.Arrays.copyOf(fetched.body(), LARGEST) : fetched.body();
            return new SimpleRobotRulesParser().parseContent(address, body, "text/plain", List.of(NAME));
        }
        var missing = outcome instanceof Gone
                || outcome instanceof Failed failed && failed.reason().startsWith("HTTP 4");
        var rules = new SimpleRobotRules(missing ? RobotRulesMode.ALLOW_ALL : RobotRulesMode.ALLOW_NONE);
        rules.setDeferVisits(!missing);
        return rules;
    }
}
