// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static org.pointwatch.domain.quote.SpokenText.NONE;

/**
 * Clauses that somebody is said to have said: "Rubio said that …", "…, Rubio said", "according to Rubio, …". A clause that
 * holds a quotation with a speaker is not told again.
 */
final class ReportedSpeech {
    private static final Set<String> UNSAID = Set.of(
            "not", "never", "without", "of", "from", "than", "didnt", "doesnt", "dont", "wouldnt", "hasnt", "havent",
            "wont", "cannot", "couldnt", "cant");
    private static final Set<String> REFUSED =
            Set.of("declined", "declines", "refused", "refuses", "unwilling", "failed", "reluctant", "hesitated");
    private static final int SHORTEST = 3;
    private static final int LONGEST_BETWEEN = 12;
    private static final int LONGEST_TAIL = 12;

    private final SpokenText text;
    private final Subjects subjects;
    private final DirectSpeech direct;
    private final Clauses clauses;
    private final boolean[] used;

    ReportedSpeech(SpokenText text, Subjects subjects, DirectSpeech direct, boolean[] used) {
        this.text = text;
        this.subjects = subjects;
        this.direct = direct;
        this.used = used;
        clauses = new Clauses(text);
    }

    void read(int sentence, List<Quote> out) {
        var first = text.words.firstOf(sentence);
        var limit = text.words.firstOf(sentence + 1);
        var free = first;
        for (int w = first; w < limit; w++) {
            if (used[w] || isDirect(w)) {
                continue;
            }
            var source = text.speech.source(text.words, w);
            var end = free;
            if (source != null) {
                end = source(w, source, first, limit, free, out);
            } else if (text.is(w, SpeechKind.VERB) && !isPassive(w) && !isUnsaid(w)) {
                end = verb(w, first, limit, free, out);
            }
            if (end > free) {
                free = end;
                w = Math.max(w, end - 1);
            }
        }
    }

    private boolean isDirect(int word) {
        return text.spanOf[word] != NONE && direct.isKept(text.spanOf[word]);
    }

    private boolean isPassive(int verb) {
        return text.speech.isEnglish() && verb > 0 && text.is(verb - 1, SpeechKind.BE);
    }

    /** "did not say that", "stopped short of saying that". */
    private boolean isUnsaid(int verb) {
        if (!text.speech.isEnglish() || verb == 0) {
            return false;
        }
        var before = text.words.plain(verb - 1);
        return UNSAID.contains(before)
                || before.equals("to") && verb > 1 && REFUSED.contains(text.words.plain(verb - 2));
    }

    /** @return the first word behind what was told, {@code free} if nothing was */
    private int verb(int verb, int first, int limit, int free, List<Quote> out) {
        var subject = subjects.before(verb, Math.max(first, free == first ? first : free - 1), first);
        if (text.is(verb, SpeechKind.ADDING) || subject == null && isGoingOn(verb, first)) {
            subject = subjects.last() != null && subjects.lastWord() >= first
                    ? subjects.last()
                    : subjects.topic(first, verb);
        }
        var start = clauses.start(verb, limit, subject != null);
        if (subject == null && start != NONE && !text.speech.isEnglish()) {
            subject = subjects.behind(verb, start, first);
        }
        if (start != NONE && subject != null) {
            var end = clauses.end(verb, start, limit);
            if (tell(subject, verb, start, end, out)) {
                return end;
            }
            return free;
        }
        return start == NONE && !text.is(verb, SpeechKind.ADDING) && free == first
                ? trailing(verb, subject, first, limit, out)
                : free;
    }

    private boolean isGoingOn(int verb, int first) {
        return text.is(verb, SpeechKind.ADDING)
                || verb > first && text.is(verb - 1, SpeechKind.JOINS | SpeechKind.TIME);
    }

    /** "…, Rubio said on Monday." and "…, said Rubio." */
    private int trailing(int verb, @Nullable Speaker subject, int first, int limit, List<Quote> out) {
        if (limit - verb > LONGEST_TAIL) {
            return first;
        }
        var told = first < verb && text.is(first, SpeechKind.JOINS) ? first + 1 : first;
        var comma = verb;
        while (comma > told && !text.words.isBehindComma(comma) && verb - comma < LONGEST_BETWEEN) {
            comma--;
        }
        if (!text.words.isBehindComma(comma) || text.is(told, SpeechKind.ASIDE)) {
            return first;
        }
        var speaker = subject;
        if (subject == null || isAllBetween(comma, verb)) {
            speaker = subjects.behind(verb, limit, first);
        } else if (text.isApart(verb)) {
            return first;
        }
        return speaker != null && tell(speaker, verb, told, comma, out) ? limit : first;
    }

    private boolean isAllBetween(int from, int verb) {
        for (int w = from; w < verb; w++) {
            if (!text.is(w, SpeechKind.BETWEEN)) {
                return false;
            }
        }
        return true;
    }

    private int source(int at, Speech.Source source, int first, int limit, int free, List<Quote> out) {
        var last = at + source.words().length - 1;
        if (source.before()) {
            var speaker = subjects.before(at, first, first);
            return speaker != null && tell(speaker, last, last + 1, limit, out) ? limit : free;
        }
        var speaker = subjects.behind(last, limit, first);
        if (speaker == null || speaker.actor() == null && source.needsActor()) {
            return free;
        }
        for (int w = at; w <= last; w++) {
            used[w] = true;
        }
        if (at > first && text.words.isBehindComma(at)) {
            return free == first && tell(speaker, last, first, at, out) ? limit : free;
        }
        var clause = clauses.behindSource(last, limit);
        return at == first && clause != NONE && tell(speaker, last, clause, limit, out) ? limit : free;
    }

    /** Whether there were words enough, and none that stand in a quotation with a speaker. */
    private boolean tell(Speaker speaker, int verb, int from, int limit, List<Quote> out) {
        if (limit - from < SHORTEST) {
            return false;
        }
        for (int w = from; w < limit; w++) {
            if (isDirect(w)) {
                return false;
            }
        }
        var start = opening(from);
        var end = closing(limit - 1, start);
        out.add(new Quote(
                speaker.actor(), speaker.name(), text.words.text().substring(start, end), start, end, List.of()));
        used[verb] = true;
        subjects.spoke(speaker, verb);
        return true;
    }

    /** The mark before a word that opens a quotation belongs to the clause. */
    private int opening(int word) {
        var start = text.words.start(word);
        var span = text.spanOf[word];
        return span != NONE && text.spanFirst[span] == word ? start - 1 : start;
    }

    private int closing(int word, int start) {
        var end = text.words.end(word);
        if (text.words.isPossessive(word)) {
            end += 2;
        }
        var span = text.spanOf[word];
        var whole = span != NONE
                && text.spanLast[span] == word
                && text.spans.get(span).start() > start;
        return whole ? behindMark(text.spans.get(span).end()) : end;
    }

    private int behindMark(int end) {
        var all = text.words.text();
        var at = end;
        while (at < all.length() && (all.charAt(at) == ',' || Marks.isBlank(all.charAt(at)))) {
            at++;
        }
        return Math.min(at + 1, all.length());
    }
}
