// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** A rule in terms of the vocabulary. */
sealed interface Query {
    /** False if it certainly does not match: whether the terms occur that any match must have. */
    boolean possible(Scope scope);

    /** Adds the stretches of tokens that match. */
    void find(Scope scope, Spans out);

    record Term(int id) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return scope.has(id);
        }

        @Override
        public void find(Scope scope, Spans out) {
            for (int o = scope.first(id); o >= 0; o = scope.after(o)) {
                out.add(scope.at(o), scope.at(o));
            }
        }
    }

    record Phrase(int[] ids) implements Query {
        @Override
        public boolean possible(Scope scope) {
            for (var id : ids) {
                if (!scope.has(id)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void find(Scope scope, Spans out) {
            for (int o = scope.first(ids[0]); o >= 0; o = scope.after(o)) {
                if (scope.tokens.matches(scope.at(o), ids, scope.limit)) {
                    out.add(scope.at(o), scope.at(o) + ids.length - 1);
                }
            }
        }
    }

    /** @param terms those parts that are single words, asked first */
    record Any(int[] terms, List<Query> parts) implements Query {
        @Override
        public boolean possible(Scope scope) {
            for (var term : terms) {
                if (scope.has(term)) {
                    return true;
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).possible(scope)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void find(Scope scope, Spans out) {
            for (var term : terms) {
                for (int o = scope.first(term); o >= 0; o = scope.after(o)) {
                    out.add(scope.at(o), scope.at(o));
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).possible(scope)) {
                    parts.get(i).find(scope, out);
                }
            }
        }
    }

    /** One stretch that covers a match of each part, if there is one and nothing forbidden. */
    record All(List<Query> parts, List<Query> forbidden) implements Query {
        @Override
        public boolean possible(Scope scope) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).possible(scope)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void find(Scope scope, Spans out) {
            var spans = scope.borrow();
            var from = -1;
            var to = -1;
            for (var part : parts) {
                spans.clear();
                part.find(scope, spans);
                if (spans.isEmpty()) {
                    scope.giveBack(spans);
                    return;
                }
                var i = from < 0 ? 0 : spans.nearest(from);
                from = from < 0 ? spans.from(i) : Math.min(from, spans.from(i));
                to = Math.max(to, spans.to(i));
            }
            if (!isForbidden(scope, spans)) {
                out.add(from, to);
            }
            scope.giveBack(spans);
        }

        private boolean isForbidden(Scope scope, Spans spans) {
            spans.clear();
            for (var part : forbidden) {
                if (part.possible(scope)) {
                    part.find(scope, spans);
                }
            }
            return !spans.isEmpty();
        }
    }

    /** Each match of one side with the nearest of the other side behind it and before it, if near enough. */
    record Near(Query left, Query right, int gap, boolean ordered) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return left.possible(scope) && right.possible(scope);
        }

        @Override
        public void find(Scope scope, Spans out) {
            var a = scope.borrow();
            var b = scope.borrow();
            left.find(scope, a);
            if (!a.isEmpty()) {
                right.find(scope, b);
                a.sort();
                b.sort();
                pair(a, b, out);
                if (!ordered) {
                    pair(b, a, out);
                }
            }
            scope.giveBack(a);
            scope.giveBack(b);
        }

        private void pair(Spans before, Spans behind, Spans out) {
            for (int i = 0; i < before.size(); i++) {
                var k = behind.firstBehind(before.to(i));
                if (k < behind.size() && behind.from(k) - before.to(i) - 1 <= gap) {
                    out.add(before.from(i), behind.to(k));
                }
            }
        }
    }

    /** Within one sentence, where the scope is wider than that. */
    record InSentence(Query part, Trigger trigger) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return part.possible(scope);
        }

        @Override
        public void find(Scope scope, Spans out) {
            var tokens = scope.tokens;
            var cursor = trigger.over(scope);
            var next = scope.first;
            for (var token = cursor.next(next); token >= 0; token = cursor.next(next)) {
                var sentence = tokens.sentenceOf(token);
                next = tokens.sentenceFrom[sentence + 1];
                var inner = scope.inner().over(tokens, Math.max(scope.first, tokens.sentenceFrom[sentence]), next);
                if (part.possible(inner)) {
                    part.find(inner, out);
                }
            }
        }
    }

    /** Within one paragraph, where the scope is wider than that; says nothing new of a sentence. */
    record InParagraph(Query part, Trigger trigger) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return part.possible(scope);
        }

        @Override
        public void find(Scope scope, Spans out) {
            var tokens = scope.tokens;
            var last = tokens.sentenceOf(scope.limit - 1);
            if (tokens.sentenceLine[tokens.sentenceOf(scope.first)] == tokens.sentenceLine[last]) {
                part.find(scope, out);
                return;
            }
            var cursor = trigger.over(scope);
            var next = scope.first;
            for (var token = cursor.next(next); token >= 0; token = cursor.next(next)) {
                var sentence = tokens.sentenceOf(token);
                var start = tokens.sentenceFrom[tokens.paragraphStart(sentence)];
                next = tokens.sentenceFrom[tokens.paragraphEnd(sentence)];
                var inner = scope.inner().over(tokens, start, next);
                if (part.possible(inner)) {
                    part.find(inner, out);
                }
            }
        }
    }

    record InTitle(Query part) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return part.possible(scope);
        }

        @Override
        public void find(Scope scope, Spans out) {
            var spans = scope.borrow();
            part.find(scope, spans);
            for (int i = 0; i < spans.size(); i++) {
                if (scope.tokens.end[spans.to(i)] <= scope.tokens.titleEnd) {
                    out.add(spans.from(i), spans.to(i));
                }
            }
            scope.giveBack(spans);
        }
    }

    record AtLeast(Query part, int times) implements Query {
        @Override
        public boolean possible(Scope scope) {
            return part.possible(scope);
        }

        @Override
        public void find(Scope scope, Spans out) {
            var spans = scope.borrow();
            part.find(scope, spans);
            spans.sort();
            if (spans.size() >= times) {
                out.add(spans.from(0), spans.to(0));
            }
            scope.giveBack(spans);
        }
    }
}
