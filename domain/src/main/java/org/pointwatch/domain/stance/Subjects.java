// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.quote.Quote;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Whose position a word tells: the subject before it, or who speaks. Null wherever that is not plain. */
final class Subjects {
    private static final Set<String> TOLD = Hedges.words("that what which whom why how where que qu що что że dass");
    private static final Set<String> ARTICLES = Hedges.words("the l la le les el los die der das");
    private static final Set<String> OUR = Set.of("our", "my", "наш", "наша", "unser", "unsere", "notre");
    private static final Set<String> NOBODY = Set.of("it", "they");
    private static final int LONGEST_APPOSITION = 12;

    private final Scene scene;
    private final List<Quote> quotes;
    private final Sides sides;
    private final boolean dropsSubjects;
    private @Nullable Holder last;
    private int lastAt = NONE;

    /**
     * The words between a subject and its verb.
     *
     * @param from the first of them, or the verb
     * @param kinds all that they are
     */
    record Group(int from, int kinds, boolean would) {
        boolean is(int kind) {
            return (kinds & kind) != 0;
        }
    }

    Subjects(Scene scene, List<Quote> quotes, Sides sides, boolean dropsSubjects) {
        this.dropsSubjects = dropsSubjects;
        this.scene = scene;
        this.quotes = quotes;
        this.sides = sides;
    }

    /** "Amnesty unacceptable", where languages that leave subjects out leave out "is" as well. */
    boolean dropsCopulas() {
        return dropsSubjects;
    }

    Group group(int at) {
        var from = at;
        var kinds = 0;
        var would = false;
        var lowest = scene.contextFrom(at);
        while (from > lowest && scene.actor[from - 1] == NONE && isBetween(from - 1)) {
            from--;
            kinds |= scene.kinds[from];
            would |= scene.plain(from).equals("would");
        }
        return new Group(from, kinds, would);
    }

    private boolean isBetween(int i) {
        return scene.is(i, Kind.BETWEEN | Kind.WEAK | Kind.HAD)
                || scene.plain(i).endsWith("ly");
    }

    /** The subject of a verb. */
    @Nullable
    Holder before(int at, Group group) {
        var found = subject(group.from() - 1, scene.contextFrom(at), at);
        if (found != null) {
            last = found;
            lastAt = at;
        }
        return found;
    }

    private @Nullable Holder subject(int end, int lowest, int at) {
        if (end < lowest) {
            return dropsSubjects ? speaker(at) : null;
        }
        if (scene.is(end, Kind.JOINS)) {
            return lastAt >= lowest ? last : opening(lowest, end, at);
        }
        if (scene.isBehindComma(end + 1) && end + 1 > lowest) {
            return behindApposition(end, lowest, at);
        }
        if (scene.actor[end] != NONE) {
            return named(end, lowest, at);
        }
        if (scene.is(end, Kind.BODY)) {
            return body(end, lowest, at);
        }
        return spoken(end, lowest, at);
    }

    /** "Orban flew home and rejected": who opens the sentence, if nobody else is named. */
    private @Nullable Holder opening(int lowest, int end, int at) {
        Holder only = null;
        for (int i = lowest; i < end; i++) {
            if (scene.actor[i] != NONE && scene.nameFrom[i] == i) {
                if (only != null || i > lowest + 2) {
                    return null;
                }
                only = named(nameEnd(i), lowest, at);
            }
        }
        return only;
    }

    /** "Orban, the Hungarian prime minister, opposes". */
    private @Nullable Holder behindApposition(int end, int lowest, int at) {
        for (int i = end; i > Math.max(lowest, end - LONGEST_APPOSITION); i--) {
            if (scene.isBehindComma(i)) {
                return scene.actor[i - 1] == NONE ? null : named(i - 1, lowest, at);
            }
        }
        return null;
    }

