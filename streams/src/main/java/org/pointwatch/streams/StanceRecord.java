// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.pointwatch.domain.stance.ledger.LedgerStance;
import org.pointwatch.domain.stance.ledger.LedgerStance.Row;
import org.pointwatch.wire.record.Stance;

/** What the topic says of a stance. */
final class StanceRecord {
    private StanceRecord() {}

    static Stance of(LedgerStance s) {
        var shown = s.shown();
        var counts = s.counts();
        return new Stance(
                s.key().actor(),
                s.key().point(),
                s.position().label(),
                shown == null ? null : shown.words(),
                shown == null ? null : shown.article(),
                shown == null ? null : shown.outlet(),
                shown == null ? null : shown.by(),
                s.at(),
                s.since(),
                counts.told(),
                new Stance.Counts(counts.support(), counts.oppose(), counts.conditional(), counts.unknown()),
                s.articles(),
                s.lastSeen(),
                s.history().stream().map(StanceRecord::earlier).toList(),
                s.collapsed());
    }

    private static Stance.Earlier earlier(Row row) {
        var first = row.first();
        return new Stance.Earlier(
                first.at(), row.position().label(), first.article(), first.outlet(), first.words(), first.by());
    }
}
