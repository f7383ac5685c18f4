// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.FeedState.Health;

/**
 * How much of the news could be seen: which share of the feeds lives, and which share of their articles was read whole.
 * A count without it says what was found; with it, also what could not have been.
 */
public final class CoverageMeter {
    /**
     * Feeds of one group and language.
     *
     * @param group as facets write it, empty if the list names none
     * @param language its code, empty if the list names none that is known
     * @param alive answering and keeping to their rhythm
     * @param silent answering, but silent against their own rhythm
     */
    public record Row(
            String group,
            String language,
            int feeds,
            int alive,
            int silent,
            int failing,
            int gone,
            int unasked,
            Bodies bodies) {

        /** Of the feeds that were asked; 0 if none was. */
        public double shareAlive() {
            return feeds == unasked ? 0 : alive / (double) (feeds - unasked);
        }

        /** Of the revisions published; 0 if none was. */
        public double shareRead() {
            var all = bodies.full() + bodies.feedOnly() + bodies.refused();
            return all == 0 ? 0 : bodies.full() / (double) all;
        }

        /** Of the revisions published; 0 if none was. */
        public double shareRefused() {
            var all = bodies.full() + bodies.feedOnly() + bodies.refused();
            return all == 0 ? 0 : bodies.refused() / (double) all;
        }

        Row named(String otherGroup, String otherLanguage) {
            return new Row(otherGroup, otherLanguage, feeds, alive, silent, failing, gone, unasked, bodies);
        }

        Row plus(Row more) {
            return new Row(
                    group,
                    language,
                    feeds + more.feeds,
                    alive + more.alive,
                    silent + more.silent,
                    failing + more.failing,
                    gone + more.gone,
                    unasked + more.unasked,
                    bodies.plus(more.bodies));
        }
    }

    private CoverageMeter() {}

    /** A row for each group and language, in their order, and the sum of all at the end, named {@code all}. */
    public static List<Row> of(Collection<FeedState> states) {
        Map<List<String>, Row> rows = new TreeMap<>((a, b) -> a.get(0).equals(b.get(0))
                ? a.get(1).compareTo(b.get(1))
                : a.get(0).compareTo(b.get(0)));
        var all = new Row("all", "", 0, 0, 0, 0, 0, 0, Bodies.NONE);
        for (var state : states) {
            var row = row(state);
            rows.merge(List.of(row.group(), row.language()), row, Row::plus);
            all = all.plus(row);
        }
        var list = new ArrayList<>(rows.values());
        list.add(all);
        return list;
    }

    private static Row row(FeedState s) {
        var healthy = s.health() == Health.HEALTHY;
        return new Row(
                Target.groupName(s.group()),
                language(s.language()),
                1,
                healthy && s.silentSince() == null ? 1 : 0,
                healthy && s.silentSince() != null ? 1 : 0,
                s.health() == Health.FAILING ? 1 : 0,
                s.health() == Health.GONE ? 1 : 0,
                s.health() == Health.NEW ? 1 : 0,
                s.bodies() == null ? Bodies.NONE : s.bodies());
    }

    private static String language(@Nullable String claimed) {
        var code = claimed == null ? null : Languages.code(claimed);
        return code == null ? "" : code;
    }
}
