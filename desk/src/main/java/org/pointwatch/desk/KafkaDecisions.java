// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.pointwatch.desk.api.Decisions;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.OverrideLog;
import org.pointwatch.wire.override.Overrides;

/** The topic {@code overrides}: read whole for each question, written in one transaction, one decision at a time. */
final class KafkaDecisions implements Decisions {
    private final KafkaAccess kafka;

    KafkaDecisions(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    @Override
    public Overrides read() {
        return OverrideLog.read(kafka);
    }

    @Override
    public synchronized Change decide(Deciding decision) {
        return OverrideLog.change(kafka, decision::on);
    }
}
