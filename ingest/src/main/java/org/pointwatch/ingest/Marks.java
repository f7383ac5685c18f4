// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds of a partition are being asked, written down before they are: a fetcher that is killed in between leaves no
 * answer behind, but its successor knows not to ask again at once, and passes that on until it has asked. It travels as
 * the text that Kafka keeps beside a group's position, so writing it also proves that the partition is still ours.
 */
final class Marks {
    /** Kafka takes 4,096 characters unless told otherwise. */
    private static final int MOST = 330;
    /** No answer asks for more time than this counts for. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Map<String, Instant> asked = new LinkedHashMap<>();

    /** Nothing is marked where nothing, or something else, was written. */
    static Marks read(@Nullable String text) {
        var marks = new Marks();
        if (text == null) {
            return marks;
        }
        try {
            var words = text.split(" ");
            var at = Instant.ofEpochSecond(Long.parseLong(words[0]));
            for (var i = 1; i < words.length; i++) {
                var parts = words[i].split("-", 2);
                var age = parts.length < 2 ? 0 : Integer.parseInt(parts[1], 36);
                marks.asked.put(parts[0], at.minusSeconds(age));
            }
        } catch (NumberFormatException e) {
            marks.asked.clear();
        }
        return marks;
    }

    /** Adds those that are about to be asked; the text is to be kept before they are. */
    String write(Collection<String> feeds, Instant now) {
        asked.values().removeIf(at -> at.isBefore(now.minus(LONGEST)));
        for (var feed : feeds) {
            var hash = hash(feed);
            asked.remove(hash);
            asked.put(hash, now.plusSeconds(1));
        }
        var text = new StringBuilder(Long.toString(now.getEpochSecond() + 1));
        asked.entrySet().stream().skip(Math.max(0, asked.size() - MOST)).forEach(mark -> {
            var age = now.getEpochSecond() + 1 - mark.getValue().getEpochSecond();
            text.append(' ').append(mark.getKey());
            if (age > 0) {
                text.append('-').append(Long.toString(age, 36));
            }
        });
        return text.toString();
    }

    /** Its answer has been kept, or it was not asked after all. */
    void answered(String feed) {
        asked.remove(hash(feed));
    }

    /** When the feed was asked without an answer having been kept since; null if it was not. */
    @Nullable
    Instant unanswered(String feed, @Nullable Instant lastPoll) {
        var at = asked.get(hash(feed));
        return at == null || (lastPoll != null && !lastPoll.isBefore(at.minusSeconds(1))) ? null : at;
    }

    private static String hash(String feed) {
        var n = Utils.murmur2(feed.getBytes(StandardCharsets.UTF_8));
        var bytes = new byte[] {(byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n};
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
