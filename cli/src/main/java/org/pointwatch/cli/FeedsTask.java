// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Table;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.wire.record.Subscription;
import picocli.CommandLine.Mixin;

/** What the subcommands of {@code feeds} have in common: a list on Kafka that they read or change. */
abstract class FeedsTask implements Callable<Integer> {
    private final Talk talk;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    FeedsTask(Talk talk) {
        this.talk = talk;
    }

    final Talk talk() {
        return talk;
    }

    final int withList(ToIntFunction<SubscriptionWriter> work) {
        return withKafka(services -> {
            try (var writer = new SubscriptionWriter(services.kafka())) {
                return work.applyAsInt(writer);
            }
        });
    }

    final int withKafka(ToIntFunction<Services> work) {
        var settings = options.read();
        try (var services = Services.forCommand(settings)) {
            var check = new TopicCheck(services.kafka(), settings);
            check.requireKafka();
            if (services.kafkaIsEmbedded()) {
                check.create();
            }
            check.requireTopics();
            return work.applyAsInt(services);
        }
    }

    final int merge(SubscriptionWriter writer, List<Subscription> feeds) {
        var merged = writer.add(feeds);
        merged.refused().forEach(talk::say);
        talk.result(merged.added() + " added, " + merged.changed() + " changed, " + merged.unchanged() + " as before");
        return merged.refused().isEmpty() ? 0 : Failure.FAILED;
    }

    final void print(Table table, boolean tabs) {
        (tabs ? table.tabbed() : table.aligned()).forEach(talk::result);
    }
}
