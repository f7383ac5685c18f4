// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Evidence;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Follows the words behind a word of position to what they name, and counts what turns it round on the way. */
final class Contents {
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whose");
    private static final Set<String> ASIDE = Set.of("without", "but", "while", "whereas");
    private static final Set<String> APART =
            Set.of("after", "during", "amid", "following", "despite", "since", "under", "when", "because", "where");
    private static final Set<String> WHETHER = Hedges.words("whether ob ли чи czy");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "any");
    private static final Set<String> CLAUSES = Hedges.words(
            "clause provision article passage paragraph section requirement rule idea demand condition formula"
                    + " sentence part measure step point attempt arrangement provisions clauses demands ideas proposal deal"
                    + " settlement solution anything agreement plan");
    private static final Set<String> LAID_DOWN =
            Hedges.words("clause provision article passage paragraph section clauses provisions requirement");
    private static final Set<String> ABOUT = Set.of("on", "about", "concerning", "regarding", "covering");
    private static final Set<String> TELLS = Set.of("about", "concerning", "regarding");
    private static final int VERBS = Kind.WISH | Kind.ASSENT | Kind.READY | Kind.AGAINST;
    private static final int FARTHEST = 20;
    private static final int FARTHEST_BACK = 12;
    private static final int RUMOUR_WITHIN = 4;

    private final Scene scene;
    private final PointCues cues;

    /**
     * What is named.
     *
     * @param sign 1 for what the point lays down, -1 for the opposite
     * @param talk whether only talk of it is named
     * @param at the last word looked at
     */
    record Named(int sign, boolean talk, int at) {}

    Contents(Scene scene, PointCues cues) {
        this.scene = scene;
        this.cues = cues;
    }

    /** A walk over the words behind an operator. */
    private static final class Way {
        int sign = 1;
        boolean talk;
        boolean that;
        int clauseSign;
        int clauseAt = NONE;
    }

    /** @param from behind the operator */
    @Nullable
    Named behind(int from, int to, String point, List<Evidence> evidence) {
        var way = new Way();
        way.that = from > 0 && scene.plain(from - 1).equals("that");
        var limit = Math.min(to, from + FARTHEST);
        var proof = cues.byEvidence(point) ? lastOf(evidence, from, limit) : NONE;
        for (int i = from; i < limit; ) {
            if (scene.aside[i]) {
                i++;
                continue;
            }
            if (isNextOfList(i)) {
                way.sign = 1;
            }
            var hit = cues.at(scene, i, to, point);
            if (hit != null) {
                var about = way.clauseAt != NONE && ABOUT.contains(scene.plain(way.clauseAt + 1));
                var sign = about ? way.clauseSign : way.sign * hit.direction();
                var named = new Named(sign, way.talk, i + hit.length() - 1);
                return isContradicted(named, hit, from, limit, way, point) ? null : named;
            }
            if (proof == i) {
                return new Named(way.sign, way.talk, i);
            }
            if (ends(i, from, way)) {
                return inClause(way, i, evidence);
            }
            if (LAID_DOWN.contains(scene.plain(i)) && i + 1 < limit) {
                way.clauseAt = i;
                way.clauseSign = way.sign;
            }
            i += step(i, way);
        }
        return inClause(way, limit, evidence);
    }

    /** "the provision under which half of the profits would go": what is laid down, if that is what proves the point. */
    private @Nullable Named inClause(Way way, int to, List<Evidence> evidence) {
        if (way.clauseAt == NONE) {
            return null;
        }
        var at = lastOf(evidence, way.clauseAt, to);
        return at == NONE ? null : new Named(way.clauseSign, way.talk, at);
    }

    /** "object to the ban on membership, the use of assets, the cap": the ban is over. */
    private boolean isNextOfList(int i) {
        return scene.isBehindComma(i) && ARTICLES.contains(scene.plain(i));
    }

    /** "a loan without using the assets": what is named next to it points the other way. */
    private boolean isContradicted(Named named, PointCues.Hit first, int from, int limit, Way way, String point) {
        for (int i = named.at() + 1; i < limit && !ends(i, from, way); ) {
            var hit = cues.at(scene, i, limit, point);
            if (hit != null && hit.direction() == first.direction() && way.sign * hit.direction() != named.sign()) {
                return true;
            }
            i += hit == null ? step(i, way) : hit.length();
        }
        return false;
    }

    /** The last word of what proves the point, if it is among these. */
    private int lastOf(List<Evidence> evidence, int from, int limit) {
        for (var e : evidence) {
            if (e.end() <= scene.words.start(scene.first)
                    || e.start() >= scene.words.end(scene.first + scene.count - 1)) {
                continue;
            }
            var last = scene.indexAt(e.end() - 1);
            if (last >= from && last < limit) {
                return last;
            }
        }
        return NONE;
    }

    private boolean ends(int i, int from, Way way) {
        if (WHETHER.contains(scene.plain(i))) {
            return true;
        }
        if (scene.begins(i, Kind.IF | Kind.UNTIL) && !scene.begins(i, Kind.NEGATOR)) {
            return true;
        }
        if (scene.isBehindComma(i) && scene.begins(i, Kind.CONTRAST)) {
            return true;
        }
        if (scene.begins(i, Kind.JOINS) && i + 1 < scene.count && scene.operator[i + 1] != 0
                || scene.isBehindComma(i) && !scene.covered[i] && (scene.operator[i] & VERBS) != 0) {
            return true;
        }
        if (i - from < RUMOUR_WITHIN && scene.begins(i, Kind.RUMOUR)) {
            return true;
        }
        if (i - from >= 2
                        && RELATIVE.contains(scene.plain(i))
                        && !scene.is(i - 1, Kind.PREPOSITION)
                        && !CLAUSES.contains(scene.plain(i - 1))
                || APART.contains(scene.plain(i)) && !isBeforeRelative(i)
                || i - from >= 2 && ASIDE.contains(scene.plain(i))) {
            return true;
        }
        way.that |= i - from <= 1 && scene.plain(i).equals("that");
        return way.that && scene.begins(i, Kind.FACT) || isOtherVerb(i);
    }

    /** "under which". */
    private boolean isBeforeRelative(int i) {
        return i + 1 < scene.count && RELATIVE.contains(scene.plain(i + 1)) && !scene.isBehindComma(i);
    }

    /** "what Moscow demands": somebody else's. */
    private boolean isOtherVerb(int i) {
        if (i == 0 || scene.actor[i - 1] == NONE || scene.isPossessive(i - 1) || scene.covered[i]) {
            return false;
        }
        var verb = Kind.WISH | Kind.ASSENT | Kind.AGAINST | Kind.READY | Kind.WILL_NOT;
        var word = scene.plain(i);
        return (scene.operator[i] & verb) != 0 && (word.endsWith("s") || word.endsWith("ed"));
    }

    private int step(int i, Way way) {
        if (scene.covered[i]) {
            return 1;
        }
        way.talk |= scene.is(i, Kind.TALK) || TELLS.contains(scene.plain(i)) && !CLAUSES.contains(scene.plain(i - 1));
        if (scene.negatorLength[i] > 0 && scene.negatorLength[i] >= scene.operatorLength[i]) {
            way.sign = -way.sign;
            return scene.negatorLength[i];
        }
        if (scene.operatorLength[i] > 0) {
            var turns =
                    (scene.operator[i] & Kind.NEGATIVE) != 0 && !scene.plain(i).endsWith("ed");
            way.sign = turns ? -way.sign : way.sign;
            return scene.operatorLength[i];
        }
        return 1;
    }

    /** What stands before: the nearest, "a ban on troops is unacceptable". */
    @Nullable
    Named before(int at, int lowest, int to, String point, List<Evidence> evidence) {
        var from = Math.max(lowest, at - FARTHEST_BACK);
        for (int i = at - 1; i >= from; i--) {
            if (scene.begins(i, Kind.IF | Kind.CONTRAST) && !scene.is(i, Kind.JOINS)) {
                from = i + 1;
            }
        }
        Named found = null;
        var proof = cues.byEvidence(point) ? lastOf(evidence, from, at) : NONE;
        var sign = 1;
        for (int i = from; i < at && found == null; i++) {
            var hit = scene.aside[i] ? null : cues.at(scene, i, to, point);
            if (hit != null) {
                found = new Named(sign * hit.direction(), false, i);
            } else if (proof == i) {
                found = new Named(sign, false, i);
            } else if (!scene.covered[i] && scene.negatorLength[i] > 0) {
                sign = -sign;
            }
        }
        return found;
    }
}
