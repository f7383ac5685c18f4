// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.pointwatch.domain.ledger.Buckets;
import org.pointwatch.domain.ledger.Target;

/** One target's buckets, as {@link CountTargets} keeps them. */
final class StoreBuckets implements Buckets {
    private final String target;
    private final ReadOnlyKeyValueStore<String, KeptCounts> counts;
    private final ReadOnlyKeyValueStore<String, Long> outlets;
    private int reads;

    StoreBuckets(
            String target,
            ReadOnlyKeyValueStore<String, KeptCounts> counts,
            ReadOnlyKeyValueStore<String, Long> outlets) {
        this.target = target;
        this.counts = counts;
        this.outlets = outlets;
    }

    /** Look-ups, buckets and outlets so far. */
    int reads() {
        return reads;
    }

    @Override
    public void visit(Instant from, Instant to, Visitor visitor) {
        reads++;
        var last = to.minus(Target.BUCKET);
        if (from.equals(last)) {
            var only = counts.get(Target.coverageKey(target, from));
            if (only != null) {
                visitor.visit(from, only.counts());
            }
            return;
        }
        try (var found = counts.range(Target.coverageKey(target, from), Target.coverageKey(target, last))) {
            var more = true;
            while (more && found.hasNext()) {
                reads++;
                var next = found.next();
                more = visitor.visit(bucket(next.key), next.value.counts());
            }
        }
    }

    private Instant bucket(String key) {
        return Instant.parse(key.substring(target.length() + 1));
    }

    @Override
    public Collection<String> outlets(Instant bucket) {
        var prefix = Target.coverageKey(target, bucket) + CountTargets.GAP;
        List<String> names = new ArrayList<>();
        try (var found = outlets.prefixScan(prefix, new StringSerializer())) {
            while (found.hasNext()) {
                var next = found.next();
                if (next.value > 0) {
                    names.add(next.key.substring(prefix.length()));
                }
            }
        }
        reads += names.size();
        return names;
    }

    /** Whether anything is counted at that time or later. */
    boolean anyFrom(Instant bucket) {
        try (var found = counts.range(Target.coverageKey(target, bucket), target + "A")) {
            return found.hasNext();
        }
    }
}
