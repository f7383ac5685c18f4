// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.Destinations;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.FeedLists;
import org.pointwatch.cli.role.Metrics;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.Shutdown;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Checklist;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.embedded.DataDirectory;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.ingest.opml.Opml;
import org.pointwatch.wire.KafkaAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Everything in one process, on real feeds; goes on where it stopped.",
        footer = {
            "",
            "Kafka and PostgreSQL are embedded unless their addresses are configured.",
            "Examples: pointwatch run --feeds my.opml",
            "          pointwatch run --config prod.yaml --data /var/lib/pointwatch"
        })
final class RunCommand implements Callable<Integer> {
    private final Talk talk;
    private final Checklist list;

    @Option(
            names = "--feeds",
            paramLabel = "OPML",
            description = "Feeds to add to the list; without it, and with an empty list, the shipped ones.")
    private @Nullable Path feeds;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    RunCommand(Talk talk) {
        this.talk = talk;
        this.list = new Checklist(talk);
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = feeds == null ? options.read() : options.read(SettingsOptions.pair(Keys.FEEDS, feeds));
        RoleCommand.informative();
        new DataPlace(settings.get(Keys.DATA), false)
                .refuseIf("demo", null, "the invented news of a demonstration, which real news must not meet");
        // What can be wrong in the user's files is found before anything starts.
        var dossier = Dossiers.load(settings.find(Keys.DOSSIER));
        var opml = settings.find(Keys.FEEDS);
        var wanted = opml == null ? null : FeedLists.read(opml);
        Destinations.read(settings);
        try (var shutdown = new Shutdown();
                var data = DataDirectory.open(settings.get(Keys.DATA));
                var services = list.step(
                        "services",
                        () -> Services.all(settings, data),
                        s -> "Kafka at " + s.kafka().bootstrap());
                var metrics = new Metrics();
                var roles = new RoleSet(settings, services, data.root(), Clock.systemUTC(), metrics)) {
            prepare(settings, services, dossier, wanted);
            start(settings, roles, dossier, metrics);
            talk.say("running; data in " + data.root() + "; Ctrl-C stops it");
            shutdown.await(roles.failure());
            talk.say("stopping");
        }
        return 0;
    }

    private void prepare(Settings settings, Services services, Dossiers dossier, @Nullable Opml wanted)
            throws InterruptedException {
        var check = new TopicCheck(services.kafka(), settings);
        check.awaitKafka(talk::say);
        list.step("topics", check::create, n -> n + " created");
        if (settings.has(Keys.DOSSIER) || !dossier.isPublished(services.kafka())) {
            dossier.publish(services.kafka());
        }
        list.step("feeds", () -> subscribe(services.kafka(), wanted), told -> told);
    }

    private String subscribe(KafkaAccess kafka, @Nullable Opml wanted) {
        try (var writer = new SubscriptionWriter(kafka)) {
            var there = writer.list().size();
            if (wanted == null && there > 0) {
                return there + " on the list";
            }
            var opml = wanted == null ? FeedLists.shipped() : wanted;
            opml.problems().forEach(talk::say);
            var merged = writer.add(opml.feeds());
            merged.refused().forEach(talk::say);
            return merged.added() + " added, " + merged.changed() + " changed, " + (there + merged.added()) + " in all";
        }
    }

    private void start(Settings settings, RoleSet roles, Dossiers dossier, Metrics metrics) {
        roles.sink();
        roles.process(dossier.dossier().id());
        roles.fetch(roles.fetchSettings(), roles.pageSettings());
        list.step("desk", roles::desk, uri -> "open " + uri);
        roles.serveMetrics();
        if (settings.get(Keys.METRICS_PORT) >= 0) {
            talk.say("  ✓ metrics      " + metrics.address());
        }
    }
}
