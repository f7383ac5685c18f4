// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.Contents.Named;
import org.pointwatch.domain.stance.Subjects.Group;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Reads one sentence: at each word of position, whose it is, what it is about, and which way it points. */
final class StanceReader {
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> IT = Set.of("it", "them", "this");
    private static final int MOST_OPERATORS = 12;
    private static final int CLOSE = 10;
    private static final int MUST_NOT_WITHIN = 3;
    private static final int DENIED_WITHIN = 6;

    private final Scene scene;
    private final List<Quote> quotes;
    private final Subjects subjects;
    private final Contents contents;
    private final int index;
    private final Sentence sentence;
    private final boolean[] used;
    private boolean isOnlyPoint;

    /** What one word of position comes to, before conditions. */
    private record Told(Holder holder, int sign, Named named, boolean would) {}

    StanceReader(Scene scene, List<Quote> quotes, Subjects subjects, PointCues cues, int index, Sentence sentence) {
        this.scene = scene;
        this.quotes = quotes;
        this.subjects = subjects;
        this.contents = new Contents(scene, cues);
        this.index = index;
        this.sentence = sentence;
        this.used = new boolean[scene.count];
    }

    void read(Map<String, List<Evidence>> points, List<StanceMention> out) {
        if (isQuestion()) {
            return;
        }
        var here = new LinkedHashMap<String, StanceMention>();
        var left = MOST_OPERATORS;
        isOnlyPoint = points.size() == 1;
        for (int i = 0; i < scene.count && left > 0; i++) {
            if (!scene.covered[i] && !used[i] && scene.operator[i] != 0 && !isSuspended(i)) {
                left--;
                for (var point : points.entrySet()) {
                    operator(i, point.getKey(), point.getValue(), here);
                }
            }
        }
        out.addAll(here.values());
    }

    private boolean isQuestion() {
        var text = scene.words.text();
        for (int i = sentence.end() - 1; i >= sentence.start(); i--) {
            var c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
            if (c == '?') {
                return true;
            }
        }
        return false;
    }

    /** Whether the words are somebody's whose saying so is no statement of theirs, or stand in a condition. */
    private boolean isSuspended(int i) {
        var from = scene.contextFrom(i);
        for (int c = i - 1; c >= from && !scene.isBehindComma(c + 1); c--) {
            if (scene.begins(c, Kind.IF) || scene.plain(c).equals("whether")) {
                return true;
            }
        }
        return scene.quote[i] != NONE && isDenied(from, scene.contextTo(i));
    }

    private boolean isDenied(int from, int to) {
        for (int c = Math.max(0, from - DENIED_WITHIN); c < from; c++) {
            if (scene.begins(c, Kind.DENY)) {
                return true;
            }
        }
        for (int c = to; c < Math.min(scene.count, to + DENIED_WITHIN); c++) {
            if (scene.begins(c, Kind.DENY)) {
                return true;
            }
        }
        return false;
    }

    private void operator(int i, String point, List<Evidence> evidence, Map<String, StanceMention> here) {
        var told = told(i, point, evidence);
        if (told != null) {
            var position = position(i, told);
            if (position != null) {
                told.holder().actors().forEach(actor -> add(i, actor, point, position, told.holder(), here));
            }
        }
    }

