// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.article.ArticleExtractor;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.http.FetchOutcome.Deferred;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for one page after another and tells its owner what came of it. Used by many threads. */
final class PageVisits {
    private static final Logger LOG = LoggerFactory.getLogger(PageVisits.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST_TRIES = 2;
    private static final String REFUSED = "refused-";
    /** What was told so long ago is news no more; shorter than pages are kept. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final FeedClient client;
    private final AddressGate gate;
    private final Robots robots;
    private final PageQueue queue;
    private final Refusals refusals;
    private final Clock clock;
    private final PageMeters meters;
    private final BooleanSupplier ending;

    /** @param ending whether the role ends, and with it every connection */
    PageVisits(
            FeedClient client,
            AddressGate gate,
            PageQueue queue,
            Refusals refusals,
            Clock clock,
            PageMeters meters,
            BooleanSupplier ending) {
        this.client = client;
        this.gate = gate;
        this.robots = new Robots(client);
        this.queue = queue;
        this.refusals = refusals;
        this.clock = clock;
        this.meters = meters;
        this.ending = ending;
    }

    /** Never throws for what a page does. */
    void to(PageTask task) {
        try {
            if (!task.owner().waits(task.page())) {
                meters.count("abandoned");
            } else if (clock.instant().isAfter(task.entry().fetched().plus(LONGEST_WAIT))) {
                ended(task, "too-old");
            } else {
                ask(task);
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("page {} could not be read because of a fault here: please report it", task.url(), e);
            meters.count("fault");
            if (!ending.getAsBoolean()) {
                task.owner().ended(task.page(), null, false);
            }
        } finally {
            gate.release(task.host());
            queue.done(task.host(), clock.instant());
        }
    }

    private void ask(PageTask task) {
        var word = robots.on(task.url(), clock.instant());
        queue.slow(task.host(), word.pause(), clock.instant());
        if (word.until() != null) {
            putOff(task, word.until());
        } else if (!word.allowed()) {
            ended(task, "refused-robots");
        } else if (word.asked() && task.tries() == 0 && queue.add(task.again(), clock.instant())) {
            LOG.trace("robots.txt came first, {} follows after the pause", task.url());
        } else {
            take(task, client.get(task.url(), null, null));
        }
    }

    private void take(PageTask task, FetchOutcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (outcome instanceof Fetched page) {
            read(task, page, now);
        } else if (outcome instanceof Deferred deferred) {
            putOff(task, deferred.until());
        } else if (outcome instanceof RateLimited limited) {
            var patience = limited.retryAfter() == null ? PATIENCE : limited.retryAfter();
            queue.hold(task.host(), now.plus(patience), now);
            if (task.tries() >= MOST_TRIES || !queue.add(task.again(), now)) {
                ended(task, "rate-limited");
            }
        } else {
            ended(task, outcome instanceof Gone ? "gone" : refused(outcome) ? "refused-status" : "failed");
        }
    }

    private void putOff(PageTask task, Instant until) {
        meters.deferred();
        queue.hold(task.host(), until, clock.instant());
        queue.put(task, clock.instant());
    }

    private static boolean refused(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Failed failed
                && Set.of("HTTP 401", "HTTP 402", "HTTP 403", "HTTP 451").contains(failed.reason());
    }

    private void read(PageTask task, Fetched page, Instant now) {
        var type = page.contentType();
        if (type != null && !type.contains("html") && !type.contains("xml") && !type.isBlank()) {
            ended(task, "no-html");
            return;
        }
        var zone = zone(task.owner().zone(task.page()));
        var article = ArticleExtractor.of(page.body(), type, page.url(), zone, now);
        var reading = PageReading.of(task.entry(), task.page().told(), article, now);
        if (reading.revision() == null) {
            ended(task, reading.result());
        } else if (task.owner().ended(task.page(), reading.revision(), false)) {
            counted(task, reading.result());
        } else {
            meters.count("abandoned");
        }
    }

    /** The feed's word stands; but what fails because this role ends is tried again by the next owner. */
    private void ended(PageTask task, String result) {
        if (ending.getAsBoolean()) {
            meters.count("passed-on");
        } else if (task.owner().ended(task.page(), null, result.startsWith(REFUSED))) {
            counted(task, result);
        } else {
            meters.count("abandoned");
        }
    }

    private void counted(PageTask task, String result) {
        meters.count(result);
        if (result.startsWith(REFUSED)) {
            refusals.refused(task.host(), clock.instant());
        } else if (result.equals(PageReading.FULL)) {
            refusals.shown(task.host());
        }
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