    /** A name right before the verb, unless it only tells more of another one. */
    @Nullable
    Holder named(int end, int lowest, int at) {
        var from = scene.nameFrom[end];
        if (scene.isPossessive(end)
                || from > lowest && (scene.is(from - 1, Kind.PREPOSITION) || Hedges.isNeither(scene.plain(from - 1)))) {
            return null;
        }
        if (quoteOf(at) == null && isTold(from, lowest)
                || scene.is(end, Kind.THIRD_PERSON) && NOBODY.contains(scene.plain(end))) {
            return null;
        }
        var id = scene.actorId(end);
        if (from - 1 > lowest && scene.is(from - 1, Kind.JOINS) && scene.actor[from - 2] != NONE) {
            var other = scene.actorId(from - 2);
            return quoteOf(at) == null ? new Holder(List.of(other, id), null) : null;
        }
        return attributed(id, at);
    }

    /** "that NATO will not expand", "what the EU demands": part of something else that is told. */
    private boolean isTold(int from, int lowest) {
        var before = from - 1 > lowest && ARTICLES.contains(scene.plain(from - 1)) ? from - 2 : from - 1;
        return before >= lowest && TOLD.contains(scene.plain(before));
    }

    /** "Ukrainian officials", "EU foreign ministers". */
    private @Nullable Holder body(int end, int lowest, int at) {
        for (int i = end - 1; i >= Math.max(lowest, end - 2); i--) {
            if (scene.actor[i] != NONE) {
                var id = scene.actorId(i);
                var before = scene.nameFrom[i] - 1;
                if (quoteOf(at) == null && isTold(scene.nameFrom[i], lowest)) {
                    return null;
                }
                var plain = before < lowest || !scene.is(before, Kind.PREPOSITION);
                return plain && !sides.isPerson(id) ? attributed(id, at) : null;
            }
        }
        return spoken(end, lowest, at);
    }

    /** "I", "we", "our government", and "he" right where the words begin: who speaks. */
    private @Nullable Holder spoken(int end, int lowest, int at) {
        var q = quoteOf(at);
        if (q == null || q.speaker() == null) {
            return null;
        }
        var own = scene.is(end, Kind.FIRST_PERSON)
                || end > lowest && OUR.contains(scene.plain(end - 1))
                || end == lowest && scene.is(end, Kind.THIRD_PERSON)
                || sides.isInOffice(q.speaker(), scene.plain(end)) && scene.words.isCapital(scene.first + end);
        return own ? Holder.of(q.speaker()) : null;
    }

    /** An actor whose position is told in these words: in somebody's quote, only if he speaks for that actor. */
    @Nullable
    Holder attributed(String actor, int at) {
        var q = quoteOf(at);
        if (q == null || actor.equals(q.speaker())) {
            return Holder.of(actor);
        }
        if (q.speaker() == null) {
            return q.name() == null ? null : new Holder(List.of(actor), q.name());
        }
        return actor.equals(sides.of(q.speaker())) ? new Holder(List.of(actor, q.speaker()), q.speaker()) : null;
    }

    /** Who speaks, where the words need no subject. */
    @Nullable
    Holder speaker(int at) {
        var q = quoteOf(at);
        return q == null || q.speaker() == null ? null : Holder.of(q.speaker());
    }

    /** "Moscow's demand for": whose noun it is. */
    @Nullable
    Holder owner(int at) {
        var end = at - 1;
        var lowest = scene.contextFrom(at);
        for (int i = end; i >= Math.max(lowest, end - 1); i--) {
            if (scene.actor[i] != NONE) {
                return scene.isPossessive(i) ? attributed(scene.actorId(i), at) : null;
            }
        }
        return null;
    }

    /** "rejected by Kyiv": the one behind. */
    @Nullable
    Holder agent(int from, int at) {
        for (int i = from; i < Math.min(scene.count - 1, from + 3); i++) {
            if (scene.plain(i).equals("by") && scene.quote[i] == scene.quote[at]) {
                var next = scene.plain(i + 1).equals("the") && i + 2 < scene.count ? i + 2 : i + 1;
                return scene.actor[next] == NONE || scene.isPossessive(nameEnd(next))
                        ? null
                        : attributed(scene.actorId(next), at);
            }
        }
        return null;
    }

    private int nameEnd(int i) {
        var end = i;
        while (end + 1 < scene.count && scene.actor[end + 1] != NONE && scene.nameFrom[end + 1] == scene.nameFrom[i]) {
            end++;
        }
        return end;
    }

    private @Nullable Quote quoteOf(int at) {
        return scene.quote[at] == NONE ? null : quotes.get(scene.quote[at]);
    }
}
