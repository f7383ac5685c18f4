// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.Furniture;

/** Marks what belongs to the page and not to the report: credits, links to other pages, filler. */
final class FurnitureFinder {
    private final List<int[]> starts;
    private final List<int[]> credits;
    private final List<Query> lines;

    FurnitureFinder(Furniture furniture, Languages languages, QueryCompiler compiler, Vocabulary vocabulary) {
        starts = phrases(furniture.starts(), WordForm.FURNITURE_START, compiler.phrases(), vocabulary);
        credits = phrases(furniture.credits(), WordForm.FURNITURE_CREDIT, compiler.phrases(), vocabulary);
        lines = languages.rules(furniture.lines()).stream()
                .map(r -> compiler.compile(r.text()))
                .toList();
        for (var line : lines) {
            for (var term : Trigger.of(line, vocabulary).terms()) {
                vocabulary.mark(term, WordForm.FURNITURE_LINE);
            }
        }
    }

    private static List<int[]> phrases(List<String> texts, int mark, Phrases phrases, Vocabulary vocabulary) {
        var compiled = texts.stream()
                .map(t -> vocabulary.ids(phrases.words(t)))
                .filter(ids -> ids.length > 0)
                .toList();
        compiled.forEach(ids -> vocabulary.mark(ids[0], mark));
        return compiled;
    }

    void mark(Tokens tokens, Scope scope) {
        for (int s = 0; s < tokens.sentenceCount; ) {
            var next = tokens.paragraphEnd(s);
            if (!tokens.inTitle(s)) {
                markLine(tokens, s, next, scope);
            }
            s = next;
        }
        markCredits(tokens);
    }

    private void markLine(Tokens tokens, int from, int to, Scope scope) {
        var limit = tokens.sentenceFrom[to];
        for (int s = from; s < to; s++) {
            var first = tokens.sentenceFrom[s];
            if (tokens.marked(first, WordForm.FURNITURE_START) && isOneOf(starts, tokens, first, limit)) {
                mark(tokens, first, limit);
                return;
            }
        }
        var first = tokens.sentenceFrom[from];
        if (isMarked(tokens, first, limit) && matchesLine(scope.over(tokens, first, limit))) {
            mark(tokens, first, limit);
        }
    }

    private static boolean isMarked(Tokens tokens, int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.marked(t, WordForm.FURNITURE_LINE)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesLine(Scope scope) {
        var spans = scope.borrow();
        for (var line : lines) {
            if (spans.isEmpty() && line.possible(scope)) {
                line.find(scope, spans);
            }
        }
        var found = !spans.isEmpty();
        scope.giveBack(spans);
        return found;
    }

    private void markCredits(Tokens tokens) {
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.is(t, Tokens.BRACKET)
                    && tokens.marked(t, WordForm.FURNITURE_CREDIT)
                    && !tokens.is(t, Tokens.FURNITURE)
                    && isOneOf(credits, tokens, t, tokens.count)) {
                markBracket(tokens, t);
            }
        }
    }

    private static void markBracket(Tokens tokens, int inside) {
        var from = inside;
        while (from > 0 && !tokens.is(from, Tokens.BRACKET_OPENS) && tokens.is(from - 1, Tokens.BRACKET)) {
            from--;
        }
        var to = inside + 1;
        while (to < tokens.count && tokens.is(to, Tokens.BRACKET) && !tokens.is(to, Tokens.BRACKET_OPENS)) {
            to++;
        }
        mark(tokens, from, to);
    }

    private static boolean isOneOf(List<int[]> phrases, Tokens tokens, int token, int limit) {
        for (var phrase : phrases) {
            if (tokens.matches(token, phrase, limit)) {
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
