// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.Contents.Named;
import org.pointwatch.domain.stance.Subjects.Group;
import org.pointwatch.domain.tagging.Evidence;

import static org.pointwatch.domain.stance.Scene.NONE;

/** What the words of position in a sentence come to: whose it is, what it is about, and which way it points. */
final class Operators {
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> IT = Set.of("it", "them", "this");
    private static final int CLOSE = 10;
    private static final int CALLED_WITHIN = 16;
    private static final int MUST_NOT_WITHIN = 3;

    private final Scene scene;
    private final Subjects subjects;
    private final Contents contents;
    private final Nouns nouns;
    private final Relatives relatives;
    private final boolean isOnlyPoint;
    private final boolean[] used;

    /** What one of them comes to, before conditions. */
    record Told(Holder holder, int sign, Named named, boolean would) {}

    /** @param isOnlyPoint whether the sentence proves no other point: what "it" may be */
    Operators(Scene scene, Subjects subjects, Contents contents, boolean isOnlyPoint) {
        this.scene = scene;
        this.subjects = subjects;
        this.contents = contents;
        this.nouns = new Nouns(scene, subjects);
        this.relatives = new Relatives(scene, subjects);
        this.isOnlyPoint = isOnlyPoint;
        this.used = new boolean[scene.count];
    }

    /** Whether a position can begin here that is not part of one before. */
    boolean begins(int i) {
        return !scene.covered[i] && !used[i] && scene.operator[i] != 0 && !isWayBack(i);
    }

    /** "bring Russia back into the G8". */
    private boolean isWayBack(int i) {
        return scene.plain(i).equals("back") && i + 1 < scene.count && scene.is(i + 1, Kind.PREPOSITION);
    }

    /** Null where it is not plain whose it is, or where it is not about the point. */
    @Nullable
    Told told(int i, String point, List<Evidence> evidence) {
        var kind = scene.operator[i];
        if ((kind & (Kind.BAD | Kind.GOOD)) != 0) {
            return judged(i, point, evidence);
        }
        if ((kind & Kind.MUST) != 0) {
            return must(i, point, evidence);
        }
        var behind = i + scene.operatorLength[i];
        var sign = (kind & Kind.NEGATIVE) != 0 ? -1 : 1;
        if ((kind & Kind.NO_SUCH) != 0) {
            return told(subjects.speaker(i), sign, contents.behind(behind, to(i), point, evidence), false);
        }
        if ((kind & (Kind.NOUN_FOR | Kind.NOUN_AGAINST)) != 0) {
            var owned = nouns.owned(i, behind);
            if (owned != null) {
                return ownedNoun(owned, i, sign, point, evidence);
            }
        }
        var gap = relatives.object(i, behind);
        if (gap != null) {
            return relative(i, behind, sign, gap, point, evidence);
        }
        return verb(i, kind, sign, point, evidence);
    }

    /** "Kyiv's consent to elections", and not if it "would require" something. */
    private @Nullable Told ownedNoun(Nouns.Owned owned, int i, int sign, String point, List<Evidence> evidence) {
        var named = contents.behind(owned.behind(), Nouns.end(scene, owned.behind(), to(i)), point, evidence);
        return named == null || Nouns.isOpen(scene, named.at() + 1) ? null : told(owned.holder(), sign, named, false);
    }

    /** "a cap, which Kyiv rejects", "the army, which Moscow wants capped". */
    private @Nullable Told relative(
            int i, int behind, int sign, Relatives.Gap gap, String point, List<Evidence> evidence) {
        var group = subjects.group(i);
        if (group.is(Kind.WEAK | Kind.HAD) || isPassive(i, group)) {
            return null;
        }
        var named = gap.closed()
                ? contents.before(gap.at(), scene.contextFrom(gap.at()), gap.at(), point, evidence)
                : contents.behind(behind, Math.min(to(i), behind + CLOSE), point, evidence);
        return told(gap.holder(), sign, named, group.would());
    }

