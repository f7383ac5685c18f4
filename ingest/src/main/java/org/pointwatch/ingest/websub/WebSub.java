// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.HubClient;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.Push;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes feeds that name a hub at it, and renews that in time. What a hub says is a hint to poll and nothing more, so
 * feeds are polled as ever. Safe for use by many threads.
 */
public final class WebSub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebSub.class);
    /** A hub that did not ask back, or refused, is asked again after that. */
    private static final Duration UNANSWERED = Duration.ofDays(1);

    private static final Duration LEASE = Duration.ofDays(10);
    private static final int RANDOM_BYTES = 32;
    private static final String SUBSCRIBE = "subscribe";
    private static final String UNSUBSCRIBE = "unsubscribe";

    /** @param at when its hub is asked again */
    private record Due(PushOwner owner, Instant at) {}

    private final WebSubSettings settings;
    private final HubClient client;
    private final Callbacks callbacks;
    private final PushListener listener;
    private final Hints hints = new Hints();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Due> due = new ConcurrentHashMap<>();
    private final ExecutorService asking = Executors.newSingleThreadExecutor(r -> {
        var thread = new Thread(r, "websub-hubs");
        thread.setDaemon(true);
        return thread;
    });

    private WebSub(WebSubSettings settings, HubClient client, Clock clock, MeterRegistry registry) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.callbacks = new Callbacks(hints, settings.largest(), clock, registry);
        this.listener = new PushListener(settings.listen(), callbacks);
    }

    /** Null if the settings switch it off. */
    public static @Nullable WebSub start(
            WebSubSettings settings, Supplier<HubClient> client, Clock clock, MeterRegistry registry) {
        return settings.on() ? new WebSub(settings, client.get(), clock, registry) : null;
    }

    /** Where the listener is. */
    public int port() {
        return listener.port();
    }

    public Hints hints() {
        return hints;
    }

    /** Goes on with a feed's subscription that was kept. */
    public void resume(PushOwner owner, String feed) {
        var push = owner.push(feed);
        if (push != null) {
            callbacks.open(push.path(), owner, feed);
            due.put(feed, new Due(owner, push.renewal(UNANSWERED)));
        }
    }

    /** What its feeds' hubs say is the next owner's. */
    public void withdraw(PushOwner owner) {
        callbacks.close(owner);
        due.values().removeIf(d -> d.owner() == owner);
    }

    /** A document of the feed names this hub. */
    public void found(PushOwner owner, String feed, HubLinks links) {
        var push = owner.push(feed);
        if (push == null || !push.hub().equals(links.hub()) || !push.topic().equals(links.topic())) {
            leave(feed, push);
            due.put(feed, new Due(owner, Instant.MAX));
            later(() -> subscribe(
                    owner, feed, new Push(links.hub(), links.topic(), word(), word(), clock.instant(), null, null)));
        }
    }

    /** This subscription of the feed serves no more; if it holds, its hub is told so. Returns at once. */
    public void leave(String feed, @Nullable Push push) {
        due.remove(feed);
        if (push != null) {
            callbacks.close(push.path());
            if (push.holds(clock.instant())) {
                callbacks.leave(push);
                later(() -> callbacks.count(post(UNSUBSCRIBE, push) ? "leaving" : "stays"));
            }
        }
    }

    /** The feed's publisher has withdrawn it, so that nobody asks for it until it is put on the list again. */
    public void gone(PushOwner owner, String feed) {
        var push = owner.push(feed);
        if (push != null && owner.push(feed, old -> null)) {
            leave(feed, push);
        }
    }

    /** Hubs are asked one after the other, and not while the role ends. */
    private void later(Runnable work) {
        try {
            asking.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("a hub is not asked, the role ends", e);
        }
    }

    /** Asks the hubs again whose time has come; returns at once. */
    public void renew(Instant now) {
        due.forEach((feed, d) -> {
            if (!d.at().isAfter(now) && due.replace(feed, d, new Due(d.owner(), Instant.MAX))) {
                later(() -> renew(d.owner(), feed));
            }
        });
    }

    private void renew(PushOwner owner, String feed) {
        var push = owner.push(feed);
        if (push == null) {
            due.remove(feed);
        } else if (push.renewal(UNANSWERED).isAfter(clock.instant())) {
            due.put(feed, new Due(owner, push.renewal(UNANSWERED)));
        } else {
            subscribe(owner, feed, push.askedAt(clock.instant()));
        }
    }

    /** The subscription is kept before its hub knows of it, for the hub may ask back at once. */
    private void subscribe(PushOwner owner, String feed, Push push) {
        if (!owner.push(feed, old -> push)) {
            due.remove(feed);
            return;
        }
        callbacks.open(push.path(), owner, feed);
        callbacks.count(post(SUBSCRIBE, push) ? "asked" : "refused");
        var kept = owner.push(feed);
        due.put(feed, new Due(owner, kept == null ? Instant.MAX : kept.renewal(UNANSWERED)));
    }

    /** Whether the hub takes it; what it does not take it forgets when the time is over that it granted. */
    private boolean post(String mode, Push push) {
        var refusal = client.post(push.hub(), form(mode, push));
        if (refusal != null) {
            LOG.info(
                    "hub {} does not {} {}: {}",
                    UrlParts.shown(push.hub()),
                    mode,
                    UrlParts.shown(push.topic()),
                    refusal.reason());
        }
        return refusal == null;
    }

    private Map<String, String> form(String mode, Push push) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", mode);
        form.put("hub.topic", push.topic());
        form.put("hub.callback", settings.callback() + "/" + push.path());
        if (mode.equals(SUBSCRIBE)) {
            form.put("hub.secret", push.secret());
            form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
        }
        return form;
    }

    /** 43 letters that nobody guesses. */
    private String word() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        listener.close();
        asking.shutdownNow();
        try {
            client.close();
            if (!asking.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a hub is still being asked while the role ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
