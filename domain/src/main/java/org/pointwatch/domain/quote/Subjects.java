// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import org.jspecify.annotations.Nullable;

import static org.pointwatch.domain.quote.SpokenText.NONE;

/** Who stands at a verb of saying. Remembers who spoke last: a pronoun may go on from there. */
final class Subjects {
    /** A name, an office or a body is told in so many words. */
    private static final int LONGEST_NAME = 14;

    private static final int SENTENCES_BACK = 3;
    private static final int LONGEST_WRITTEN = 80;
    private static final int TOPIC_WORDS = 8;

    private final SpokenText text;
    private final Speakers speakers;
    private final int[] personBefore;
    private @Nullable Speaker last;
    private int lastWord = NONE;

    Subjects(SpokenText text, Speakers speakers) {
        this.text = text;
        this.speakers = speakers;
        personBefore = personsBefore();
    }

    /** Remembers who spoke, and at which word that is told. */
    void spoke(Speaker speaker, int word) {
        last = speaker;
        lastWord = word;
    }

    @Nullable
    Speaker last() {
        return last;
    }

    int lastWord() {
        return lastWord;
    }

    /**
     * The subject before a verb, null if there is none or it is no one who can speak.
     *
     * @param from the first word that may belong to it
     * @param spokenFrom where the words begin that are told, if they stand before the verb
     */
    @Nullable
    Speaker before(int verb, int from, int spokenFrom) {
        var end = verb - 1;
        while (end >= from && isBetween(end)) {
            end--;
        }
        if (end < from || text.spanOf[end] != text.spanOf[verb]) {
            return null;
        }
        if (text.isApart(end + 1) && !text.is(end, SpeechKind.PRONOUN)) {
            var inserted = segment(end, from);
            if (isName(inserted, end)) {
                return head(inserted, end, spokenFrom);
            }
            end = inserted > from && text.spanOf[inserted - 1] == text.spanOf[verb] ? inserted - 1 : end;
        }
        return head(segment(end, from), end, spokenFrom);
    }

    private boolean isBetween(int word) {
        return text.is(word, SpeechKind.BETWEEN | SpeechKind.TIME)
                || text.is(word, SpeechKind.PREPOSITION) && text.is(word + 1, SpeechKind.TIME)
                || text.speech.isEnglish() && text.words.plain(word).endsWith("ly") && !text.words.isCapital(word);
    }

    /** The first word of what stands without a comma before a word. */
    private int segment(int end, int from) {
        var first = end;
        while (first > from && end - first < LONGEST_NAME && canGoBack(first)) {
            first--;
        }
        return first;
    }

    private boolean canGoBack(int word) {
        return !text.isApart(word) && !text.is(word - 1, SpeechKind.THAT) && text.spanOf[word - 1] == text.spanOf[word];
    }

