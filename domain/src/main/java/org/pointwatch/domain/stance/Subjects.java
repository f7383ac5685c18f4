// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.ArrayList;
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
    private static final Set<String> NOMINAL = Hedges.words("of with in for from against by to behind on");
    private static final Set<String> DEMONYMS = Set.of("ian", "ean", "can", "man", "ish", "ese", "ch", "ic");
    private static final Set<String> RULERS = Set.of("officials", "authorities", "leaders", "government", "leadership");
    private static final Set<String> OWN = Set.of("his", "her", "their", "its");
    private static final Set<String> GOVERNMENTS = Set.of("administration", "government", "cabinet");
    private static final Set<String> PARTY = Set.of("country", "government", "side", "nation", "people", "countrymen");
    private static final int LONGEST_APPOSITION = 12;
    private static final int LONGEST_ASIDE = 25;
    private static final int LONGEST_BODY = 4;

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
            kinds |= isOnceMore(scene, from) ? scene.kinds[from] & ~Kind.WEAK : scene.kinds[from];
            would |= scene.plain(from).equals("would");
            kinds |= would && isPerfect(from, at) ? Kind.WEAK : 0;
        }
        return new Group(from, kinds, would);
    }

    /** "would have accepted": what did not come about. */
    private boolean isPerfect(int would, int verb) {
        for (int i = would + 1; i < verb; i++) {
            if (scene.plain(i).equals("have")) {
                return true;
            }
        }
        return false;
    }

    /** "once again". */
    static boolean isOnceMore(Scene scene, int i) {
        return scene.plain(i).equals("once")
                && i + 1 < scene.count
                && (scene.plain(i + 1).equals("again") || scene.plain(i + 1).equals("more"));
    }

    private boolean isBetween(int i) {
        return scene.is(i, Kind.BETWEEN | Kind.WEAK | Kind.HAD)
                || scene.plain(i).endsWith("ly");
    }

    /** The subject of a verb. */
    @Nullable
    Holder before(int at, Group group) {
        var lowest = scene.contextFrom(at);
        var found = subject(group.from() - 1, lowest, at);
        for (int c = group.from() + 1; found == null && c <= at && lowest < group.from(); c++) {
            found = scene.isBehindComma(c) ? behindApposition(c - 1, lowest, at) : null;
        }
        if (found == null && scene.quote[at] == NONE) {
            found = atHead(group.from(), lowest, at);
        }
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
            return isSeatOf(end, lowest) ? attributed(scene.actorId(end), at) : named(end, lowest, at);
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
                if (only != null && isBehindPreposition(i, lowest)) {
                    continue;
                }
                if (only != null || i > lowest + 2) {
                    return null;
                }
                only = named(nameEnd(i), lowest, at);
            }
        }
        return only;
    }

    private boolean isBehindPreposition(int name, int lowest) {
        var before = name - 1;
        before -= before > lowest && ARTICLES.contains(scene.plain(before)) ? 1 : 0;
        return before > lowest && scene.is(before, Kind.PREPOSITION);
    }

    /** "Orban, the Hungarian prime minister, opposes". */
    private @Nullable Holder behindApposition(int end, int lowest, int at) {
        var name = inserted(end, lowest, at);
        for (int i = end; name == null && i > Math.max(lowest, end - LONGEST_APPOSITION); i--) {
            if (scene.isBehindComma(i)) {
                return scene.actor[i - 1] == NONE ? null : named(i - 1, lowest, at);
            }
        }
        return name;
    }

    /** "Finland's president, Alexander Stubb, opposes": the name, if it is all that stands between the commas. */
    private @Nullable Holder inserted(int end, int lowest, int at) {
        var from = scene.nameFrom[end];
        return scene.actor[end] != NONE
                        && from > lowest
                        && scene.isBehindComma(from)
                        && sides.isPerson(scene.actorId(end))
                ? attributed(scene.actorId(end), at)
                : null;
    }

    /** "European leaders meeting in Johannesburg", "Orban, speaking to the radio, again long a friend, opposes": who heads the clause. */
    private @Nullable Holder atHead(int end, int lowest, int at) {
        var from = Math.max(lowest, end - LONGEST_ASIDE);
        for (int i = end - 1; i > from; i--) {
            if (scene.isBehindComma(i) && scene.begins(i, Kind.CONTRAST) && !Clauses.isRelative(scene.plain(i))) {
                return null;
            }
        }
        var head = Clauses.head(scene, lowest, end);
        return head == NONE || head < from || !Clauses.isAside(scene, head + 1, end) ? null : heading(head, lowest, at);
    }

    private @Nullable Holder heading(int head, int lowest, int at) {
        return scene.actor[head] != NONE ? named(head, lowest, at) : body(head, lowest, at);
    }

    /** A name right before the verb, unless it only tells more of another one. */
    @Nullable
    Holder named(int end, int lowest, int at) {
        var from = scene.nameFrom[end];
        if (scene.isPossessive(end)
                || from > lowest && (scene.is(from - 1, Kind.PREPOSITION) || Hedges.isNeither(scene.plain(from - 1)))
                || from - 1 > lowest
                        && scene.plain(from - 1).equals("the")
                        && NOMINAL.contains(scene.plain(from - 2))) {
            return null;
        }
        if (!isOwn(scene.actorId(end), at) && isTold(from, lowest)
                || scene.is(end, Kind.THIRD_PERSON) && NOBODY.contains(scene.plain(end))) {
            return null;
        }
        var id = scene.actorId(end);
        if (Clauses.isOpen(scene, from, lowest, at) || Clauses.isPart(scene, from, lowest)) {
            return null;
        }
        if (from - 1 > lowest && scene.is(from - 1, Kind.JOINS) && scene.actor[from - 2] != NONE) {
            return quoteOf(at) == null ? new Holder(listed(from - 2, lowest, id), null) : null;
        }
        return attributed(id, at);
    }

    /** "officials in Kyiv". */
    private boolean isSeatOf(int end, int lowest) {
        var in = scene.nameFrom[end] - 1;
        return in - 1 >= lowest
                && (scene.plain(in).equals("in") || scene.plain(in).equals("of"))
                && RULERS.contains(scene.plain(in - 1))
                && !scene.isPossessive(end)
                && !(in - 2 >= lowest && scene.is(in - 2, Kind.PREPOSITION));
    }

    /** "Canada, Japan and Italy". */
    private List<String> listed(int end, int lowest, String last) {
        var all = new ArrayList<String>();
        all.add(scene.actorId(end));
        var from = scene.nameFrom[end];
        while (from > lowest && scene.isBehindComma(from) && scene.actor[from - 1] != NONE) {
            all.add(0, scene.actorId(from - 1));
            from = scene.nameFrom[from - 1];
        }
        all.add(last);
        return all.stream().distinct().toList();
    }

    /** "that NATO will not expand", "what the EU demands": part of something else that is told. */
    private boolean isTold(int from, int lowest) {
        var before = from - 1 > lowest && ARTICLES.contains(scene.plain(from - 1)) ? from - 2 : from - 1;
        return before >= lowest && TOLD.contains(scene.plain(before));
    }

    /** "Ukrainian officials", "EU foreign ministers". */
    private @Nullable Holder body(int end, int lowest, int at) {
        for (int i = end - 1; i >= Math.max(lowest, end - LONGEST_BODY); i--) {
            if (scene.isBehindComma(i + 1) || scene.is(i, Kind.PREPOSITION) || scene.operator[i] != 0) {
                break;
            }
            if (scene.actor[i] != NONE) {
                var id = scene.actorId(i);
                if (quoteOf(at) == null && isTold(scene.nameFrom[i], lowest)) {
                    return null;
                }
                if (isBehindPreposition(scene.nameFrom[i], lowest - 1)
                        || Clauses.isOpen(scene, scene.nameFrom[i], lowest, at)
                        || Clauses.isPart(scene, scene.nameFrom[i], lowest)
                        || Clauses.isOther(scene, i, end)) {
                    return null;
                }
                if (sides.isPerson(id)) {
                    id = GOVERNMENTS.contains(scene.plain(end)) ? sides.of(id) : null;
                }
                return id == null ? null : attributed(id, at);
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
        var self = scene.is(end, Kind.FIRST_PERSON)
                || end > lowest && OUR.contains(scene.plain(end - 1))
                || end == lowest && scene.is(end, Kind.THIRD_PERSON)
                || sides.isInOffice(q.speaker(), scene.plain(end)) && scene.words.isCapital(scene.first + end);
        if (self || isSpeakerAgain(end, lowest, q.speaker())) {
            return Holder.of(q.speaker());
        }
        if (end > lowest && (PARTY.contains(scene.plain(end)) || scene.is(end, Kind.BODY))) {
            var whose = scene.plain(end - 1);
            var own = OWN.contains(whose) || sides.isInOffice(q.speaker(), whose);
            return own ? ofParty(q.speaker()) : null;
        }
        return null;
    }

    /** "his country": the party that he speaks for, and he who says so. */
    private Holder ofParty(String speaker) {
        var party = sides.of(speaker);
        return party == null ? Holder.of(speaker) : new Holder(List.of(party, speaker), speaker);
    }

    /** "he", in words that name no other person. */
    private boolean isSpeakerAgain(int end, int lowest, String speaker) {
        var plain = scene.plain(end);
        if (!plain.equals("he") && !plain.equals("she")) {
            return false;
        }
        for (int i = lowest; i < end; i++) {
            if (scene.actor[i] != NONE && !scene.actorId(i).equals(speaker) && sides.isPerson(scene.actorId(i))) {
                return false;
            }
        }
        return true;
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
        if (q.speaker().equals(sides.of(actor))) {
            return new Holder(List.of(actor), q.speaker());
        }
        return actor.equals(sides.of(q.speaker())) ? new Holder(List.of(actor, q.speaker()), q.speaker()) : null;
    }

    /** Whether an actor speaks himself, or somebody speaks for him. */
    private boolean isOwn(String actor, int at) {
        var q = quoteOf(at);
        return q != null && (actor.equals(q.speaker()) || speaksFor(at, actor));
    }

    /** Whether an actor is the party of the person whose words hold a word. */
    boolean speaksFor(int at, String actor) {
        var q = quoteOf(at);
        return q != null && q.speaker() != null && actor.equals(sides.of(q.speaker()));
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
        for (int i = end; i >= Math.max(lowest, end - 2); i--) {
            if (scene.actor[i] != NONE) {
                var plain = i == end && !sides.isPerson(scene.actorId(i)) && isDemonym(scene.plain(i));
                return scene.isPossessive(i) || plain ? attributed(scene.actorId(i), at) : null;
            }
            if (scene.isBehindComma(i) || scene.is(i, Kind.PREPOSITION)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isDemonym(String plain) {
        return DEMONYMS.stream().anyMatch(plain::endsWith);
    }

    /** "Lavrov reiterated Russia's rejection": the party's, and his who speaks for it. */
    Holder both(Holder owner, @Nullable Holder voice) {
        var party = owner.actors().get(0);
        if (voice == null
                || owner.actors().size() > 1
                || !party.equals(sides.of(voice.actors().get(0)))) {
            return owner;
        }
        var speaker = voice.actors().get(0);
        return new Holder(List.of(party, speaker), speaker);
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
