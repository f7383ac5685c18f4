// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.Change;
import org.pointwatch.domain.deadline.ledger.Due;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.ledger.Target;

/** What a change in the ledger of deadlines means for alerts: a fact for each entry that is new in its history. */
final class DeadlineFacts {
    private DeadlineFacts() {}

    /** Each fact under its target: the point that it is about, or the plan. */
    static List<KeyValue<String, Fact>> of(@Nullable LedgerDeadline before, @Nullable LedgerDeadline after) {
        var facts = new ArrayList<KeyValue<String, Fact>>();
        if (after == null) {
            if (before != null) {
                facts.add(KeyValue.pair(target(before.binding()), new Fact.DeadlineGone(before.id())));
            }
            return facts;
        }
        var target = target(after.binding());
        if (after.into() != null || after.history().isEmpty()) {
            facts.add(KeyValue.pair(target, latest(after)));
            return facts;
        }
        var known = before == null ? List.<Change>of() : before.history();
        after.history().stream()
                .filter(change -> !known.contains(change))
                .forEach(change -> facts.add(KeyValue.pair(target, fact(after, change))));
        if (facts.isEmpty() && !after.equals(before)) {
            facts.add(KeyValue.pair(target, latest(after)));
        }
        return facts;
    }

    private static String target(Binding binding) {
        var point = binding.point();
        return point == null ? Target.plan(binding.dossier()) : Target.point(point);
    }

    /** As it stands: the same as its latest change, or less if there is none. */
    private static Fact latest(LedgerDeadline d) {
        var source = new Source(d.evidenceArticle(), null, d.lastSeen(), d.live(), d.evidence());
        var status = d.status().label();
        return d.history().isEmpty() || d.into() != null
                ? fact(d, d.due(), status, source)
                : fact(d, d.history().get(d.history().size() - 1));
    }

    private static Fact fact(LedgerDeadline d, Change change) {
        var byTime = change.article() == null;
        var source = new Source(
                byTime ? d.evidenceArticle() : change.article(),
                null,
                change.at(),
                byTime ? d.live() : change.live(),
                byTime ? d.evidence() : change.evidence());
        return fact(d, change.due(), change.status().label(), source);
    }

    private static Fact fact(LedgerDeadline d, String due, String status, Source source) {
        var over = Due.of(due).map(Due::end).orElse(null);
        return new Fact.Deadline(
                d.id(),
                d.binding().bound(),
                d.setBy(),
                due,
                over,
                d.precision().label(),
                status,
                d.into(),
                d.stories(),
                source);
    }
}
