// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.DeadlineCue;

/** The cues of one sentence, in text order. Words are numbered through the whole text. */
final class Hits {
    private static final DeadlineCue[] CUES = DeadlineCue.values();

    /** A cue from one word to another, exclusive. */
    record Hit(DeadlineCue cue, int from, int to) {}

    /** First word of the sentence, and the one behind its last. */
    final int from;

    final int limit;
    private int[] all = new int[24];
    private int count;
    private int kinds;

    Hits(int from, int limit) {
        this.from = from;
        this.limit = limit;
    }

    void add(DeadlineCue cue, int first, int end) {
        if (count + 3 > all.length) {
            all = Arrays.copyOf(all, 2 * all.length);
        }
        all[count++] = cue.ordinal();
        all[count++] = first;
        all[count++] = end;
        kinds |= 1 << cue.ordinal();
    }

    boolean has(DeadlineCue cue) {
        return (kinds & 1 << cue.ordinal()) != 0;
    }

    boolean hasAny(DeadlineCue... cues) {
        for (var cue : cues) {
            if (has(cue)) {
                return true;
            }
        }
        return false;
    }

    /** The last one that ends before a word, with at most so many words between; null if there is none. */
    @Nullable
    Hit before(DeadlineCue cue, int word, int within) {
        Hit last = null;
        for (int i = 0; has(cue) && i < count; i += 3) {
            if (all[i] == cue.ordinal() && all[i + 2] <= word && word - all[i + 2] <= within) {
                last = hit(i);
            }
        }
        return last;
    }

    /** The first one that begins at a word or behind it, with at most so many words between; null likewise. */
    @Nullable
    Hit after(DeadlineCue cue, int word, int within) {
        for (int i = 0; has(cue) && i < count; i += 3) {
            if (all[i] == cue.ordinal() && all[i + 1] >= word && all[i + 1] - word <= within) {
                return hit(i);
            }
        }
        return null;
    }

    /** Whether one stands on either side of some words, or among them. */
    boolean near(DeadlineCue cue, int first, int end, int before, int after) {
        for (int i = 0; has(cue) && i < count; i += 3) {
            if (all[i] == cue.ordinal() && all[i + 2] >= first - before && all[i + 1] <= end + after) {
                return true;
            }
        }
        return false;
    }

    /** Whether one covers a word. */
    boolean at(DeadlineCue cue, int word) {
        for (int i = 0; has(cue) && i < count; i += 3) {
            if (all[i] == cue.ordinal() && all[i + 1] <= word && all[i + 2] > word) {
                return true;
            }
        }
        return false;
    }

    private Hit hit(int i) {
        return new Hit(CUES[all[i]], all[i + 1], all[i + 2]);
    }
}
