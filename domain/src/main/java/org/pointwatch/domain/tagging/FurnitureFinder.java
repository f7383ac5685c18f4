// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.Furniture;

/** Marks what belongs to the page and not to the report: credits, links to other pages, filler. */
final class FurnitureFinder {
    private final List<int[]> starts;
    private final List<int[]> credits;
    private final List<Query> lines;
    private final Vocabulary vocabulary;

    FurnitureFinder(Furniture furniture, QueryCompiler compiler, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        starts = phrases(furniture.starts());
        credits = phrases(furniture.credits());
        lines = furniture.lines().stream().map(r -> compiler.compile(r.text())).toList();
    }

    private List<int[]> phrases(List<String> texts) {
        return texts.stream().map(t -> vocabulary.ids(Phrases.words(t))).toList();
    }

    void mark(Tokens tokens) {
        var scope = new Scope(vocabulary.size(), tokens);
        for (int s = 0; s < tokens.sentenceCount; ) {
            var next = nextLine(tokens, s);
            if (!tokens.inTitle(s)) {
                markLine(tokens, s, next, scope);
            }
            s = next;
        }
        markCredits(tokens);
    }

    private static int nextLine(Tokens tokens, int sentence) {
        var next = sentence + 1;
        while (next < tokens.sentenceCount && tokens.sentenceLine[next] == tokens.sentenceLine[sentence]) {
            next++;
        }
        return next;
    }

    private void markLine(Tokens tokens, int from, int to, Scope scope) {
        var limit = tokens.sentenceFrom[to];
        for (int s = from; s < to; s++) {
            var first = tokens.sentenceFrom[s];
            if (startsWith(tokens, first, limit)) {
                mark(tokens, first, limit);
                return;
            }
        }
        var first = tokens.sentenceFrom[from];
        scope.over(first, limit);
        var spans = scope.borrow();
        for (var line : lines) {
            line.find(scope, spans);
        }
        if (!spans.isEmpty()) {
            mark(tokens, first, limit);
        }
        scope.giveBack(spans);
    }

    private boolean startsWith(Tokens tokens, int first, int limit) {
        for (var start : starts) {
            if (tokens.matches(first, start, limit)) {
                return true;
            }
        }
        return false;
    }

    private void markCredits(Tokens tokens) {
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.is(t, Tokens.BRACKET) && isCredit(tokens, t)) {
                var from = t;
                while (from > 0 && !tokens.is(from, Tokens.BRACKET_OPENS) && tokens.is(from - 1, Tokens.BRACKET)) {
                    from--;
                }
                var to = t + 1;
                while (to < tokens.count && tokens.is(to, Tokens.BRACKET) && !tokens.is(to, Tokens.BRACKET_OPENS)) {
                    to++;
                }
                mark(tokens, from, to);
            }
        }
    }

    private boolean isCredit(Tokens tokens, int token) {
        for (var credit : credits) {
            if (tokens.matches(token, credit, tokens.count)) {
                return true;
            }
        }
        return false;
    }

    private static void mark(Tokens tokens, int from, int to) {
        for (int t = from; t < to; t++) {
            tokens.flags[t] |= Tokens.FURNITURE;
        }
    }
}
