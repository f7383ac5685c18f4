// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.Set;

import static org.pointwatch.domain.quote.SpokenText.NONE;

/** Where the clause begins that a verb of saying tells, and where it ends. */
final class Clauses {
    private static final int SHORTEST = 3;
    private static final int LONGEST_BETWEEN = 12;
    private static final int LONGEST_OBJECT = 4;
    private static final Set<String> GOES_ON = Set.of("left", "flew", "went", "later", "sent", "took", "gave");
    private static final Set<String> CONTRAST = Set.of("while", "whereas");
    private static final Set<String> COMMENT =
            Set.of("view", "claim", "position", "remark", "demand", "stance", "comment", "point", "message");
    private static final Set<String> HAVE = Set.of("has", "have");

    private final SpokenText text;

    Clauses(SpokenText text) {
        this.text = text;
    }

    /** @return its first word, {@link SpokenText#NONE} if the verb tells of no clause behind it */
    int start(int verb, int limit, boolean subjectBefore) {
        var that = that(verb, limit);
        if (that != NONE) {
            return limit - that > SHORTEST ? that + 1 : NONE;
        }
        if (text.speech.commaOpensClause()) {
            return subjectBefore ? behindComma(verb, limit) : NONE;
        }
        return text.speech.isEnglish() ? bare(verb, limit) : NONE;
    }

    /** "that" right behind the verb, or behind a time, a place, the one who is told. */
    private int that(int verb, int limit) {
        var next = verb + 1;
        if (next >= limit) {
            return NONE;
        }
        if (text.is(next, SpeechKind.THAT)) {
            return next;
        }
        var english = text.speech.isEnglish();
        var open = text.is(next, SpeechKind.TIME | SpeechKind.PREPOSITION) || text.is(verb, SpeechKind.TELL);
        if (english && (!open || text.isApart(next))) {
            return NONE;
        }
        for (int w = next; w < Math.min(limit, next + LONGEST_BETWEEN); w++) {
            if (text.is(w, SpeechKind.THAT)) {
                return w;
            }
            if (text.is(w, SpeechKind.VERB) || english && text.isApart(w) || text.words.isBehindStop(w)) {
                return NONE;
            }
        }
        return NONE;
    }

    private int behindComma(int verb, int limit) {
        for (int w = verb + 1; w < Math.min(limit, verb + LONGEST_BETWEEN); w++) {
            if (text.words.isBehindComma(w)) {
                return w;
            }
        }
        return NONE;
    }

    /** Without "that": said the plan was dead. */
    private int bare(int verb, int limit) {
        var from = verb + 1;
        if (text.is(verb, SpeechKind.TELL)) {
            from = behindObject(from, limit);
        }
        while (from < limit && !text.isApart(from)) {
            if (text.is(from, SpeechKind.TIME)) {
                from++;
            } else if (from + 1 < limit
                    && text.is(from, SpeechKind.PREPOSITION)
                    && text.is(from + 1, SpeechKind.TIME)) {
                from += 2;
            } else {
                break;
            }
        }
        if (from >= limit || isOpenedBySomethingElse(from)) {
            return NONE;
        }
        var loose = text.is(verb, SpeechKind.SAY | SpeechKind.ADDING) && !text.is(verb, SpeechKind.TELL);
        return loose || isClause(from, limit) ? from : NONE;
    }

    private boolean isOpenedBySomethingElse(int word) {
        var apart = text.words.isBehindComma(word) || text.words.isBehindStop(word) && text.spanOf[word] == NONE;
        return apart || text.is(word, SpeechKind.PREPOSITION | SpeechKind.NO_WORDS) && !text.words.isCapital(word);
    }

    /** "reporters", "the BBC", "Fox News". */
    private int behindObject(int from, int limit) {
        var at = from;
        while (at < limit && at - from < LONGEST_OBJECT && !text.isApart(at) && text.words.isCapital(at)) {
            at++;
        }
        if (at > from || at >= limit) {
            return at;
        }
        return Math.min(limit, text.is(at, SpeechKind.OPENER) ? at + 2 : at + 1);
    }

    /** Whether a subject and a finite verb follow, not only a thing. */
    private boolean isClause(int from, int limit) {
        var opens = text.is(from, SpeechKind.OPENER | SpeechKind.PRONOUN)
                || text.words.isCapital(from)
                || text.words.plain(from).endsWith("s");
        if (!opens) {
            return false;
        }
        for (int w = from + 1; w < limit; w++) {
            if (text.is(w, SpeechKind.FINITE)) {
                return true;
            }
            if (text.is(w, SpeechKind.THAT) || text.words.isBehindComma(w)) {
                return false;
            }
        }
        return false;
    }

    /** @return the first word behind it */
    int end(int verb, int start, int limit) {
        var had = verb > 0 && HAVE.contains(text.words.plain(verb - 1));
        for (int w = start + 1; w < limit; w++) {
            if (text.words.isBehindComma(w) && isBreak(w, limit) || had && isSecondVerb(w, limit)) {
                return w;
            }
        }
        return limit;
    }

    private boolean isSecondVerb(int word, int limit) {
        return text.is(word, SpeechKind.JOINS) && word + 1 < limit && HAVE.contains(text.words.plain(word + 1));
    }

    private boolean isBreak(int word, int limit) {
        var naming = text.is(word, SpeechKind.NAMING) && text.words.plain(word).endsWith("ing");
        if (naming || text.is(word, SpeechKind.ADDING) || CONTRAST.contains(text.words.plain(word))) {
            return true;
        }
        if (text.speech.source(text.words, word) != null) {
            return true;
        }
        if (word + 1 >= limit) {
            return false;
        }
        var next = text.words.plain(word + 1);
        if (text.is(word, SpeechKind.JOINS)) {
            return text.is(word + 1, SpeechKind.VERB)
                    || text.speech.isEnglish() && (next.endsWith("ed") || GOES_ON.contains(next));
        }
        return text.speech.isEnglish() && COMMENT.contains(next);
    }

    /** Behind "according to X": what follows the comma, or the name where the language writes none. */
    int behindSource(int last, int limit) {
        for (int w = last + 1; w < Math.min(limit, last + LONGEST_BETWEEN); w++) {
            if (text.words.isBehindComma(w)) {
                return w;
            }
        }
        if (!text.speech.commaOpensClause()) {
            return NONE;
        }
        for (int w = last + 1; w < Math.min(limit, last + LONGEST_BETWEEN); w++) {
            if (text.actor[w] != NONE) {
                return text.nameTo[w] + 1 < limit ? text.nameTo[w] + 1 : NONE;
            }
        }
        return NONE;
    }
}
