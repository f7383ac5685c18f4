// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

import static org.pointwatch.domain.quote.SpokenText.NONE;

/**
 * Words between quotation marks, each with who says them. Up to three words are a quote only if a verb of saying stands
 * right beside them; more only if somebody is said to say them, or if they are sentences of their own.
 */
final class DirectSpeech {
    private static final int SCARE_WORDS = 3;
    private static final int BESIDE = 3;
    private static final int LONGEST_ATTRIBUTION = 30;
    private static final double TITLE_CAPITALS = 0.6;

    /** @param verb the word that attributes, {@link SpokenText#NONE} if none does */
    private record Found(@Nullable Speaker speaker, int verb, boolean beside) {}

    private static final Found NOBODY = new Found(null, NONE, false);

    private final SpokenText text;
    private final Subjects subjects;
    private final boolean[] used;
    private final boolean[] kept;
    private final @Nullable Speaker[] speakerOf;
    private int waiting = NONE;

    /** @param used words that attribute something, to be marked */
    DirectSpeech(SpokenText text, Subjects subjects, boolean[] used) {
        this.text = text;
        this.subjects = subjects;
        this.used = used;
        kept = new boolean[text.spans.size()];
        speakerOf = new Speaker[text.spans.size()];
    }

    boolean isKept(int span) {
        return kept[span];
    }

    /** Judges one span; those before it were judged. */
    void judge(int span, List<Quote> out) {
        var words = text.spanLast[span] - text.spanFirst[span] + 1;
        if (words <= 0) {
            return;
        }
        if (text.spans.get(span).goesOn()) {
            waiting = waiting == NONE ? span : waiting;
        }
        var found = attribution(span);
        var speaker = found.speaker();
        if (speaker == null && goesOn(span)) {
            speaker = speakerOf[span - 1];
        }
        if (speaker == null && isWhole(span)) {
            speaker = text.spans.get(span).goesOn() ? Speaker.UNTOLD : context(span);
        }
        kept[span] = speaker != null && (words > SCARE_WORDS && !isTitle(span) || found.beside());
        if (kept[span]) {
            keep(span, found, Objects.requireNonNull(speaker), out);
        }
    }

    private void keep(int span, Found found, Speaker speaker, List<Quote> out) {
        speakerOf[span] = speaker;
        if (found.verb() != NONE) {
            used[found.verb()] = true;
            subjects.spoke(speaker, found.verb());
        }
        if (waiting != NONE && !text.spans.get(span).goesOn()) {
            attributeWaiting(speaker, out);
        }
        out.add(quote(
                speaker, text.spans.get(span).start(), text.spans.get(span).end()));
    }

    /** The paragraphs of one quotation have the speaker whom the last of them names. */
    private void attributeWaiting(Speaker speaker, List<Quote> out) {
        for (int q = out.size() - 1;
                q >= 0 && out.get(q).start() >= text.spans.get(waiting).start();
                q--) {
            var quote = out.get(q);
            if (quote.speaker() == null && quote.name() == null) {
                out.set(q, quote(speaker, quote.start(), quote.end()));
            }
        }
        waiting = NONE;
    }

    /** Whether the paragraph before left the quotation open. */
    private boolean goesOn(int span) {
        return span > 0 && kept[span - 1] && text.spans.get(span - 1).goesOn();
    }

    private Found attribution(int span) {
        var before = before(span);
        if (before.beside() && before.speaker() != null) {
            return before;
        }
        var behind = behind(span);
        if (behind.speaker() != null) {
            return behind;
        }
        if (before.speaker() != null) {
            return before;
        }
        return continued(span);
    }

    private Found before(int span) {
        var first = text.spanFirst[span];
        var from = Math.max(text.sentenceFirst(first), first - LONGEST_ATTRIBUTION);
        var beside = true;
        for (int w = first - 1; w >= from; w--) {
            var within = text.spanOf[w];
            if (within != NONE && kept[within]) {
                return NOBODY;
            }
            if (within == NONE && text.is(w, SpeechKind.VERB | SpeechKind.NAMING) && !isPassive(w)) {
                beside &= first - w <= BESIDE && (text.isApart(first) || first == w + 1) && text.is(w, SpeechKind.VERB);
                return new Found(subjectOf(w, from), w, beside && isColonOrNext(w, first));
            }
            var source = within == NONE ? text.speech.source(text.words, w) : null;
            if (source != null && !source.before()) {
                return new Found(subjects.behind(w + source.words().length - 1, first, first), w, false);
            }
        }
        return NOBODY;
    }

    /** Whether nothing but a comma, a colon or "that" stands between a verb and a mark, or a colon behind who was told. */
    private boolean isColonOrNext(int verb, int first) {
        for (int i = text.words.end(first - 1); i < text.words.start(first); i++) {
            var c = text.words.text().charAt(i);
            if (c == ':' || c == ',') {
                return c == ':' || first - verb <= 2;
            }
        }
        return first == verb + 1 || first == verb + 2 && text.is(verb + 1, SpeechKind.THAT);
    }

    private @Nullable Speaker subjectOf(int verb, int from) {
        var sentence = text.sentenceFirst(verb);
        if (isParticiple(verb)) {
            return lastOrTopic(verb, sentence);
        }
        var subject = subjects.before(verb, Math.max(from, sentence), sentence);
        if (subject != null) {
            return subject;
        }
        if (isGoingOn(verb, sentence)) {
            return lastOrTopic(verb, sentence);
        }
        return subjects.behind(verb, text.sentenceLimit(verb), sentence);
    }

