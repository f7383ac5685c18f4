// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.article.ArticleExtractor;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.pointwatch.ingest.url.Domains;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages behind new entries, with threads, connections and a queue of its own, so that feeds never wait for it.
 * The queue is in memory: what waits when the role ends stays as its feed told it.
 */
public final class PageFetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageFetcher.class);
    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long LOOK_MILLIS = 50;
    private static final int MOST_TRIES = 2;

    private final PageSettings settings;
    private final Clock clock;
    private final MeterRegistry registry;
    private final FeedClient client;
    private final Robots robots;
    private final Refusals refusals = new Refusals();
    private final PageQueue queue;
    private final ExecutorService threads;
    private volatile boolean stopping;

    /** @param exceptions exact origins, {@code host:port}, free of the address and port rules */
    public PageFetcher(
            PageSettings settings, String userAgent, Set<String> exceptions, Clock clock, MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
        this.client = new FeedClient(
                userAgent, exceptions, settings.limits(), Math.max(1, settings.threads()), clock, ACCEPT);
        this.robots = new Robots(client);
        this.queue = new PageQueue(settings.spacing(), settings.mostWaiting());
        this.threads = Executors.newFixedThreadPool(Math.max(1, settings.threads()), PageFetcher::thread);
        for (var i = 0; i < settings.threads(); i++) {
            threads.execute(this::run);
        }
        Gauge.builder("pointwatch.fetch.pages.waiting", queue, PageQueue::size).register(registry);
    }

    /**
     * Takes what a reading of a feed brought; returns at once.
     *
     * @param publish writes an article anew; false if its feed is another fetcher's now
     */
    public void offer(List<Revision> entries, @Nullable String zone, Predicate<Revision> publish) {
        if (!settings.on()) {
            return;
        }
        var wanted = entries.stream()
                .filter(r -> r.url() != null && !r.deleted())
                .sorted(Comparator.comparing((Revision r) -> EventTime.of(r).at())
                        .reversed())
                .toList();
        var now = clock.instant();
        for (var i = 0; i < wanted.size(); i++) {
            var task = PageTask.of(wanted.get(i), zone(zone), publish);
            if (refusals.stands(task.host(), now)) {
                count("refused-before");
            } else if (i >= settings.mostOfAPoll() || !queue.add(task, now)) {
                count("not-asked");
            }
        }
    }

    /** A look-up of a name cannot be interrupted and holds no process up. */
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "fetch-page");
        thread.setDaemon(true);
        return thread;
    }

    /** The entries as they can be told already: of hosts that show us no pages, {@code body} is refused. */
    public List<Revision> named(List<Revision> entries) {
        var now = clock.instant();
        return settings.on() ? entries.stream().map(r -> named(r, now)).toList() : entries;
    }

    private Revision named(Revision r, Instant now) {
        var refused = r.body() == Body.FEED_ONLY && r.url() != null && refusals.stands(Domains.ofUrl(r.url()), now);
        return refused ? PageReading.withBody(r, Body.REFUSED) : r;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void run() {
        while (!stopping) {
            var task = queue.take(clock.instant());
            if (task != null) {
                work(task);
            } else if (!pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            stopping = true;
            return false;
        }
    }

    private void work(PageTask task) {
        try {
            ask(task);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("page {} could not be read because of a fault here: please report it", task.url(), e);
            count("fault");
        } finally {
            queue.done(task.host(), clock.instant());
        }
    }

    private void ask(PageTask task) {
        var word = robots.on(task.url(), clock.instant());
        queue.slow(task.host(), word.pause(), clock.instant());
        if (!word.allowed()) {
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
        } else if (outcome instanceof RateLimited limited) {
            var patience = limited.retryAfter() == null ? PATIENCE : limited.retryAfter();
            queue.hold(task.host(), now.plus(patience), now);
            if (task.tries() >= MOST_TRIES || !queue.add(task.again(), now)) {
                count("rate-limited");
            }
        } else {
            ended(task, outcome instanceof Gone ? "gone" : refused(outcome) ? "refused-status" : "failed");
        }
    }

    private static boolean refused(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Failed failed
                && Set.of("HTTP 401", "HTTP 402", "HTTP 403", "HTTP 451").contains(failed.reason());
    }

    private void read(PageTask task, Fetched page, Instant now) {
        var type = page.contentType();
        if (type != null && !type.contains("html") && !type.contains("xml") && !type.isBlank()) {
            count("no-html");
            return;
        }
        var article = ArticleExtractor.of(page.body(), type, page.url(), task.zone(), now);
        var reading = PageReading.of(task.entry(), task.told(), article, now);
        var revision = reading.revision();
        ended(task, revision == null || task.publish().test(revision) ? reading.result() : "abandoned");
    }

    private void ended(PageTask task, String result) {
        count(result);
        if (result.startsWith("refused-")) {
            refusals.refused(task.host(), clock.instant());
        } else if (result.equals(PageReading.FULL)) {
            refusals.shown(task.host());
        }
    }

    private void count(String result) {
        registry.counter("pointwatch.fetch.pages", "result", result).increment();
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        try {
            client.close();
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a page is still being read while the role ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