    private @Nullable Told told(int i, String point, List<Evidence> evidence) {
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
            var owner = subjects.owner(i);
            if (owner != null) {
                return told(owner, sign, contents.behind(behind, to(i), point, evidence), false);
            }
        }
        return verb(i, kind, sign, point, evidence);
    }

    private @Nullable Told verb(int i, int kind, int sign, String point, List<Evidence> evidence) {
        var group = subjects.group(i);
        if (group.is(Kind.WEAK | Kind.HAD)) {
            return null;
        }
        if (isPassive(i, group)) {
            var agent = subjects.agent(i + 1, i);
            var named = agent == null
                    ? null
                    : contents.before(group.from(), scene.contextFrom(i), group.from(), point, evidence);
            return told(agent, sign, named, false);
        }
        var holder = subjects.before(i, group);
        if (holder == null) {
            return null;
        }
        var behind = i + scene.operatorLength[i];
        if ((kind & Kind.NOT) != 0 && (kind & Kind.WILL_NOT) == 0 && !leadsToVerb(behind)) {
            return null;
        }
        if ((kind & (Kind.NOT | Kind.WILL_NOT)) != 0 && turnsRefusal(behind)) {
            return null;
        }
        if ((kind & Kind.WILL_NOT) != 0 && !leadsToVerb(behind)) {
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

    /** "will not give up land": told of what is close; "would not", where it is not somebody's words, tells of the plan. */
    private @Nullable Told refusal(int i, int behind, Holder holder, String point, List<Evidence> evidence) {
        var would = scene.plain(i).startsWith("would") || scene.plain(i).startsWith("could");
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

    private boolean leadsToVerb(int behind) {
        var verb = Kind.WISH | Kind.ASSENT | Kind.READY;
        for (int i = behind; i < Math.min(scene.count, behind + 2); i++) {
            if ((scene.operator[i] & verb) != 0) {
                return true;
            }
        }
        return false;
    }

    /** "does not oppose" is no support. */
    private boolean turnsRefusal(int behind) {
        for (int i = behind; i < Math.min(scene.count, behind + 2); i++) {
            if ((scene.operator[i] & (Kind.AGAINST | Kind.NOT | Kind.BAD)) != 0) {
                return true;
            }
        }
        return false;
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
        for (int c = i - 1; c >= Math.max(from, i - 10); c--) {
            if (scene.begins(c, Kind.CALLS)) {
                var group = subjects.group(c);
                if (group.is(Kind.WEAK | Kind.HAD)) {
                    return null;
                }
                return told(subjects.before(c, group), sign, contents.before(i, c + 1, i, point, evidence), false);
            }
        }
        var group = subjects.group(i);
        if (!group.is(Kind.BE) || group.is(Kind.WEAK | Kind.HAD) || isNegated(group, i)) {
            return null;
        }
        return told(
                subjects.speaker(i), sign, contents.before(group.from(), from, group.from(), point, evidence), false);
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
    private int to(int i) {
        var to = scene.contextTo(i);
        return scene.quote[i] == NONE && to < scene.count && to - i <= 4 ? scene.contextTo(to) : to;
    }

    private @Nullable Position position(int i, Told told) {
        var sign = told.sign() * told.named().sign();
        var condition = condition(i, told.named().at(), sign);
        var kind = scene.operator[i];
        var loose = (kind & Kind.MAYBE) != 0 || told.named().talk() || told.would() && scene.quote[i] == NONE;
        if (condition == Kind.IF) {
            var open = (kind & (Kind.ASSENT | Kind.READY | Kind.MAYBE | Kind.GOOD)) != 0 && sign > 0;
            return open ? Position.CONDITIONAL : null;
        }
        if (condition == Kind.UNTIL) {
            return loose ? null : Position.CONDITIONAL;
        }
        if (loose) {
            return null;
        }
        return sign > 0 ? Position.SUPPORT : Position.OPPOSE;
    }

    /** Which condition stands with it, 0 if none does. */
    private int condition(int i, int named, int sign) {
        var from = scene.contextFrom(i);
        var to = to(i);
        for (int c = from; c < to; c++) {
            if (c > named || c < i) {
                if (scene.begins(c, Kind.IF)) {
                    return Kind.IF;
                }
                if (sign < 0 && c > named && scene.begins(c, Kind.UNTIL)) {
                    return Kind.UNTIL;
                }
            }
        }
        return 0;
    }

    private void add(
            int i, String actor, String point, Position position, Holder holder, Map<String, StanceMention> here) {
        var in = scene.quote[i];
        var start = in == NONE ? sentence.start() : quotes.get(in).start();
        var end = in == NONE ? sentence.end() : quotes.get(in).end();
        var text = in == NONE ? sentence.text() : quotes.get(in).text();
        var mention = new StanceMention(actor, point, position.label(), start, end, index, text, holder.by(actor));
        here.merge(actor + "|" + point, mention, StanceReader::both);
    }

    /** Two that differ tell nothing. */
    private static StanceMention both(StanceMention a, StanceMention b) {
        return a.stance().equals(b.stance())
                ? a
                : new StanceMention(
                        a.actor(),
                        a.point(),
                        Position.UNKNOWN.label(),
                        a.start(),
                        a.end(),
                        a.sentence(),
                        a.text(),
                        a.by());
    }
}