    /** "and said": the subject stands before. */
    private boolean isGoingOn(int verb, int sentence) {
        return verb > sentence && text.is(verb - 1, SpeechKind.JOINS);
    }

    private boolean isParticiple(int verb) {
        return text.is(verb, SpeechKind.ADDING)
                || text.is(verb, SpeechKind.NAMING)
                        && text.speech.isEnglish()
                        && text.words.plain(verb).endsWith("ing");
    }

    private @Nullable Speaker lastOrTopic(int verb, int sentence) {
        if (subjects.last() != null && subjects.lastWord() >= sentence) {
            return subjects.last();
        }
        var only = subjects.onlyPerson(sentence, verb);
        return only == null || only.isEmpty() ? subjects.topic(sentence, verb) : new Speaker(only, null);
    }

    /** "…," he said: only where the words do not end a sentence of their own. */
    private Found behind(int span) {
        var next = text.spanLast[span] + 1;
        if (next >= text.words.count() || !leadsOn(span, next)) {
            return NOBODY;
        }
        var limit = Math.min(text.sentenceLimit(next), next + LONGEST_ATTRIBUTION);
        for (int w = next; w < limit && text.spanOf[w] == NONE; w++) {
            if (text.is(w, SpeechKind.SAY | SpeechKind.REPORT) && !isPassive(w)) {
                var subject = subjects.before(w, next, text.spanFirst[span]);
                if (subject == null) {
                    subject = subjects.behind(w, text.sentenceLimit(w), text.spanFirst[span]);
                }
                return new Found(subject, w, subject != null);
            }
            var source = text.speech.source(text.words, w);
            if (source != null && !source.before()) {
                var speaker = subjects.behind(w + source.words().length - 1, limit, text.spanFirst[span]);
                return new Found(speaker, w, speaker != null);
            }
            if (text.is(w, SpeechKind.ADDING)) {
                return NOBODY;
            }
        }
        return NOBODY;
    }

    /** Whether what follows the closing mark can belong to the words: a comma, dash, question or exclamation mark. */
    private boolean leadsOn(int span, int next) {
        var all = text.words.text();
        var end = text.spans.get(span).end();
        var stop = all.charAt(end - 1);
        var limit = text.words.start(next);
        for (int i = end; i < limit; i++) {
            var c = all.charAt(i);
            if (c == '\n') {
                return false;
            }
            if (c == ',' || c == '-' || c >= '\u2012' && c <= '\u2015') {
                return true;
            }
        }
        return stop == '!' || stop == '?' || stop == '\u2026';
    }

    /** "A," he said. "B": nothing but the attribution stands between. */
    private Found continued(int span) {
        var before = span - 1;
        if (before < 0 || !kept[before]) {
            return NOBODY;
        }
        var first = text.spanFirst[span];
        var from = text.spanLast[before] + 1;
        if (first == from && text.sameLine(before, span)) {
            return new Found(speakerOf[before], NONE, false);
        }
        var sentence = text.words.sentenceOf(first);
        var opens = text.sentenceFirst(first) == first;
        if (!opens || from >= first || !text.words.sameParagraph(text.words.sentenceOf(from), sentence)) {
            return NOBODY;
        }
        var told = subjects.lastWord() >= from && subjects.lastWord() < first;
        return told && text.words.sentenceOf(from) >= sentence - 1
                ? new Found(speakerOf[before], NONE, text.isBehindDash(first))
                : NOBODY;
    }

    /** A sentence of its own, or several. */
    private boolean isWhole(int span) {
        var first = text.spanFirst[span];
        var stop = text.words.text().charAt(text.spans.get(span).end() - 1);
        return text.sentenceFirst(first) == first && ".!?\u2026".indexOf(stop) >= 0 && text.words.isCapital(first);
    }

    /** Whom the sentence before names, if it is one person. */
    private Speaker context(int span) {
        var sentence = text.words.sentenceOf(text.spanFirst[span]);
        if (sentence == 0 || text.words.isTitle(sentence - 1)) {
            return Speaker.UNTOLD;
        }
        var only = subjects.onlyPerson(text.words.firstOf(sentence - 1), text.words.firstOf(sentence));
        return only == null || only.isEmpty() ? Speaker.UNTOLD : new Speaker(only, null);
    }

    private boolean isTitle(int span) {
        var first = text.spanFirst[span];
        if (first > 0 && text.is(first - 1, SpeechKind.TITLED)) {
            return true;
        }
        var capitals = 0;
        for (int w = first; w <= text.spanLast[span]; w++) {
            capitals += text.words.isCapital(w) ? 1 : 0;
        }
        return capitals > TITLE_CAPITALS * (text.spanLast[span] - first + 1);
    }

    private boolean isPassive(int verb) {
        return text.speech.isEnglish() && verb > 0 && text.is(verb - 1, SpeechKind.BE);
    }

    private Quote quote(Speaker speaker, int start, int end) {
        return new Quote(
                speaker.actor(), speaker.name(), text.words.text().substring(start, end), start, end, List.of());
    }
}
