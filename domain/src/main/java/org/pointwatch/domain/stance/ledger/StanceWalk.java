// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.ledger.LedgerStance.Counts;
import org.pointwatch.domain.stance.ledger.LedgerStance.Row;
import org.pointwatch.domain.stance.ledger.LedgerStance.Shown;

/**
 * Walks what articles say of where one actor stands on one point, by (event time, article, place in the article). What was
 * said last decides; copies and updates say nothing that was not said before, and are seen only. A statement without a
 * position takes none away.
 */
public final class StanceWalk {
    /** Rows of the history that are kept, the latest; whoever changes his mind more often is counted. */
    static final int MOST_ROWS = 50;

    private final StanceKey key;
    private final Deque<Row> rows = new ArrayDeque<>();
    private long collapsed;
    private @Nullable Shown shown;
    private @Nullable Instant lastSeen;
    private long articles;
    private Counts counts = Counts.NONE;
    private @Nullable String article;
    private final Set<Position> ofArticle = EnumSet.noneOf(Position.class);

    private StanceWalk(StanceKey key, @Nullable LedgerStance settled) {
        this.key = key;
        if (settled != null) {
            rows.addAll(settled.history());
            collapsed = settled.collapsed();
            shown = settled.shown();
            lastSeen = settled.lastSeen();
            articles = settled.articles();
            counts = settled.counts();
            if (settled.opened() != null) {
                rows.add(new Row(settled.position(), settled.opened()));
            }
        }
    }

    /**
     * @param settled what statements that are no longer kept had made, all of them earlier; null if there were none
     * @param statements in {@link StanceStatement#ORDER}
     * @return empty if nothing was ever said
     */
    public static Optional<LedgerStance> walk(
            StanceKey key, @Nullable LedgerStance settled, Iterable<StanceStatement> statements) {
        var walk = new StanceWalk(key, settled);
        statements.forEach(walk::hear);
        return walk.finished();
    }

    private void hear(StanceStatement s) {
        if (!s.article().equals(article)) {
            article = s.article();
            ofArticle.clear();
            articles++;
        }
        if (lastSeen == null || s.at().isAfter(lastSeen)) {
            lastSeen = s.at();
        }
        if (!s.ownStory()) {
            return;
        }
        if (ofArticle.add(s.position())) {
            counts = counts.plus(s.position());
        }
        if (s.position().decided()) {
            told(s);
        }
    }

    private void told(StanceStatement s) {
        shown = Shown.of(s);
        if (rows.isEmpty() || rows.getLast().position() != s.position()) {
            rows.add(new Row(s.position(), shown));
        }
        if (rows.size() > MOST_ROWS + 1) {
            rows.removeFirst();
            collapsed++;
        }
    }

    private Optional<LedgerStance> finished() {
        if (lastSeen == null) {
            return Optional.empty();
        }
        var before = List.copyOf(rows);
        var open = before.isEmpty() ? null : before.get(before.size() - 1);
        return Optional.of(new LedgerStance(
                key,
                open == null ? Position.UNKNOWN : open.position(),
                shown,
                open == null ? null : open.first(),
                lastSeen,
                articles,
                counts,
                before.subList(0, Math.max(0, before.size() - 1)),
                collapsed));
    }
}
