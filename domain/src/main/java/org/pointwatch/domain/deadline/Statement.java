// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.Hits.Hit;
import org.pointwatch.domain.dossier.DeadlineCue;
import org.pointwatch.domain.tagging.Words;

/**
 * One sentence with all that is known of it.
 *
 * @param actors in text order
 * @param points in text order
 * @param days in text order
 */
record Statement(Words words, int sentence, Hits hits, List<Named> actors, List<Named> points, List<DayPhrase> days) {
    /** An actor or a point, from one word to another, exclusive. */
    record Named(String id, int from, int to) {}

    String plain(int word) {
        return word >= hits.from && word < hits.limit ? words.plain(word) : "";
    }

    /** The deadline that a day belongs to as its name: "Thursday deadline". */
    @Nullable
    Hit nounBehind(DayPhrase day) {
        var noun = hits.after(DeadlineCue.DEADLINE, day.end(), 0);
        return noun != null && !words.isBehindStop(noun.from()) && !words.isBehindComma(noun.from()) ? noun : null;
    }

    /** Who was named last before a word. */
    @Nullable
    Named actorBefore(int word) {
        Named last = null;
        for (var actor : actors) {
            if (actor.to() <= word) {
                last = actor;
            }
        }
        return last;
    }

    /** Who is named first from a word on, before another. */
    @Nullable
    Named actorAfter(int word, int limit) {
        for (var actor : actors) {
            if (actor.from() >= word && actor.from() < limit) {
                return actor;
            }
        }
        return null;
    }

    /** Whether no comma or stop stands between two words. */
    boolean runsOn(int from, int to) {
        for (int w = from; w < to; w++) {
            if (words.isBehindComma(w) || words.isBehindStop(w)) {
                return false;
            }
        }
        return true;
    }

    boolean pointBefore(int word, int within) {
        return points.stream().anyMatch(p -> p.to() <= word + 2 && p.to() >= word - within);
    }
}
