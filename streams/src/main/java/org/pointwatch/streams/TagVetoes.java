// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Override;

/**
 * Which tags of an article an analyst has vetoed, as one record says; of several the newest by (at, id) holds.
 *
 * @param targets none if every veto was taken back
 */
record TagVetoes(List<String> targets, Instant at, String id) {
    /** Under the article's id; whatever is decided about an article says which vetoes stand. */
    static List<KeyValue<String, TagVetoes>> of(@Nullable Override decided) {
        if (decided == null || decided.onOutlet()) {
            return List.of();
        }
        var targets = decided.standing().stream().map(Override.Veto::tag).toList();
        return List.of(KeyValue.pair(decided.subject(), new TagVetoes(targets, decided.at(), decided.id())));
    }

    boolean newerThan(@Nullable TagVetoes other) {
        var byTime = other == null ? 1 : at.compareTo(other.at);
        return byTime > 0 || byTime == 0 && other != null && id.compareTo(other.id) > 0;
    }

    boolean sameAs(@Nullable TagVetoes other) {
        return targets.equals(other == null ? List.of() : other.targets);
    }

    static Serde<TagVetoes> serde() {
        return Binary.serde(1, TagVetoes::write, TagVetoes::read);
    }

    private static void write(Binary.Out out, TagVetoes vetoes) {
        out.list(vetoes.targets, Binary.Out::text);
        out.time(vetoes.at);
        out.text(vetoes.id);
    }

    private static TagVetoes read(Binary.In in) {
        return new TagVetoes(in.list(Binary.In::text), in.time(), in.text());
    }
}