    private @Nullable Told verb(int i, int kind, int sign, String point, List<Evidence> evidence) {
        var group = subjects.group(i);
        if (group.is(Kind.WEAK) || group.is(Kind.HAD) && !Hedges.isNothing(scene.plain(i)) || Hedges.isHalf(scene, i)) {
            return null;
        }
        if (isPassive(i, group)) {
            var agent = subjects.agent(i + 1, i);
            var named = agent == null
                    ? null
                    : contents.before(group.from(), scene.contextFrom(i), group.from(), point, evidence);
            return told(agent, sign, named, false);
        }
        var behind = i + scene.operatorLength[i];
        if ((kind & Kind.WILL_NOT) != 0 && behind < scene.count && scene.is(behind, Kind.BE)) {
            return cannotBe(i, behind, group, point, evidence);
        }
        var holder = subjects.before(i, group);
        if (holder == null) {
            return null;
        }
        if ((kind & Kind.NOT) != 0 && (kind & Kind.WILL_NOT) == 0 && !VerbChain.leadsOn(scene, behind)) {
            return null;
        }
        if (isAbility(i, holder, behind)) {
            return null;
        }
        if ((kind & (Kind.NOT | Kind.WILL_NOT | Kind.AGAINST)) != 0 && VerbChain.turnsBack(scene, kind, behind)) {
            return null;
        }
        if ((kind & Kind.AGAINST) != 0 && Relatives.blames(scene, i, behind)) {
            return null;
        }
        if ((kind & Kind.WILL_NOT) != 0 && !VerbChain.leadsOn(scene, behind)) {
            return refusal(i, behind, holder, point, evidence);
        }
        if ((kind & Kind.ASSENT) != 0
                && behind < scene.count
                && scene.plain(behind).equals("that")) {
            return null;
        }
        if (isIt(behind)) {
            var it = isOnlyPoint
                    ? contents.before(group.from(), scene.contextFrom(i), group.from(), point, evidence)
                    : null;
            return told(holder, sign, it, group.would());
        }
        var named = contents.behind(behind, to(i), point, evidence);
        if (named != null) {
            use(i, named.at());
        }
        return told(holder, sign, named, group.would());
    }

    /** "Russia could return to the G8": outside of its own words what may be, and no readiness. */
    private boolean isAbility(int i, Holder holder, int behind) {
        var own = subjects.speaker(i);
        return scene.plain(i).equals("could")
                && !VerbChain.leadsOn(scene, behind)
                && (own == null || !holder.actors().containsAll(own.actors()));
    }

    /** "will not give up land": told of what is close; "would not", where it is not somebody's words, tells of the plan. */
    private @Nullable Told refusal(int i, int behind, Holder holder, String point, List<Evidence> evidence) {
        var would = scene.plain(i).startsWith("would") || scene.plain(i).startsWith("could");
        if (behind < scene.count && Hedges.isPast(scene.plain(behind - 1), scene.plain(behind))) {
            return null;
        }
        if (would && scene.quote[i] == NONE || behind < scene.count && scene.is(behind, Kind.BE)) {
            return null;
        }
        var to = behind;
        while (to < Math.min(to(i), behind + CLOSE) && !(to > behind && scene.isBehindComma(to))) {
            to++;
        }
        var named = contents.behind(behind, to, point, evidence);
        if (named != null) {
            use(i, named.at());
        }
        return told(holder, -1, named, false);
    }

    /** "borders cannot be changed by force", "an amnesty could not be accepted": in somebody's words. */
    private @Nullable Told cannotBe(int i, int be, Group group, String point, List<Evidence> evidence) {
        var speaker = subjects.speaker(i);
        if (speaker == null || VerbChain.turnsBack(scene, Kind.WILL_NOT, be + 1)) {
            return null;
        }
        var to = Math.min(to(i), be + CLOSE);
        var named = contents.behind(be + 1, to, point, evidence);
        if (named != null && named.at() > be + 3 && !VerbChain.isMade(scene, be + 1)) {
            return null;
        }
        if (named == null && VerbChain.isMade(scene, be + 1)) {
            named = contents.before(group.from(), scene.contextFrom(i), group.from(), point, evidence);
        }
        return told(speaker, -1, named, false);
    }

    /** "we will hold elections": in somebody's words, about himself; "Moscow would" tells of the plan. */
    @Nullable
    Told promised(int i, String point, List<Evidence> evidence) {
        var group = subjects.group(i);
        var before = group.from() - 1;
        var byName = before >= 0 && scene.actor[before] != NONE && !scene.is(before, Kind.THIRD_PERSON);
        if (before < 0 || byName && !subjects.speaksFor(i, scene.actorId(before))) {
            return null;
        }
        var holder = subjects.before(i, group);
        var speaker = subjects.speaker(i);
        if (holder == null || speaker == null || !holder.actors().containsAll(speaker.actors())) {
            return null;
        }
        var to = i + 1;
        while (to < Math.min(to(i), i + CLOSE) && !scene.isBehindComma(to)) {
            to++;
        }
        var would = byName && scene.plain(i).equals("would");
        return told(holder, 1, contents.behind(i + 2, to, point, evidence), would);
    }

