// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.pointwatch.desk.api.Decisions;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.override.StoryOverrideLog;
import org.pointwatch.wire.override.StoryOverrides;

/** The topic {@code overrides}: read whole for each question, written in one transaction, one decision at a time. */
final class KafkaDecisions implements Decisions {
    private final KafkaAccess kafka;

    KafkaDecisions(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    @Override
    public StoryOverrides read() {
        return StoryOverrideLog.read(kafka);
    }

    @Override
    public synchronized StoryOverrides.Change decide(Deciding decision) {
        return StoryOverrideLog.change(kafka, decision::on);
    }
}
