// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.Optional;
import java.util.Set;
import org.pointwatch.domain.deadline.Hits.Hit;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/**
 * A deadline that is denied without a day: "there is no deadline", "the deadline for me is when it's over".
 *
 * @param from its first word
 * @param to the word behind its last
 */
record Denial(Hit noun, int from, int to) {
    private static final Set<String> WHEN = Set.of("when", "whenever", "wenn", "quand", "lorsque", "коли", "когда");
    private static final Set<String> ARTICLES =
            Set.of("the", "my", "our", "a", "any", "die", "le", "la", "his", "their");
    private static final int LONGEST_WHEN = 6;

    static Optional<Denial> in(Statement s) {
        var over = whenOver(s);
        if (over.isPresent()) {
            return over;
        }
        for (var noun = s.hits().after(DEADLINE, s.hits().from, Integer.MAX_VALUE);
                noun != null;
                noun = s.hits().after(DEADLINE, noun.to(), Integer.MAX_VALUE)) {
            var from = negated(s, noun);
            if (from >= 0) {
                return Optional.of(new Denial(noun, from, noun.to()));
            }
        }
        return Optional.empty();
    }

    /** First word of a deadline that there is not; -1 if there is one. */
    private static int negated(Statement s, Hit noun) {
        var hits = s.hits();
        var no = hits.before(NEGATION, noun.from(), 2);
        var deny = hits.before(DENY, noun.from(), 5);
        var behind = hits.after(DENY, noun.to(), 4);
        if (no != null) {
            return deny != null && deny.from() < no.from() && no.from() - deny.to() <= 1 ? deny.from() : no.from();
        }
        if (deny != null) {
            return deny.from();
        }
        return behind != null || Standing.isDropped(hits, noun) ? opening(s, noun) : -1;
    }

    private static int opening(Statement s, Hit noun) {
        return ARTICLES.contains(s.plain(noun.from() - 1)) ? noun.from() - 1 : noun.from();
    }

    /** "the deadline for me is when it's over": a day that nobody can name. */
    static Optional<Denial> whenOver(Statement s) {
        var hits = s.hits();
        for (var noun = hits.after(DEADLINE, hits.from, Integer.MAX_VALUE);
                noun != null;
                noun = hits.after(DEADLINE, noun.to(), Integer.MAX_VALUE)) {
            for (int w = noun.to() + 1; w < Math.min(noun.to() + 6, hits.limit); w++) {
                if (WHEN.contains(s.plain(w))
                        && Set.of("is", "was", "s", "ist", "est", "це", "это").contains(s.plain(w - 1))) {
                    return Optional.of(new Denial(noun, opening(s, noun), end(s, w)));
                }
            }
        }
        return Optional.empty();
    }

    /** As far as the words run on without a sign between them. */
    private static int end(Statement s, int when) {
        var last = when;
        while (last + 1 < s.hits().limit && last - when < LONGEST_WHEN && isJoined(s, last)) {
            last++;
        }
        return last + 1;
    }

    private static boolean isJoined(Statement s, int word) {
        var words = s.words();
        var gap = words.text().substring(words.end(word), words.start(word + 1));
        return gap.isBlank() || gap.equals("'s ") || gap.equals("\u2019s ");
    }
}