    boolean promises(int i) {
        return scene.quote[i] != NONE && !scene.covered[i] && !used[i] && VerbChain.isPromise(scene, i);
    }

    /** "and we reject it": what stands before, in the same words. */
    private boolean isIt(int behind) {
        if (behind >= scene.count || !IT.contains(scene.plain(behind))) {
            return false;
        }
        var next = behind + 1;
        return next == scene.count || scene.quote[next] != scene.quote[behind] || scene.isBehindComma(next);
    }

    private static @Nullable Told told(@Nullable Holder holder, int sign, @Nullable Named named, boolean would) {
        return holder == null || named == null ? null : new Told(holder, sign, named, would);
    }

    private boolean isPassive(int i, Group group) {
        return scene.operatorLength[i] == 1
                && group.is(Kind.BE)
                && (scene.operator[i] & (Kind.WISH | Kind.ASSENT | Kind.AGAINST)) != 0
                && scene.plain(i).endsWith("ed");
    }

    /** "must never join": in somebody's words only, and not where a paper says so. */
    private @Nullable Told must(int i, String point, List<Evidence> evidence) {
        var speaker = subjects.speaker(i);
        var from = scene.contextFrom(i);
        if (speaker == null || i == from || RELATIVE.contains(scene.plain(i - 1))) {
            return null;
        }
        for (int p = from; p < i; p++) {
            if (scene.is(p, Kind.PAPER)) {
                return null;
            }
        }
        var behind = i + scene.operatorLength[i];
        if (VerbChain.compares(scene, behind)) {
            return null;
        }
        var named = contents.behind(behind, to(i), point, evidence);
        if (named != null) {
            use(i, named.at());
            return told(speaker, 1, named, false);
        }
        return told(speaker, mustSign(behind), contents.before(i, from, scene.contextTo(i), point, evidence), false);
    }

    /** "must be rejected", "must not be sent". */
    private int mustSign(int behind) {
        var sign = 1;
        for (int i = behind; i < Math.min(scene.count, behind + MUST_NOT_WITHIN); i++) {
            if (scene.begins(i, Kind.NEGATOR) || (scene.operator[i] & Kind.NEGATIVE) != 0) {
                sign = -sign;
                i += Math.max(scene.negatorLength[i], scene.operatorLength[i]) - 1;
            }
        }
        return sign;
    }

    /** "called the amnesty unacceptable", or in somebody's words "an amnesty is unacceptable". */
    private @Nullable Told judged(int i, String point, List<Evidence> evidence) {
        var sign = (scene.operator[i] & Kind.BAD) != 0 ? -1 : 1;
        var from = scene.contextFrom(i);
        for (int c = i - 1; c >= Math.max(from, i - CALLED_WITHIN); c--) {
            if (scene.begins(c, Kind.CALLS)) {
                var group = subjects.group(c);
                if (group.is(Kind.WEAK | Kind.HAD)) {
                    return null;
                }
                var end = behindAs(i);
                return told(subjects.before(c, group), sign, contents.before(end, c + 1, end, point, evidence), false);
            }
        }
        var group = subjects.group(i);
        if (!group.is(Kind.BE) && !subjects.dropsCopulas() || group.is(Kind.WEAK | Kind.HAD) || isNegated(group, i)) {
            return null;
        }
        if (group.from() > from && scene.plain(group.from() - 1).equals("it")) {
            var behind = i + scene.operatorLength[i];
            return told(subjects.speaker(i), sign, contents.behind(behind, to(i), point, evidence), false);
        }
        return told(
                subjects.speaker(i), sign, contents.before(group.from(), from, group.from(), point, evidence), false);
    }

    /** Where "as a grave mistake" begins. */
    private int behindAs(int i) {
        for (int a = i - 1; a >= Math.max(0, i - 3); a--) {
            if (scene.plain(a).equals("as")) {
                return a;
            }
        }
        return i;
    }

    private boolean isNegated(Group group, int i) {
        for (int n = Math.max(0, group.from() - 1); n < i; n++) {
            if (scene.is(n, Kind.NOT | Kind.WILL_NOT)) {
                return true;
            }
        }
        return false;
    }

    private void use(int from, int to) {
        for (int u = from; u <= to; u++) {
            if ((scene.operator[u] & (Kind.NOUN_FOR | Kind.NOUN_AGAINST)) == 0) {
                used[u] = true;
            }
        }
    }

    /** How far what is wanted may reach: to the end of the quote; from outside, into one that begins right there. */
    int to(int i) {
        var to = scene.contextTo(i);
        return scene.quote[i] == NONE && to < scene.count && to - i <= 4 ? scene.contextTo(to) : to;
    }
}
