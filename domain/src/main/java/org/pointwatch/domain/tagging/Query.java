// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** A rule in terms of the vocabulary: finds the stretches of tokens that match it. */
sealed interface Query {
    void find(Scope scope, Spans out);

    record Term(int id) implements Query {
        @Override
        public void find(Scope scope, Spans out) {
            for (int o = scope.first(id); o >= 0; o = scope.after(o)) {
                out.add(scope.at(o), scope.at(o));
            }
        }
    }

    record Phrase(int[] ids) implements Query {
        @Override
        public void find(Scope scope, Spans out) {
            for (int o = scope.first(ids[0]); o >= 0; o = scope.after(o)) {
                if (scope.tokens.matches(scope.at(o), ids, scope.limit)) {
                    out.add(scope.at(o), scope.at(o) + ids.length - 1);
                }
            }
        }
    }

    record Any(List<Query> parts) implements Query {
        @Override
        public void find(Scope scope, Spans out) {
            for (var part : parts) {
                part.find(scope, out);
            }
        }
    }

    /** One stretch that covers a match of each part, if there is one and nothing forbidden. */
    record All(List<Query> parts, List<Query> forbidden) implements Query {
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
            spans.clear();
            for (var part : forbidden) {
                part.find(scope, spans);
            }
            if (spans.isEmpty()) {
                out.add(from, to);
            }
            scope.giveBack(spans);
        }
    }

    record Near(Query left, Query right, int gap, boolean ordered) implements Query {
        @Override
        public void find(Scope scope, Spans out) {
            var a = scope.borrow();
            var b = scope.borrow();
            left.find(scope, a);
            if (!a.isEmpty()) {
                right.find(scope, b);
                pair(a, b, out);
            }
            scope.giveBack(a);
            scope.giveBack(b);
        }

        private void pair(Spans a, Spans b, Spans out) {
            for (int i = 0; i < a.size(); i++) {
                for (int k = 0; k < b.size(); k++) {
                    var after = b.from(k) - a.to(i) - 1;
                    var before = a.from(i) - b.to(k) - 1;
                    if (after >= 0 && after <= gap) {
                        out.add(a.from(i), b.to(k));
                    } else if (!ordered && before >= 0 && before <= gap) {
                        out.add(b.from(k), a.to(i));
                    }
                }
            }
        }
    }

    /** Within one sentence, where the scope is wider than that. */
    record InSentence(Query part, Vocabulary vocabulary) implements Query {
        @Override
        public void find(Scope scope, Spans out) {
            var tokens = scope.tokens;
            var inner = new Scope(vocabulary.size(), tokens);
            for (int s = 0; s < tokens.sentenceCount && out.isEmpty(); s++) {
                var from = tokens.sentenceFrom[s];
                var to = tokens.sentenceFrom[s + 1];
                if (from >= scope.first && to <= scope.limit) {
                    part.find(inner.over(from, to), out);
                }
            }
        }
    }

    record InTitle(Query part) implements Query {
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
        public void find(Scope scope, Spans out) {
            var spans = scope.borrow();
            part.find(scope, spans);
            if (spans.size() >= times) {
                out.add(spans.from(0), spans.to(0));
            }
            scope.giveBack(spans);
        }
    }
}
