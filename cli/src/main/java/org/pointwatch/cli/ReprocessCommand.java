// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Reprocessing;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.Shutdown;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Checklist;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.embedded.DataDirectory;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reprocess",
        description =
                "Runs all articles through the topology once more, into topics of their own, beside those in use.",
        footer = {
            "",
            "Topics, groups and transactions begin with topics.prefix and NAME-; state is under data/reprocess-NAME. It ends",
            "when all is processed, and can be run again: it goes on where it stopped. Then: pointwatch compare . NAME",
            "Examples: pointwatch reprocess --as check",
            "          pointwatch reprocess --as next --dossier my-dossier.yaml"
        })
final class ReprocessCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    private final Talk talk;
    private final Checklist list;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NAME",
            description = "What to call it: lower-case letters, digits, hyphens.")
    private String name = "";

    @Option(
            names = "--dossier",
            paramLabel = "FILE",
            description = "The dossier to follow; without it, the one in force.")
    private @Nullable Path dossier;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    ReprocessCommand(Talk talk) {
        this.talk = talk;
        this.list = new Checklist(talk);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!NAME.matcher(name).matches()) {
            throw Failure.usage("--as '" + name + "': up to 30 lower-case letters, digits and hyphens, such as next");
        }
        var settings = options.read();
        var file = dossier == null ? null : Dossiers.load(dossier);
        var directory = settings.get(Keys.DATA).resolve("reprocess-" + name);
        try (var shutdown = new Shutdown();
                var services = Services.forCommand(settings);
                var data = DataDirectory.open(directory)) {
            var kafka = services.kafka();
            var check = new TopicCheck(kafka, settings);
            check.requireKafka();
            check.requireTopics();
            var shadow = kafka.shadow(kafka.prefix() + name + "-");
            list.step("topics", () -> new TopicCheck(shadow, settings).create(), n -> n + " created");
            var reprocessing = new Reprocessing(shadow, settings, data.root());
            var record = file == null ? inForce(kafka, settings) : Reprocessing.record(file);
            reprocessing.follow(record);
            talk.say("following " + record.id() + " as " + record.version());
            saySince(kafka);
            if (!reprocessing.run(record.id(), shutdown::isAsked, left -> list.progress(left + " records left"))) {
                talk.say("stopped; run it again to go on");
                return Failure.FAILED;
            }
            report(shadow);
        }
        return 0;
    }

    private static DossierRecord inForce(KafkaAccess kafka, Settings settings) {
        return Reprocessing.inForce(
                kafka, Dossiers.load(settings.find(Keys.DOSSIER)).dossier().id());
    }

    /** What the broker has removed cannot be processed again. */
    private void saySince(KafkaAccess kafka) {
        try (var consumer = kafka.consumer(Map.of())) {
            var partitions = consumer.partitionsFor(kafka.topic(Topics.ARTICLES)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            var gone = consumer.beginningOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (gone > 0) {
                talk.say("%,d records are on %s no more, being past its retention: what they count for is missing here"
                        .formatted(gone, kafka.topic(Topics.ARTICLES)));
            }
        }
    }

    private void report(KafkaAccess shadow) {
        list.draw("");
        var counts = Reprocessing.counts(shadow);
        talk.result("%s: %,d articles, %,d stories, %,d copies, %,d updates in %s s"
                .formatted(
                        shadow.prefix(),
                        counts.get("articles"),
                        counts.get("stories"),
                        counts.get("copies"),
                        counts.get("updates"),
                        list.seconds()));
        talk.say("what would change: pointwatch compare . " + name);
    }
}
