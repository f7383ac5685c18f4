// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.wire.record.FeedState.Trouble;

/** Servers that record every request and complain of each that came before they had allowed it. */
final class SimulatedWeb {
    /** Our own promise where a server says nothing. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SPACING = Duration.ofSeconds(5);

    /** @param wish what each answer asks for, null for nothing */
    record Feed(String url, String host, boolean validates, @Nullable Duration wish, double itemsPerHour) {}

    final Map<String, Feed> feeds = new HashMap<>();
    final List<String> complaints = new ArrayList<>();
    long requests;
    long refusals;
    private final Random random;
    private final Map<String, Instant> allowed = new HashMap<>();
    private final Map<String, Instant> hostAllowed = new HashMap<>();
    private final Map<String, Instant> hostAsked = new HashMap<>();
    private final Map<String, Instant> changed = new HashMap<>();
    private final Map<String, Integer> version = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Integer> unconditional = new HashMap<>();

    SimulatedWeb(int size, long seed) {
        random = new Random(seed);
        for (var i = 0; i < size; i++) {
            var host = "h" + (random.nextInt(10) < 3 ? random.nextInt(Math.max(1, size / 60)) : size + i) + ".example";
            var wishes = new @Nullable Duration[] {
                null,
                null,
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(40),
                Duration.ofHours(3),
                Duration.ofHours(12)
            };
            var wish = wishes[random.nextInt(wishes.length)];
            var url = "https://" + host + "/" + i;
            feeds.put(
                    url, new Feed(url, host, random.nextInt(10) < 8, wish, Math.exp(random.nextGaussian() * 1.5 - 2)));
        }
    }

    /** A request begins; the answer is what it will get unless the process dies. */
    FetchOutcome ask(String url, @Nullable String etag, Instant now) {
        requests++;
        var feed = feeds.get(url);
        early(url, allowed.get(url), now);
        early(feed.host(), hostAllowed.get(feed.host()), now);
        var last = hostAsked.put(feed.host(), now);
        if (last != null && now.isBefore(last.plus(SPACING))) {
            complaints.add(feed.host() + " was asked " + Duration.between(last, now) + " after the last request");
        }
        if (etag == null && told.containsKey(url)) {
            unconditional.merge(url, 1, Integer::sum);
        } else if (etag != null && !etag.equals(told.get(url))) {
            complaints.add(url + " was asked with " + etag + ", but had told " + told.get(url));
        }
        return answer(feed, etag, now);
    }

    private void early(String who, @Nullable Instant from, Instant now) {
        if (from != null && now.isBefore(from)) {
            complaints.add(who + " was asked " + Duration.between(now, from) + " early, at " + now);
        }
    }

    private FetchOutcome answer(Feed feed, @Nullable String etag, Instant now) {
        var luck = random.nextInt(1_000);
        if (luck < 4) {
            refusals++;
            return new FetchOutcome.RateLimited(luck < 2 ? 429 : 503, Duration.ofMinutes(random.nextInt(600) + 20));
        }
        if (luck < 10) {
            return new FetchOutcome.Failed("HTTP 502", Trouble.TEMPORARY);
        }
        var since = changed.get(feed.url());
        var hours = since == null ? 1e9 : Duration.between(since, now).toMinutes() / 60.0;
        if (random.nextDouble() < 1 - Math.exp(-hours * feed.itemsPerHour())) {
            changed.put(feed.url(), now);
            version.merge(feed.url(), 1, Integer::sum);
        }
        var current = "\"" + version.get(feed.url()) + "\"";
        if (feed.validates() && current.equals(etag)) {
            return new FetchOutcome.NotModified(null, current, null, feed.wish());
        }
        var body = ("<rss><channel><title>v" + current + "</title></channel></rss>").getBytes();
        return new FetchOutcome.Fetched(
                body, feed.url(), null, "text/xml", feed.validates() ? current : null, null, feed.wish());
    }

    /** What an answer allows, from when it was given; one that got lost allows what its sender knew before. */
    void answered(String url, FetchOutcome outcome, Instant now) {
        var feed = feeds.get(url);
        if (outcome instanceof FetchOutcome.Fetched fetched && fetched.etag() != null) {
            told.put(url, fetched.etag());
        }
        var wish = feed.wish() == null || feed.wish().compareTo(SHORTEST) < 0 ? SHORTEST : feed.wish();
        if (outcome instanceof FetchOutcome.RateLimited limited) {
            hostAllowed.put(feed.host(), now.plus(limited.retryAfter()));
        } else if (outcome instanceof FetchOutcome.Failed) {
            allowed.put(url, now.plus(SHORTEST));
        } else {
            allowed.put(url, now.plus(wish.compareTo(LONGEST) > 0 ? LONGEST : wish));
        }
    }

    void lost(String url, Instant asked) {
        allowed.put(url, asked.plus(SHORTEST));
    }

    /** Requests without validators after the server had given some. */
    int unconditional(String url) {
        return unconditional.getOrDefault(url, 0);
    }
}
