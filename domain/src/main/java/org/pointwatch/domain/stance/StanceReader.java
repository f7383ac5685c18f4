// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.Operators.Told;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;

import static org.pointwatch.domain.stance.Scene.NONE;

/** Reads one sentence: at each word of position, whose it is, what it is about, and which way it points. */
final class StanceReader {
    private static final int MOST_OPERATORS = 12;
    private static final int APART_WITHIN = 12;
    private static final int OPENING = 30;
    private static final int DENIED_WITHIN = 6;

    private final Scene scene;
    private final List<Quote> quotes;
    private final Operators operators;
    private final Map<String, List<Evidence>> points;
    private final int index;
    private final Sentence sentence;

    /**
     * @param points that it proves, and what proves them
     * @param index of the sentence among those of the finding
     */
    StanceReader(
            Scene scene,
            List<Quote> quotes,
            Operators operators,
            Map<String, List<Evidence>> points,
            int index,
            Sentence sentence) {
        this.scene = scene;
        this.quotes = quotes;
        this.operators = operators;
        this.points = points;
        this.index = index;
        this.sentence = sentence;
    }

    void read(List<StanceMention> out) {
        if (isQuestion()) {
            return;
        }
        var here = new LinkedHashMap<String, StanceMention>();
        var left = MOST_OPERATORS;
        for (int i = 0; i < scene.count && left > 0; i++) {
            var promise = operators.promises(i);
            if ((promise || operators.begins(i)) && !isSuspended(i)) {
                left--;
                for (var point : points.entrySet()) {
                    var told = promise
                            ? operators.promised(i, point.getKey(), point.getValue())
                            : operators.told(i, point.getKey(), point.getValue());
                    operator(i, point.getKey(), told, promise, here);
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
            if (scene.begins(c, Kind.IF) && !isAtOnce(c) || scene.plain(c).equals("whether")) {
                return true;
            }
        }
        return scene.quote[i] != NONE && isDenied(from, scene.contextTo(i)) || Hedges.isObserved(scene, i);
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

    private void operator(int i, String point, @Nullable Told told, boolean promise, Map<String, StanceMention> here) {
        if (told != null) {
            var position = position(i, told, promise);
            if (position != null) {
                told.holder().actors().forEach(actor -> add(i, actor, point, position, told.holder(), here));
            }
        }
    }

    private @Nullable Position position(int i, Told told, boolean promise) {
        if (Hedges.isTakenBack(scene, told.named().at() + 1)) {
            return null;
        }
        var removed = (scene.operator[i] & Kind.WISH) != 0
                && Hedges.isRemoved(scene, told.named().at() + 1);
        var sign = told.sign() * told.named().sign() * (removed ? -1 : 1);
        var condition = condition(i, told.named().at(), sign);
        var kind = scene.operator[i];
        var loose =
                (kind & Kind.MAYBE) != 0 || told.named().talk() || told.would() && (promise || scene.quote[i] == NONE);
        if (condition == Kind.IF) {
            var open = promise || (kind & (Kind.ASSENT | Kind.READY | Kind.MAYBE | Kind.GOOD | Kind.NOUN_FOR)) != 0;
            return open && sign > 0 ? Position.CONDITIONAL : null;
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
        var to = operators.to(i);
        for (int c = from; c < to; c++) {
            if (c > named && isNextVerb(c)) {
                return 0;
            }
            if (c > named || c < i) {
                var kind = condition(c, i, named, sign);
                if (kind != 0) {
                    return kind;
                }
            }
        }
        return apart(from, to, sign);
    }

    private int condition(int c, int i, int named, int sign) {
        if (scene.begins(c, Kind.IF) && !isAtOnce(c) && !isOnlyWhen(c, i) && !(sign < 0 && scene.is(c, Kind.UNTIL))) {
            return Kind.IF;
        }
        if (sign < 0 && (c > named || opensClause(c)) && scene.begins(c, Kind.UNTIL)) {
            return Kind.UNTIL;
        }
        if (c <= named) {
            return 0;
        }
        return sign < 0 ? during(c, i) : Hedges.isWhen(scene, c, i) ? Kind.IF : 0;
    }

    /** "cannot agree to elections while the war lasts". */
    private int during(int c, int i) {
        var refusal = (scene.operator[i] & (Kind.WILL_NOT | Kind.NO_SUCH)) != 0;
        return refusal && scene.plain(c).equals("while") && !scene.isBehindComma(c) ? Kind.UNTIL : 0;
    }

    private boolean opensClause(int c) {
        return c == 0 || scene.isBehindComma(c) || scene.begins(c - 1, Kind.JOINS);
    }

    /** "is ready to sign, Merz said, provided that", "If they leave, Merz said, Berlin would": beside what is told. */
    private int apart(int from, int to, int sign) {
        for (int c = to; c < Math.min(scene.count, to + APART_WITHIN); c++) {
            if (scene.isBehindComma(c) && scene.begins(c, Kind.IF | Kind.UNTIL)) {
                return sign > 0 || !scene.is(c, Kind.UNTIL) ? Kind.IF : Kind.UNTIL;
            }
        }
        if (from > 0 && from < OPENING && scene.begins(0, Kind.IF | Kind.UNTIL)) {
            return sign > 0 || !scene.is(0, Kind.UNTIL) ? Kind.IF : Kind.UNTIL;
        }
        return 0;
    }

    /** "rejects a truce and would leave if it came": the condition is another verb's. */
    private boolean isNextVerb(int c) {
        return scene.begins(c, Kind.JOINS)
                && c + 1 < scene.count
                && (scene.operator[c + 1] != 0 || VerbChain.opensPromise(scene.plain(c + 1)));
    }

    /** "wants elections as soon as a deal is signed": tells when. */
    private boolean isOnlyWhen(int c, int i) {
        var soon = scene.plain(c).equals("as") || scene.plain(c).equals("once");
        return soon && c > i && (scene.operator[i] & Kind.WISH) != 0;
    }

    private boolean isAtOnce(int c) {
        return scene.plain(c).equals("once")
                && (c > 0 && scene.plain(c - 1).equals("at") || Subjects.isOnceMore(scene, c));
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
