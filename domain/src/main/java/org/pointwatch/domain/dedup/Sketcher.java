// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Turns a title and a text into their sketch. Stateless: same text, same sketch, on any machine. */
public final class Sketcher {
    /** Words in a shingle. */
    static final int WIDTH = 4;

    /** Hashes kept of a text's shingles. */
    public static final int SIZE = 64;

    /** Hashes kept of its names and numbers, and as many of three that follow each other. */
    static final int ANCHORS = 32;

    /** A text with fewer words outside quotation marks is taken whole. */
    private static final int LEAST_OWN_WORDS = 70;

    /** Words that count as the beginning of a text. */
    static final int LEAD_WORDS = 40;

    /** Hashes kept of the beginning. */
    static final int LEAD_MARKS = 10;

    /** Words of a shingle of the beginning. */
    private static final int LEAD_WIDTH = 3;

    /** First words of a text that tell one beginning from another. */
    private static final int LEAD_KEY_WORDS = 8;

    /** Titles of fewer words say nothing: "Morning briefing". */
    static final int LEAST_TITLE = 4;

    /** Words kept of a title. */
    static final int TITLE_WORDS = 14;

    /** Words read of a text; what follows cannot change what it is a copy of. */
    static final int MOST_WORDS = 40_000;

    private static final Hasher64 HASHER = Hashing.komihash5_0();
    private static final long LEAD_SALT = 0x4C454144;
    private static final long TITLE_SALT = 0x5449544C;

    private Sketcher() {}

    public static Sketch sketch(String title, String text) {
        var head = Words.of(title, 60);
        var words = Words.of(text, MOST_WORDS);
        var body = shingles(words, !mostlyQuoted(words));
        return new Sketch(
                Smallest.of(body, SIZE),
                marks(words, head),
                Anchors.of(words, ANCHORS),
                body.length,
                titleWords(head),
                key(head, head.count()),
                key(words, LEAD_KEY_WORDS));
    }

    /** Hashes of all shingles of a text, distinct and ascending: what a sketch of it is a sample of. */
    public static int[] shingles(String text) {
        var words = Words.of(text, MOST_WORDS);
        var all = shingles(words, !mostlyQuoted(words));
        return Smallest.of(all, all.length);
    }

    /** @param own without what is quoted: a statement belongs to him who made it, whoever reports it */
    private static int[] shingles(Words words, boolean own) {
        var shingles = new int[Math.max(0, words.count() - WIDTH + 1)];
        var n = 0;
        for (var i = 0; i + WIDTH <= words.count(); i++) {
            var hash = 0L;
            var number = false;
            var quoted = true;
            for (var j = i; j < i + WIDTH; j++) {
                hash = (hash ^ words.hash(j)) * 0x9E3779B97F4A7C15L;
                number |= words.is(j, Words.NUMBER);
                quoted &= words.is(j, Words.QUOTED);
            }
            if (!own || !quoted) {
                var spread = positive(HASHER.hashLongToLong(hash));
                shingles[n++] = number ? spread | 1 : spread & ~1;
            }
        }
        return Arrays.copyOf(shingles, n);
    }

    private static boolean mostlyQuoted(Words words) {
        var own = 0;
        for (var i = 0; i < words.count(); i++) {
            own += words.is(i, Words.QUOTED) ? 0 : 1;
        }
        return own < LEAST_OWN_WORDS;
    }

    /** Both marks of a title fall to the same shard, so that one shard sees that titles agree. */
    private static int[] marks(Words words, Words head) {
        var lead = new int[Math.max(0, Math.min(words.count(), LEAD_WORDS) - LEAD_WIDTH + 1)];
        for (var i = 0; i < lead.length; i++) {
            lead[i] = positive(mix(mix(mix(LEAD_SALT, words.hash(i)), words.hash(i + 1)), words.hash(i + 2))) & ~1;
        }
        var marks = IntStream.of(Smallest.of(lead, LEAD_MARKS));
        if (head.count() >= LEAST_TITLE) {
            marks = IntStream.concat(marks, IntStream.of(positive(mix(TITLE_SALT, key(head, head.count()))) | 1));
        }
        return marks.sorted().toArray();
    }

    private static short[] titleWords(Words head) {
        var words = IntStream.range(0, Math.min(head.count(), TITLE_WORDS))
                .map(i -> (short) head.hash(i))
                .sorted()
                .distinct()
                .toArray();
        var kept = new short[words.length];
        for (var i = 0; i < kept.length; i++) {
            kept[i] = (short) words[i];
        }
        return kept;
    }

    private static int key(Words words, int most) {
        var hash = 0L;
        for (var i = 0; i < Math.min(most, words.count()); i++) {
            hash = mix(hash, words.hash(i));
        }
        return positive(hash);
    }

    static int positive(long hash) {
        return (int) (hash >>> 33);
    }

    static long mix(long a, long b) {
        return HASHER.hashLongLongToLong(a, b);
    }
}
