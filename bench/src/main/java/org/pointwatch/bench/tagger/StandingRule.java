// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.List;
import java.util.stream.Collectors;
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
 * A rule shaped as analysts write them, in our notation and as a Lucene query.
 *
 * @param groups all of them must match
 * @param gap with at most so many words between the first two; 0 if their distance does not matter
 * @param not none of these groups may match
 */
record StandingRule(List<List<Piece>> groups, int gap, List<List<Piece>> not) {
    private static final String FIELD = "text";

    /**
     * One word, a phrase of several, or what words begin with.
     *
     * @param prefix whether the only word is a beginning
     */
    record Piece(List<String> words, boolean prefix) {
        String rule() {
            return words.size() > 1 ? '"' + String.join(" ", words) + '"' : words.get(0) + (prefix ? "*" : "");
        }

        Query lucene() {
            var term = new Term(FIELD, words.get(0));
            if (prefix) {
                return new PrefixQuery(term);
            }
            return words.size() > 1 ? new PhraseQuery(FIELD, words.toArray(String[]::new)) : new TermQuery(term);
        }

        IntervalsSource intervals() {
            return prefix
                    ? Intervals.prefix(new BytesRef(words.get(0)))
                    : Intervals.phrase(words.toArray(String[]::new));
        }
    }

    String rule() {
        var all = groups.stream().map(StandingRule::rule).toList();
        var rule = gap == 0
                ? String.join(" AND ", all)
                : String.join(" NEAR/" + gap + " ", all.subList(0, 2))
                        + all.stream().skip(2).map(g -> " AND " + g).collect(Collectors.joining());
        return rule + not.stream().map(g -> " AND NOT " + rule(g)).collect(Collectors.joining());
    }

    private static String rule(List<Piece> group) {
        return group.stream().map(Piece::rule).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Over the whole article, as a user of Lucene would: it knows no sentences. */
    Query lucene() {
        var query = new BooleanQuery.Builder();
        if (gap > 0) {
            var both = Intervals.unorderedNoOverlaps(intervals(groups.get(0)), intervals(groups.get(1)));
            query.add(new IntervalQuery(FIELD, Intervals.maxgaps(gap, both)), Occur.MUST);
        }
        groups.stream().skip(gap > 0 ? 2 : 0).forEach(g -> query.add(any(g), Occur.MUST));
        not.forEach(g -> query.add(any(g), Occur.MUST_NOT));
        return query.build();
    }

    private static Query any(List<Piece> group) {
        var query = new BooleanQuery.Builder();
        group.forEach(p -> query.add(p.lucene(), Occur.SHOULD));
        return query.build();
    }

    private static IntervalsSource intervals(List<Piece> group) {
        return Intervals.or(group.stream().map(Piece::intervals).toArray(IntervalsSource[]::new));
    }
}
