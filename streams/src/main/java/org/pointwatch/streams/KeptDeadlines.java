// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;

/** What is kept of each deadline: what was published last, and what statements that are no longer kept had made of it. */
final class KeptDeadlines {
    private final KeyValueStore<String, Kept> store;

    /**
     * One deadline.
     *
     * @param opened its place among those of its binding that are settled
     * @param published null if it is published no more, or not yet
     * @param settled null while all that was said of it is kept
     */
    record Kept(int opened, @Nullable LedgerDeadline published, @Nullable LedgerDeadline settled) {}

    /** Those of one binding, by id. */
    record Of(String binding, TreeMap<String, Kept> byId) {
        List<LedgerDeadline> published() {
            return byId.values().stream()
                    .map(Kept::published)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** In the order in which they were opened. */
        List<LedgerDeadline> settled() {
            return byId.values().stream()
                    .sorted(Comparator.comparingInt(Kept::opened))
                    .map(Kept::settled)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @Nullable
        LedgerDeadline published(String id) {
            var kept = byId.get(id);
            return kept == null ? null : kept.published();
        }
    }

    KeptDeadlines(KeyValueStore<String, Kept> store) {
        this.store = store;
    }

    Of of(String binding) {
        var byId = new TreeMap<String, Kept>();
        var prefix = StatementKey.prefix(binding);
        try (var found = store.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(kept -> byId.put(kept.key.substring(prefix.length()), kept.value));
        }
        return new Of(binding, byId);
    }

    void publish(Of of, LedgerDeadline deadline) {
        var kept = of.byId().get(deadline.id());
        put(
                of,
                deadline.id(),
                kept == null ? new Kept(0, deadline, null) : new Kept(kept.opened(), deadline, kept.settled()));
    }

    void forget(Of of, String id) {
        store.delete(StatementKey.of(of.binding(), id));
    }

    /** All of one binding, in the order in which they were opened. */
    void settle(Of of, Collection<LedgerDeadline> deadlines) {
        var opened = 0;
        for (var settled : deadlines) {
            put(of, settled.id(), new Kept(opened++, of.published(settled.id()), settled));
        }
    }

    private void put(Of of, String id, Kept kept) {
        if (!kept.equals(of.byId().get(id))) {
            store.put(StatementKey.of(of.binding(), id), kept);
        }
    }

    void eachPublished(Consumer<LedgerDeadline> each) {
        try (var all = store.all()) {
            while (all.hasNext()) {
                var published = all.next().value.published();
                if (published != null) {
                    each.accept(published);
                }
            }
        }
    }
}
