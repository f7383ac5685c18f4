// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Drops the outlets of buckets that no delta has touched for longer than any window reaches back, and leaves their
 * number as it is. It goes round the store of outlets, a bounded number of keys at a time: one for each bucket that may
 * be old enough, and one for all the later buckets of its target.
 */
final class ForgetOutlets {
    static final Duration AFTER = Duration.ofDays(61);
    static final int KEYS_A_LOOK = 1_000;

    private final KeyValueStore<String, KeptCounts> counts;
    private final KeyValueStore<String, Long> outlets;
    private final int keysALook;
    private @Nullable String next;

    ForgetOutlets(KeyValueStore<String, KeptCounts> counts, KeyValueStore<String, Long> outlets) {
        this(counts, outlets, KEYS_A_LOOK);
    }

    ForgetOutlets(KeyValueStore<String, KeptCounts> counts, KeyValueStore<String, Long> outlets, int keysALook) {
        this.counts = counts;
        this.outlets = outlets;
        this.keysALook = keysALook;
    }

    /**
     * Goes on from where the last look ended; at the end of the store, from its beginning.
     *
     * @param windowsEnd no later than where the windows end, whose buckets are left alone
     * @param wallClock against which the buckets' last touch is held
     */
    void look(long windowsEnd, long wallClock) {
        var left = keysALook;
        while (left > 0) {
            var found = firstFrom(next);
            if (found == null) {
                next = null;
                return;
            }
            left -= 1 + pass(found.substring(0, found.indexOf(CountTargets.GAP)), windowsEnd, wallClock, left);
        }
    }

    private @Nullable String firstFrom(@Nullable String key) {
        try (var found = outlets.range(key, null)) {
            return found.hasNext() ? found.next().key : null;
        }
    }

    /** How many outlets were dropped. */
    private int pass(String bucketKey, long windowsEnd, long wallClock, int most) {
        var at = bucketKey.lastIndexOf('@');
        if (!old(Instant.parse(bucketKey.substring(at + 1)).toEpochMilli(), windowsEnd)) {
            next = bucketKey.substring(0, at) + after('@');
            return 0;
        }
        var kept = counts.get(bucketKey);
        var drop = kept == null || kept.frozen() || old(kept.touched(), wallClock);
        if (drop && kept != null && !kept.frozen()) {
            counts.put(bucketKey, kept.freeze());
        }
        var dropped = drop ? drop(bucketKey, most) : 0;
        next = bucketKey + (dropped == most ? CountTargets.GAP : after(CountTargets.GAP.charAt(0)));
        return dropped;
    }

    private static boolean old(long time, long now) {
        return time < now - AFTER.toMillis();
    }

    private static char after(char c) {
        return (char) (c + 1);
    }

    /** Whatever is left of a frozen bucket that is gone, so that it can begin anew. */
    void rest(String bucketKey, KeptCounts gone) {
        if (gone.frozen()) {
            drop(bucketKey, Integer.MAX_VALUE);
        }
    }

    private int drop(String bucketKey, int most) {
        List<String> keys = new ArrayList<>();
        try (var found = outlets.prefixScan(bucketKey + CountTargets.GAP, new StringSerializer())) {
            while (found.hasNext() && keys.size() < most) {
                keys.add(found.next().key);
            }
        }
        keys.forEach(outlets::delete);
        return keys.size();
    }
}
