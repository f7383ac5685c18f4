// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.demo.FastClock;
import org.pointwatch.cli.demo.FeedServer;
import org.pointwatch.cli.demo.Port;
import org.pointwatch.cli.demo.Replay;
import org.pointwatch.cli.demo.SampleWorld;
import org.pointwatch.cli.demo.Tally;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Metrics;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.Shutdown;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Checklist;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.embedded.DataDirectory;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Replays ten days of invented news through everything, offline, and opens the desk.",
        footer = {
            "",
            "Everything runs in this process; the data is removed at the end unless --data says where to keep it.",
            "Examples: pointwatch demo",
            "          pointwatch demo --once --json --data ./demo-data"
        })
final class DemoCommand implements Callable<Integer> {
    private static final long START_MS = 60_000;
    private static final long QUIET_MS = 120_000;

    private final Talk talk;
    private final Checklist list;

    @Option(names = "--once", description = "Without the desk: end when everything is processed, and print the counts.")
    private boolean once;

    @Option(names = "--json", description = "With --once: one JSON object on stdout.")
    private boolean json;

    @Option(names = "--open", description = "Open the desk in a browser.")
    private boolean open;

    @Option(names = "--port", paramLabel = "N", description = "Port of the desk, 8080 by default, 0 for any free one.")
    private @Nullable Integer port;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    DemoCommand(Talk talk) {
        this.talk = talk;
        this.list = new Checklist(talk);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (json && !once) {
            throw Failure.usage("--json prints the counts of a finished replay: add --once");
        }
        var settings = port == null ? options.read() : options.read(SettingsOptions.pair(Keys.DESK_PORT, port));
        try (var shutdown = new Shutdown();
                var place = DataPlace.of(options.data())) {
            place.refuseIf("broker", "demo", "the data of a run, which invented news must not meet");
            talk.say("pointwatch demo: ten days of invented news, no network; data in " + place.path()
                    + (place.temporary() ? " (removed at the end; --data DIR keeps it)" : ""));
            try (var data = DataDirectory.open(place.path())) {
                run(settings, data, shutdown);
            }
        }
        return 0;
    }

    private void run(Settings settings, DataDirectory data, Shutdown shutdown) throws InterruptedException {
        var world = SampleWorld.load();
        var clock = FastClock.standingAt(world.start(), world.end().plus(Replay.AFTERWARDS), Replay.SPEED);
        try (var services = list.step("services", () -> Services.all(settings, data), this::told);
                var server = Port.remembered(data.path("demo"), port -> FeedServer.start(world, clock, port));
                var metrics = new Metrics();
                var roles = new RoleSet(settings, services, data.root(), clock, metrics)) {
            var check = new TopicCheck(services.kafka(), settings);
            list.step("topics", check::create, n -> n + " created");
            list.step("feeds", () -> subscribe(world, services, server), n -> n + " at " + server.address());
            var dossier = Dossiers.load(settings.find(Keys.DOSSIER));
            dossier.publish(services.kafka());
            roles.sink();
            var topology = roles.process(dossier.dossier().id());
            // Articles wait on their topic until the topology runs, so the replay need not.
            roles.fetch(fetching(roles, server));
            clock.go();
            if (!once) {
                openBrowser(list.step("desk", roles::desk, uri -> "open " + uri));
            }
            roles.serveMetrics();
            list.step(
                    "topology",
                    () -> running(topology),
                    state -> "following " + dossier.dossier().id());
            replay(new Replay(world, clock, services.database()), services, roles, shutdown);
        }
    }

    private void replay(Replay replay, Services services, RoleSet roles, Shutdown shutdown)
            throws InterruptedException {
        BooleanSupplier enough = () -> shutdown.isAsked() || roles.failure().isDone();
        replay.await(enough, list::progress, list.progressEveryMillis());
        var quiet = !enough.getAsBoolean() && new Quiet(services.kafka(), services.database()).await(QUIET_MS, enough);
        if (enough.getAsBoolean()) {
            shutdown.await(roles.failure());
            return;
        }
        if (once && !quiet) {
            throw Failure.of("the replay was not processed within " + QUIET_MS / 1000
                    + " s after its end; run with --verbose to see why");
        }
        var tally = replay.tally();
        list.done("  ✓ replay       %d articles, %d stories, %d copies, %d updates, %d points in %s s"
                .formatted(
                        tally.articles(),
                        tally.stories(),
                        tally.copies(),
                        tally.updates(),
                        tally.points().size(),
                        list.seconds()));
        if (json) {
            talk.result(Json.MAPPER.writeValueAsString(result(tally)));
        }
        if (!once) {
            talk.say("the replay is over and the desk goes on: Ctrl-C ends it. Next: pointwatch run");
            shutdown.await(roles.failure());
        }
    }

    private LinkedHashMap<String, Object> result(Tally tally) {
        var result = new LinkedHashMap<String, Object>();
        result.put("articles", tally.articles());
        result.put("stories", tally.stories());
        result.put("copies", tally.copies());
        result.put("updates", tally.updates());
        result.put("points", tally.points());
        result.put("seconds", list.seconds());
        return result;
    }

    private String told(Services services) {
        return "Kafka at " + services.kafka().bootstrap() + ", "
                + services.database().jdbcUrl().replace("jdbc:postgresql://", "PostgreSQL at ");
    }

    private static int subscribe(SampleWorld world, Services services, FeedServer server) {
        try (var writer = new SubscriptionWriter(services.kafka())) {
            writer.add(world.subscriptions(server.address()));
            return world.outlets().size();
        }
    }

    private static KafkaStreams.State running(StreamsApp topology) {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS);
        try {
            while (topology.state() != KafkaStreams.State.RUNNING) {
                if (System.nanoTime() > end) {
                    throw Failure.of("the topology is " + topology.state() + " after " + START_MS / 1000
                            + " s; run with --verbose to see why");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return KafkaStreams.State.RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while the topology started", e);
        }
    }

    /** Times of the demonstration's clock; the one exception to the address guard is our own server. */
    private static FetchSettings fetching(RoleSet roles, FeedServer server) {
        return roles.fetchSettings()
                .change()
                .intervals(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(6), Duration.ZERO)
                .addressExceptions(Set.of(server.authority()))
                .done();
    }

    private void openBrowser(URI desk) {
        if (open && !Browser.open(desk)) {
            talk.say("no browser could be started here: open " + desk);
        }
    }
}
