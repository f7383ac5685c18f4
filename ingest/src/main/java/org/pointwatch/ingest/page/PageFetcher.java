// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.url.Domains;
import org.pointwatch.wire.record.WaitingPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages behind new entries, with threads, connections and a queue of its own, so that feeds never wait for it.
 * The queue is in memory; a page's owner keeps it until it is read, and hands it in again after a restart.
 */
public final class PageFetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageFetcher.class);
    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private static final long LOOK_MILLIS = 50;

    private final PageSettings settings;
    private final Clock clock;
    private final PageMeters meters;
    private final FeedClient client;
    private final Refusals refusals = new Refusals();
    private final PageQueue queue;
    private final PageVisits visits;
    private final ExecutorService threads;
    private volatile boolean stopping;

    /** @param exceptions exact origins, {@code host:port}, free of the address and port rules */
    public PageFetcher(
            PageSettings settings, String userAgent, Set<String> exceptions, Clock clock, MeterRegistry registry) {
        this(settings, userAgent, exceptions, AddressGate.OPEN, clock, registry);
    }

    /** @param gate of its own: feeds never wait for pages */
    public PageFetcher(
            PageSettings settings,
            String userAgent,
            Set<String> exceptions,
            AddressGate gate,
            Clock clock,
            MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.meters = new PageMeters(registry);
        this.client = new FeedClient(
                userAgent, exceptions, settings.limits(), Math.max(1, settings.threads()), clock, ACCEPT, gate);
        this.queue = new PageQueue(settings.spacing(), settings.mostWaiting());
        this.visits = new PageVisits(client, gate, queue, refusals, clock, meters, () -> stopping);
        this.threads = Executors.newFixedThreadPool(Math.max(1, settings.threads()), PageFetcher::thread);
        for (var i = 0; i < settings.threads(); i++) {
            threads.execute(this::run);
        }
        Gauge.builder("pointwatch.fetch.pages.waiting", queue, PageQueue::size).register(registry);
    }

    /** The pages that are to be read of what a reading of a feed brought, the newest first. */
    public List<WaitingPage> wanted(List<Revision> entries) {
        if (!settings.on()) {
            return List.of();
        }
        var pages = newestFirst(
                entries.stream().filter(r -> r.url() != null && !r.deleted()).map(PageTask::waiting));
        var now = clock.instant();
        var room = Math.min(settings.mostOfAPoll(), queue.room());
        var wanted = new ArrayList<WaitingPage>();
        for (var i = 0; i < pages.size(); i++) {
            if (refusals.stands(
                    Domains.ofUrl(String.valueOf(pages.get(i).entry().url())), now)) {
                meters.count("refused-before");
            } else if (i >= room) {
                meters.count("not-asked");
            } else {
                wanted.add(pages.get(i));
            }
        }
        return wanted;
    }

    private static List<WaitingPage> newestFirst(Stream<WaitingPage> pages) {
        return pages.sorted(Comparator.comparing(
                                (WaitingPage p) -> EventTime.of(p.entry()).at())
                        .reversed())
                .toList();
    }

    /** Takes pages that its owner keeps until they are read; returns at once. */
    public void offer(List<WaitingPage> pages, PageOwner owner) {
        var now = clock.instant();
        pages.forEach(page -> queue.put(PageTask.of(page, owner), now));
    }

    /** Goes on with what waited when a former owner ended, the newest first. */
    public void resume(Collection<WaitingPage> kept, PageOwner owner) {
        var pages = newestFirst(kept.stream());
        var taken = pages.subList(0, Math.min(pages.size(), queue.room()));
        var beyond = pages.subList(taken.size(), pages.size());
        meters.resumed(taken.size());
        offer(taken, owner);
        if (!beyond.isEmpty()) {
            meters.count("not-asked", beyond.size());
            owner.givenUp(beyond);
        }
    }

    /** What waits for this owner is the next one's. */
    public void withdraw(PageOwner owner) {
        meters.count("passed-on", queue.withdraw(owner));
    }

    public boolean on() {
        return settings.on();
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

    private void run() {
        while (!stopping) {
            var task = queue.take(clock.instant());
            if (task != null) {
                visits.to(task);
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
