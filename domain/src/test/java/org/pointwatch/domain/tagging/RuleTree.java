// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A rule that both languages can say: in our notation and as a Lucene query over one sentence.
 *
 * <p>Left out, since the meanings differ on purpose: NEAR of a NEAR (Lucene keeps the shortest stretches of the inner
 * one alone, we keep one for each of its left ends), NEAR of an AND (to us a stretch, to Lucene no position), ATLEAST
 * (we count stretches, Lucene clauses), capitals, stems, numbers and references.
 */
sealed interface RuleTree {
    String FIELD = "text";

    /** As a dossier writes it. */
    String rule();

    Query lucene();

    /** Rules with something taken away, for finding the smallest one that still shows a difference. */
    List<RuleTree> smaller();

    /** What may stand beside NEAR. */
    sealed interface Side extends RuleTree {
        IntervalsSource intervals();

        /** One by one, since Lucene drops a stretch that holds a shorter one: of {@code a OR "b a"} only the {@code a}. */
        default List<Side> alternatives() {
            return List.of(this);
        }
    }

    record Word(String word) implements Side {
        @Override
        public String rule() {
            return word;
        }

        @Override
        public Query lucene() {
            return new TermQuery(new Term(FIELD, word));
        }

        @Override
        public IntervalsSource intervals() {
            return Intervals.term(word);
        }

        @Override
        public List<RuleTree> smaller() {
            return List.of();
        }
    }

    record Prefix(String start) implements Side {
        @Override
        public String rule() {
            return start + "*";
        }

        @Override
        public Query lucene() {
            return new PrefixQuery(new Term(FIELD, start));
        }

        @Override
        public IntervalsSource intervals() {
            return Intervals.prefix(new BytesRef(start));
        }

        @Override
        public List<RuleTree> smaller() {
            return List.of(new Word(start));
        }
    }

    /** @param words words and prefixes */
    record Phrase(List<Side> words) implements Side {
        @Override
        public String rule() {
            return words.stream().map(RuleTree::rule).collect(Collectors.joining(" ", "\"", "\""));
        }

        @Override
        public Query lucene() {
            if (words.stream().allMatch(Word.class::isInstance)) {
                return new PhraseQuery(
                        FIELD, words.stream().map(w -> ((Word) w).word()).toArray(String[]::new));
            }
            return new IntervalQuery(FIELD, intervals());
        }

        @Override
        public IntervalsSource intervals() {
            return Intervals.phrase(words.stream().map(Side::intervals).toArray(IntervalsSource[]::new));
        }

        @Override
        public List<RuleTree> smaller() {
            return words.size() > 2
                    ? List.of(
                            new Phrase(words.subList(1, words.size())), new Phrase(words.subList(0, words.size() - 1)))
                    : List.copyOf(words);
        }
    }

    /** Words and phrases of which one stands beside NEAR. */
    record Group(List<Side> sides) implements Side {
        @Override
        public String rule() {
            return "(" + sides.stream().map(RuleTree::rule).collect(Collectors.joining(" OR ")) + ")";
        }

        @Override
        public Query lucene() {
            return new IntervalQuery(FIELD, intervals());
        }

        @Override
        public IntervalsSource intervals() {
            return Intervals.or(sides.stream().map(Side::intervals).toArray(IntervalsSource[]::new));
        }

        @Override
        public List<Side> alternatives() {
            return sides;
        }

        @Override
        public List<RuleTree> smaller() {
            return sides.size() > 2 ? without(sides).<RuleTree>map(Group::new).toList() : List.copyOf(sides);
        }
    }

    record Near(Side left, Side right, int gap, boolean ordered) implements RuleTree {
        @Override
        public String rule() {
            return left.rule() + (ordered ? " BEFORE/" : " NEAR/") + gap + " " + right.rule();
        }

        @Override
        public Query lucene() {
            var query = new BooleanQuery.Builder();
            for (var l : left.alternatives()) {
                for (var r : right.alternatives()) {
                    var both = ordered
                            ? Intervals.ordered(l.intervals(), r.intervals())
                            : Intervals.unorderedNoOverlaps(l.intervals(), r.intervals());
                    query.add(new IntervalQuery(FIELD, Intervals.maxgaps(gap, both)), Occur.SHOULD);
                }
            }
            return query.build();
        }

        @Override
        public List<RuleTree> smaller() {
            var smaller = new ArrayList<RuleTree>();
            left.smaller().forEach(s -> smaller.add(new Near((Side) s, right, gap, ordered)));
            right.smaller().forEach(s -> smaller.add(new Near(left, (Side) s, gap, ordered)));
            if (gap > 1) {
                smaller.add(new Near(left, right, gap / 2, ordered));
            }
            return smaller;
        }
    }

    record Or(List<RuleTree> parts) implements RuleTree {
        @Override
        public String rule() {
            return parts.stream()
                    .map(p -> p instanceof Or ? closed(p) : p.rule())
                    .collect(Collectors.joining(" OR "));
        }

        @Override
        public Query lucene() {
            var query = new BooleanQuery.Builder();
            parts.forEach(p -> query.add(p.lucene(), Occur.SHOULD));
            return query.build();
        }

        @Override
        public List<RuleTree> smaller() {
            return Stream.concat(parts.stream(), with(parts).map(Or::new)).toList();
        }
    }

    record And(List<RuleTree> parts, List<RuleTree> forbidden) implements RuleTree {
        @Override
        public String rule() {
            var rule = parts.stream().map(And::part).collect(Collectors.joining(" AND "));
            var not = forbidden.stream().map(p -> " NOT " + part(p)).collect(Collectors.joining());
            return rule + not;
        }

        private static String part(RuleTree p) {
            return p instanceof Or || p instanceof And ? closed(p) : p.rule();
        }

        @Override
        public Query lucene() {
            var query = new BooleanQuery.Builder();
            parts.forEach(p -> query.add(p.lucene(), Occur.MUST));
            forbidden.forEach(p -> query.add(p.lucene(), Occur.MUST_NOT));
            return query.build();
        }

        @Override
        public List<RuleTree> smaller() {
            var smaller = new ArrayList<RuleTree>(parts);
            smaller.addAll(forbidden);
            with(parts).forEach(p -> smaller.add(new And(p, forbidden)));
            with(forbidden).forEach(f -> smaller.add(new And(parts, f)));
            if (!forbidden.isEmpty()) {
                smaller.add(new And(parts, List.of()));
            }
            return smaller;
        }
    }

    /** Says nothing new in a text of single sentences. */
    record InSentence(RuleTree part) implements RuleTree {
        @Override
        public String rule() {
            return "SENTENCE(" + part.rule() + ")";
        }

        @Override
        public Query lucene() {
            return part.lucene();
        }

        @Override
        public List<RuleTree> smaller() {
            return List.of(part);
        }
    }

    private static String closed(RuleTree tree) {
        return "(" + tree.rule() + ")";
    }

    /** The list with one element taken away or made smaller. */
    private static Stream<List<RuleTree>> with(List<RuleTree> parts) {
        var smaller = IntStream.range(0, parts.size()).boxed().flatMap(i -> parts.get(i).smaller().stream()
                .map(s -> {
                    var copy = new ArrayList<>(parts);
                    copy.set(i, s);
                    return (List<RuleTree>) copy;
                }));
        return parts.size() > 1 ? Stream.concat(without(parts), smaller) : smaller;
    }

    private static <T> Stream<List<T>> without(List<T> parts) {
        return IntStream.range(0, parts.size()).mapToObj(i -> {
            var copy = new ArrayList<>(parts);
            copy.remove(i);
            return copy;
        });
    }
}
