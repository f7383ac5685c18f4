// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Push;

/**
 * What hubs ask and say under the paths that we gave them. A message is read only as far as its signature needs it, never
 * as content: a good one is a hint to poll, anything else is ignored, and all are counted. Used by many threads.
 */
final class Callbacks {
    /** How long after we asked a hub may ask back. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);
    private static final int LONGEST_CHALLENGE = 1_024;
    private static final int REMEMBERED = 64;

    /** @param seen signatures of the last messages */
    private record Place(PushOwner owner, String feed, Set<String> seen) {}

    /** @param until when its hub may ask whether we meant to leave */
    private record Left(String topic, Instant until) {}

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, Left> left = new ConcurrentHashMap<>();
    private final Hints hints;
    private final int largest;
    private final Clock clock;
    private final MeterRegistry registry;

    Callbacks(Hints hints, int largest, Clock clock, MeterRegistry registry) {
        this.hints = hints;
        this.largest = largest;
        this.clock = clock;
        this.registry = registry;
    }

    /** From now on the path is the feed's. */
    void open(String path, PushOwner owner, String feed) {
        places.compute(
                path,
                (p, old) -> new Place(
                        owner, feed, old == null || !old.feed().equals(feed) ? new LinkedHashSet<>() : old.seen()));
    }

    void close(PushOwner owner) {
        places.values().removeIf(place -> place.owner() == owner);
    }

    void close(String path) {
        places.remove(path);
    }

    /** For a while the hub may ask whether we meant to leave. */
    void leave(Push push) {
        var now = clock.instant();
        left.values().removeIf(l -> now.isAfter(l.until()));
        left.put(push.path(), new Left(push.topic(), now.plus(PATIENCE)));
    }

    void count(String event) {
        registry.counter("pointwatch.fetch.websub", "event", event).increment();
    }

    /** @param body to be sent back, null for none */
    record Reply(int status, @Nullable String body) {}

    private Reply ignored(String why, int status) {
        count(why);
        return new Reply(status, null);
    }

    /** A hub asks whether we meant it: only what we asked for, lately and in the same words, is confirmed. */
    Reply verify(String path, Map<String, String> query) {
        var gone = left.get(path);
        if (gone != null && query.getOrDefault("hub.mode", "").equals("unsubscribe")) {
            return confirmed(gone, query);
        }
        var place = places.get(path);
        var push = place == null ? null : place.owner().push(place.feed());
        if (place == null || push == null || !push.path().equals(path)) {
            return ignored("unknown", 404);
        } else if (!push.topic().equals(query.get("hub.topic"))) {
            return ignored("wrong-topic", 404);
        }
        return switch (query.getOrDefault("hub.mode", "")) {
            case "denied" -> denied(place);
            case "subscribe" -> confirmed(place, push, query);
            default -> ignored("not-asked", 404);
        };
    }

    /** A hub may ask this more than once: its own word may not have come through. */
    private Reply confirmed(Left gone, Map<String, String> query) {
        if (!gone.topic().equals(query.get("hub.topic"))) {
            return ignored("wrong-topic", 404);
        } else if (clock.instant().isAfter(gone.until())) {
            return ignored("not-asked", 404);
        }
        var reply = challenge(query);
        if (reply == null) {
            return ignored("no-challenge", 404);
        }
        count("left");
        return reply;
    }

    /** Null if there is none that is sent back. */
    private static @Nullable Reply challenge(Map<String, String> query) {
        var challenge = query.getOrDefault("hub.challenge", "");
        return challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE ? null : new Reply(200, challenge);
    }

    private Reply denied(Place place) {
        place.owner().push(place.feed(), push -> push == null ? null : push.denied());
        return ignored("denied", 200);
    }

    private Reply confirmed(Place place, Push push, Map<String, String> query) {
        var now = clock.instant();
        var answered = push.verified() != null && !push.verified().isBefore(push.asked());
        if (answered || now.isAfter(push.asked().plus(PATIENCE))) {
            return ignored("not-asked", 404);
        }
        var reply = challenge(query);
        var lease = lease(query.get("hub.lease_seconds"));
        if (reply == null) {
            return ignored("no-challenge", 404);
        } else if (!place.owner().push(place.feed(), old -> old == null ? null : old.verifiedAt(now, lease))) {
            return ignored("unknown", 404);
        }
        count("verified");
        return reply;
    }

    /** What a hub does not say, or says oddly, is taken for ten days, as many hubs have it. */
    private static Duration lease(@Nullable String seconds) {
        var said = seconds != null && seconds.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ofDays(10);
        return said.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : said.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : said;
    }

    /**
     * A hub says that there is something new.
     *
     * @param length of the message as claimed, -1 if it is not
     * @throws IOException if the message does not come whole
     */
    Reply pushed(String path, @Nullable String signed, long length, InputStream message) throws IOException {
        var place = places.get(path);
        var push = place == null ? null : place.owner().push(place.feed());
        if (place == null || push == null || !push.path().equals(path)) {
            return ignored("unknown", 410);
        } else if (!push.holds(clock.instant())) {
            return ignored("unverified", 202);
        } else if (length > largest) {
            return ignored("too-large", 413);
        }
        var signature = signed == null ? null : Signature.of(signed);
        if (signature == null) {
            return ignored(signed == null ? "unsigned" : "bad-signature", 202);
        }
        var made = mac(signature, push, message);
        if (made == null) {
            return ignored("too-large", 413);
        } else if (!signature.matches(made)) {
            return ignored("bad-signature", 202);
        }
        return told(place, HexFormat.of().formatHex(made));
    }

    private Reply told(Place place, String message) {
        synchronized (place.seen()) {
            if (!place.seen().add(message)) {
                return ignored("replayed", 202);
            }
            if (place.seen().size() > REMEMBERED) {
                place.seen().remove(place.seen().iterator().next());
            }
        }
        hints.add(place.feed());
        return ignored("hint", 202);
    }

    /** Null if there is more than is read. */
    private byte @Nullable [] mac(Signature signature, Push push, InputStream message) throws IOException {
        var mac = signature.mac(push.secret());
        var buffer = new byte[8_192];
        var left = largest;
        for (var n = message.read(buffer); n >= 0; n = message.read(buffer)) {
            left -= n;
            if (left < 0) {
                return null;
            }
            mac.update(buffer, 0, n);
        }
        return mac.doFinal();
    }
}
