// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import static org.pointwatch.domain.sentiment.FeatureWriter.mix;

/**
 * Who does what to whom, as far as words alone tell: the verb that a target is the subject of, whether it is passive and what
 * it leads to; and the verb or noun before it that it is the object of.
 */
final class Roles {
    private static final int TO_VERB = 7;
    private static final int TO_OBJECT = 6;
    private static final int TO_GOVERNOR = 7;
    private static final int ASIDE = 10;
    private static final int MOST_NAMESAKES = 3;
    private static final int AROUND = 4;
    private static final int SHORTEST_NAME = 3;
    private static final int TONES = 4;
    private static final int SUBJECT = 1000;
    private static final int OBJECT = 2000;
    private static final int LINKED = 100;

    private final View view;
    private final WordClasses known;
    private final Features out;
    private final int kind;
    private int part;

    Roles(View view, WordClasses known, Features out, int kind) {
        this.view = view;
        this.known = known;
        this.out = out;
        this.kind = kind;
    }

    /** Returns what the target does, or what is done to it, as a number; 0 if no verb tells. */
    int write() {
        subject(behindAside(view.last));
        object();
        namesakes();
        return part;
    }

    private byte[] classes(int word) {
        return view.classes[word - view.from];
    }

    private boolean is(int word, int trait) {
        return known.is(classes(word), trait);
    }

    private boolean isBreak(int word) {
        return view.words.isBehindComma(word) || view.words.isBehindStop(word) || is(word, WordClasses.CONTRAST);
    }

    /** "Rubio, the senator from Florida, was": the words behind the second comma. */
    private int behindAside(int from) {
        if (from < view.to && view.words.isBehindComma(from)) {
            for (int w = from + 1; w < Math.min(view.to, from + ASIDE); w++) {
                if (view.words.isBehindComma(w)) {
                    return w;
                }
            }
        }
        return from;
    }

    private void subject(int from) {
        var be = 0;
        var turned = 0;
        for (int w = from; w < Math.min(view.to, from + TO_VERB); w++) {
            if (w > from && isBreak(w)) {
                return;
            }
            turned |= is(w, WordClasses.NEGATION) ? 1 : 0;
            if (Auxiliaries.isBe(view.words.plain(w))) {
                be = 1;
            } else if (is(w, WordClasses.VERB | WordClasses.PARTICIPLE)) {
                predicate(w, voice(w, be) * 2 + turned);
                return;
            } else if (be > 0 && known.polarity(classes(w)) != 0) {
                said(64, turned, w, 0);
                return;
            }
        }
    }

    /** 0 does, 1 is doing, 2 is done to. */
    private int voice(int word, int be) {
        if (be == 0) {
            return 0;
        }
        return view.words.plain(word).endsWith("ing") || !is(word, WordClasses.PARTICIPLE) ? 1 : 2;
    }

    private void predicate(int verb, int how) {
        part = SUBJECT + how * TONES + tone(verb);
        said(60, how, verb, 0);
        for (int w = verb + 1; w < Math.min(view.to, verb + TO_OBJECT); w++) {
            if (isBreak(w)) {
                return;
            }
            var polar = known.polarity(classes(w)) != 0;
            if (polar || is(w, WordClasses.VERB | WordClasses.PARTICIPLE)) {
                for (var one : classes(verb)) {
                    for (var other : classes(w)) {
                        out.add(mix(mix(mix(61, one), other), how), w);
                    }
                }
                out.add(mix(mix(62, Integer.signum(known.polarity(classes(verb))) * 2 + how * 8), sign(w)), w);
                return;
            }
        }
    }

    /** 0 to 2: bad, neither, good; 3: a word of speech, which may be any. */
    private int tone(int word) {
        return Auxiliaries.isSaying(view.words.plain(word)) ? 3 : 1 + Integer.signum(known.polarity(classes(word)));
    }

    private int sign(int word) {
        var polarity = Integer.signum(known.polarity(classes(word)));
        return view.negated[word - view.from] ? -polarity : polarity;
    }

    private void said(int template, int how, int word, int link) {
        var base = mix(mix(template, how), link);
        out.add(mix(mix(base, 1), view.stem[word - view.from]), word);
        out.add(mix(mix(base, 2), Integer.signum(known.polarity(classes(word)))), word);
        for (var one : classes(word)) {
            out.add(mix(mix(base, 3), one), word);
            out.add(mix(mix(mix(base, 4), one), kind), word);
        }
    }

    /** "criticised Rubio", "was attacked by Rubio", "support for Rubio": what stands before it, and what links the two. */
    private void object() {
        var link = 0;
        for (int w = view.first - 1; w >= Math.max(view.from, view.first - TO_GOVERNOR); w--) {
            var plain = view.words.plain(w);
            if (Auxiliaries.isLink(plain)) {
                link = link == 0 ? plain.hashCode() : link;
            } else if (is(w, WordClasses.VERB | WordClasses.PARTICIPLE | WordClasses.GOOD | WordClasses.BAD)) {
                var before = w > view.from && Auxiliaries.isBe(view.words.plain(w - 1));
                var how = (before ? 2 : 0) + (view.negated[w - view.from] ? 1 : 0);
                part = part == 0 ? OBJECT + (link == 0 ? 0 : LINKED) + how * TONES + tone(w) : part;
                said(66, how, w, link);
                return;
            }
            if (isBreak(w)) {
                return;
            }
        }
    }

    /** A name that stands there more than once is spoken of in both places. */
    private void namesakes() {
        var name = Math.min(view.last, view.to) - 1;
        var plain = view.words.plain(name);
        if (!view.words.isCapital(name) || plain.length() < SHORTEST_NAME) {
            return;
        }
        var found = 0;
        for (int w = view.from; w < view.to && found < MOST_NAMESAKES; w++) {
            if ((w < view.first || w >= view.last) && view.hash[w - view.from] == view.hash[name - view.from]) {
                found++;
                around(w);
            }
        }
        out.add(mix(69, found), Features.NO_WORD);
    }

    private void around(int namesake) {
        for (int w = Math.max(view.from, namesake - AROUND); w < Math.min(view.to, namesake + AROUND); w++) {
            if (w != namesake && (w < view.first || w >= view.last)) {
                var side = w < namesake ? 0 : 1;
                out.add(mix(mix(67, side), view.hash[w - view.from]), w);
                for (var one : classes(w)) {
                    out.add(mix(mix(68, side), one * 2 + (view.negated[w - view.from] ? 1 : 0)), w);
                }
            }
        }
    }
}
