// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Polling.Document;

/**
 * Whether a server's "not modified" is believed. An honest feed is never asked for the whole document twice; one that
 * is silent against its own rhythm is, ever more rarely; one that was caught hiding entries is, once a day.
 */
public final class Trust {
    /** Entries overdue, at which silence becomes suspicious. */
    private static final double SUSPICIOUS = 6;
    /** Entries overdue, at which a feed counts as silent. */
    private static final double SILENT = 20;

    private static final Duration DAY = Duration.ofHours(24);
    private static final int WASTED = 3;

    private Trust() {}

    /** Whether the next request leaves the validators out. */
    public static boolean asksInFull(@Nullable Document document, Tempo tempo, Instant now) {
        if (document == null) {
            return false;
        }
        var since = Duration.between(document.readAt(), now);
        if (document.hides()) {
            return since.compareTo(DAY) >= 0;
        }
        var newest = tempo.rhythm().newest();
        return newest != null
                && since.compareTo(DAY) >= 0
                && since.compareTo(Duration.between(newest, now).dividedBy(2)) >= 0
                && tempo.overdue(now) >= SUSPICIOUS;
    }

    /** Since when the feed is silent against its own rhythm, null if it is not. */
    public static @Nullable Instant silentSince(Tempo tempo, Instant now) {
        var newest = tempo.rhythm().newest();
        return newest != null && Duration.between(newest, now).compareTo(DAY) >= 0 && tempo.overdue(now) >= SILENT
                ? newest
                : null;
    }

    /** Whether the server had every chance to answer 304 and never took it. */
    public static boolean ignored(@Nullable Document document) {
        return document != null && document.honoured() == 0 && document.repeats() >= WASTED;
    }

    public static @Nullable Document confirmed(@Nullable Document before) {
        return before == null
                ? null
                : new Document(
                        before.hash(),
                        before.readAt(),
                        before.entries(),
                        before.repeats(),
                        before.honoured() + 1,
                        before.hides());
    }

    /**
     * After the document came in full.
     *
     * @param asked whether the request was to be answered 304 if nothing had changed
     * @param hidden whether it holds new entries that an earlier 304 had denied
     * @param fresh whether it holds new entries
     */
    public static Document read(
            @Nullable Document before,
            String hash,
            int entries,
            boolean asked,
            boolean hidden,
            boolean fresh,
            Instant now) {
        var same = before != null && before.hash().equals(hash);
        var repeats = before == null ? 0 : before.repeats();
        var honest = asked && fresh && !hidden;
        return new Document(
                hash,
                now,
                entries,
                same && asked ? repeats + 1 : repeats,
                before == null ? 0 : before.honoured(),
                hidden || (before != null && before.hides() && !honest));
    }

    public static String hash(byte[] document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(document);
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
