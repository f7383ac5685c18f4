// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Override;

/**
 * Whether an analyst has vetoed an outlet, as one record says; of several the newest by (at, id) holds.
 *
 * @param stands false if it was taken back
 */
record OutletVeto(boolean stands, Instant at, String id) {
    /** Under the outlet. */
    static List<KeyValue<String, OutletVeto>> of(@Nullable Override decided) {
        if (decided == null || !decided.onOutlet()) {
            return List.of();
        }
        var stands = decided.kind().equals(Override.VETO_OUTLET);
        return List.of(KeyValue.pair(decided.subject(), new OutletVeto(stands, decided.at(), decided.id())));
    }

    boolean newerThan(@Nullable OutletVeto other) {
        var byTime = other == null ? 1 : at.compareTo(other.at);
        return byTime > 0 || byTime == 0 && other != null && id.compareTo(other.id) > 0;
    }

    static Serde<OutletVeto> serde() {
        return Binary.serde(1, OutletVeto::write, OutletVeto::read);
    }

    private static void write(Binary.Out out, OutletVeto veto) {
        out.writeBoolean(veto.stands);
        out.time(veto.at);
        out.text(veto.id);
    }

    private static OutletVeto read(Binary.In in) {
        return new OutletVeto(in.readBoolean(), in.time(), in.text());
    }
}