    private boolean isName(int from, int to) {
        for (int w = from; w <= to; w++) {
            if (text.actor[w] == NONE && !text.words.isCapital(w)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Speaker head(int first, int end, int spokenFrom) {
        if (text.is(end, SpeechKind.PRONOUN)) {
            return pronoun(end, spokenFrom);
        }
        if (text.is(end, SpeechKind.PAPER) && text.actor[end] == NONE) {
            return null;
        }
        var from = first;
        while (from < end && text.is(from, SpeechKind.JOINS | SpeechKind.ASIDE)) {
            from++;
        }
        if (text.is(end, SpeechKind.JOINS | SpeechKind.ASIDE | SpeechKind.THAT | SpeechKind.VERB) || isVerb(end)) {
            return null;
        }
        if (text.actor[end] != NONE) {
            var seat = text.nameFrom[end] - (isThe(text.nameFrom[end] - 1) ? 2 : 1);
            return isSent(seat, from) ? body(from, seat - 1) : named(end, from);
        }
        return text.words.isCapital(end) && end > from ? stranger(from, end) : body(from, end);
    }

    private boolean isThe(int word) {
        return word >= 0 && text.words.plain(word).equals("the");
    }

    /** "Ukraine's ambassador to the United Nations": whose he is, and not where. */
    private boolean isSent(int preposition, int from) {
        if (preposition <= from || !text.words.plain(preposition).equals("to")) {
            return false;
        }
        for (int w = from; w < preposition; w++) {
            if (text.actor[w] != NONE) {
                return true;
            }
        }
        return false;
    }

    /** "rejected reports that": the subject stands before another verb. */
    private boolean isVerb(int end) {
        return text.speech.isEnglish()
                && text.actor[end] == NONE
                && text.words.plain(end).endsWith("ed")
                && !text.words.isCapital(end);
    }

    private Speaker named(int word, int from) {
        var id = text.actorId(word);
        var first = speakers.isPerson(id) ? text.nameFrom[word] : Math.min(from, text.nameFrom[word]);
        return new Speaker(id, written(first, text.nameTo[word]));
    }

    /** A name that the dossier does not know. */
    private Speaker stranger(int from, int end) {
        var first = end;
        while (first > from && text.words.isCapital(first - 1) && text.actor[first - 1] == NONE) {
            first--;
        }
        return new Speaker(null, written(first, end));
    }

    /** "A senior US official", "the foreign ministry": speaks for the party that is named in it. */
    private Speaker body(int from, int end) {
        for (int w = end; w >= from; w--) {
            if (text.actor[w] != NONE && !text.is(w, SpeechKind.PRONOUN)) {
                var id = text.actorId(w);
                return new Speaker(speakers.isPerson(id) ? null : id, written(from, end));
            }
        }
        return new Speaker(null, written(from, end));
    }

    private String written(int from, int to) {
        var name = text.text(from, to);
        return name.length() <= LONGEST_WRITTEN ? name : text.text(to, to);
    }

    /** The subject behind a verb: "said Rubio". */
    @Nullable
    Speaker behind(int verb, int limit, int spokenFrom) {
        var first = verb + 1;
        while (first < limit && !text.isApart(first) && text.is(first, SpeechKind.BETWEEN)) {
            first++;
        }
        if (first >= limit || text.isApart(first) || text.spanOf[first] != NONE) {
            return null;
        }
        if (text.is(first, SpeechKind.PRONOUN)) {
            return pronoun(first, spokenFrom);
        }
        var end = first;
        while (end + 1 < limit && end - first < LONGEST_NAME && !ends(end + 1)) {
            end++;
        }
        return among(first, end, limit);
    }

    private boolean ends(int word) {
        return text.isApart(word)
                || text.spanOf[word] != NONE
                || text.is(word, SpeechKind.THAT | SpeechKind.TIME | SpeechKind.PREPOSITION | SpeechKind.VERB);
    }

    private @Nullable Speaker among(int first, int end, int limit) {
        var party = NONE;
        for (int w = first; w <= end; w++) {
            if (text.actor[w] != NONE) {
                if (speakers.isPerson(text.actorId(w))) {
                    return named(w, first);
                }
                party = party == NONE ? w : party;
            } else if (text.words.isCapital(w) && w < end && text.words.isCapital(w + 1) && text.actor[w + 1] == NONE) {
                return new Speaker(null, written(w, nameEnd(w, end)));
            }
        }
        var next = end + 1;
        if (next < limit && text.words.isBehindComma(next) && text.words.isCapital(next)) {
            return text.actor[next] != NONE
                    ? named(next, next)
                    : new Speaker(null, written(next, nameEnd(next, limit - 1)));
        }
        if (text.is(first, SpeechKind.PAPER | SpeechKind.THAT | SpeechKind.PREPOSITION) && party == NONE) {
            return null;
        }
        return new Speaker(party == NONE ? null : text.actorId(party), written(first, end));
    }

    private int nameEnd(int from, int limit) {
        var end = from;
        while (end < limit && text.words.isCapital(end + 1) && !text.isApart(end + 1)) {
            end++;
        }
        return end;
    }

    /** "He": who spoke last, if nobody else was named since; else whom the tagger took it for. */
    private Speaker pronoun(int word, int spokenFrom) {
        var kind = text.kind[word];
        if ((kind & (SpeechKind.HE | SpeechKind.SHE)) == 0) {
            return Speaker.UNTOLD;
        }
        var from = text.words.firstOf(Math.max(0, text.words.sentenceOf(spokenFrom) - SENTENCES_BACK));
        var speaker = last != null && lastWord >= from ? last.actor() : null;
        var only = onlyPerson(speaker == null ? from : lastWord + 1, spokenFrom);
        if (speaker != null && speakers.fits(speaker, kind) && (only == null || only.equals(speaker))) {
            return new Speaker(speaker, null);
        }
        if (text.actor[word] != NONE && speakers.fits(text.actorId(word), kind)) {
            return new Speaker(text.actorId(word), null);
        }
        var alone = speaker == null ? only : null;
        return alone != null && last == null && speakers.fits(alone, kind) ? new Speaker(alone, null) : Speaker.UNTOLD;
    }

    /** Who opens a sentence: a pronoun or a name among its first words; null if neither stands there. */
    @Nullable
    Speaker topic(int sentenceFirst, int verb) {
        Speaker party = null;
        for (int w = sentenceFirst; w < Math.min(verb, sentenceFirst + TOPIC_WORDS); w++) {
            if (text.is(w, SpeechKind.HE | SpeechKind.SHE)) {
                return pronoun(w, sentenceFirst);
            }
            if (text.actor[w] != NONE && text.words.isPossessive(text.nameTo[w])) {
                continue;
            }
            if (text.actor[w] != NONE && speakers.isPerson(text.actorId(w))) {
                return named(w, w);
            }
            party = party == null && text.actor[w] != NONE ? named(w, w) : party;
        }
        return party;
    }

    /** The person who is named between two words outside quotations; null if none, and "" if several are. */
    @Nullable
    String onlyPerson(int from, int to) {
        String only = null;
        for (int w = personBefore[to]; w >= from; w = personBefore[w]) {
            var id = text.actorId(w);
            if (only != null && !only.equals(id)) {
                return "";
            }
            only = id;
        }
        return only;
    }

    /** For each word the nearest one before it that names a person outside quotations. */
    private int[] personsBefore() {
        var nearest = new int[text.words.count() + 1];
        var last = NONE;
        for (int w = 0; w < text.words.count(); w++) {
            nearest[w] = last;
            var named = text.actor[w] != NONE && text.spanOf[w] == NONE && !text.is(w, SpeechKind.PRONOUN);
            last = named && speakers.isPerson(text.actorId(w)) ? w : last;
        }
        nearest[text.words.count()] = last;
        return nearest;
    }
}
