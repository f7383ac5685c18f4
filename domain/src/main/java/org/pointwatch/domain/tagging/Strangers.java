// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** Words that look like names of people of whom the dossier knows nothing. */
final class Strangers {
    /** From this share of capitals on a sentence without a stop is a headline, in which a capital says nothing. */
    private static final double HEADLINE = 0.6;

    private static final int SHORTEST_NAME = 3;

    private Strangers() {}

    /** A word with a capital that is no cue, no agency, no known name, no headline's word and not the first of its sentence. */
    static boolean isUnknownName(Tokens tokens, int token) {
        var sentence = tokens.sentenceOf(token);
        return token > tokens.sentenceFrom[sentence] && isUnknownWord(tokens, token) && !isHeadline(tokens, sentence);
    }

    private static boolean isUnknownWord(Tokens tokens, int token) {
        var form = tokens.form[token];
        return tokens.is(token, Tokens.UPPER_FIRST)
                && !tokens.is(token, Tokens.UPPER_ALL | Tokens.POSSESSIVE)
                && form.cues == 0
                && (form.marks & WordForm.FURNITURE_CREDIT) == 0
                && form.aliases.length == 0
                && tokens.end[token] - tokens.start[token] >= SHORTEST_NAME;
    }

    private static boolean endsInStop(Tokens tokens, int sentence) {
        for (int i = tokens.end[tokens.sentenceFrom[sentence + 1] - 1]; i < tokens.sentenceEnd[sentence]; i++) {
            if (".!?\u2026".indexOf(tokens.text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHeadline(Tokens tokens, int sentence) {
        var from = tokens.sentenceFrom[sentence];
        var to = tokens.sentenceFrom[sentence + 1];
        var upper = 0;
        for (int t = from; t < to; t++) {
            upper += tokens.is(t, Tokens.UPPER_FIRST) ? 1 : 0;
        }
        return upper >= HEADLINE * (to - from) && !endsInStop(tokens, sentence);
    }
}
