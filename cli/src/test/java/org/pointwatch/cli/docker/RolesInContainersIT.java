// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.docker;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pointwatch.cli.demo.FastClock;
import org.pointwatch.cli.demo.FeedServer;
import org.pointwatch.cli.demo.Replay;
import org.pointwatch.cli.demo.SampleWorld;
import org.pointwatch.cli.demo.Tally;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.Fetcher;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.KafkaAccess;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The built image, as an ordinary user on a read-only root: its roles one by one, and its demo. */
@Tag("docker")
final class RolesInContainersIT {
    private static final String IMAGE = "pointwatch:local";
    private static final String PASSWORD = "a password of this test";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REFUSED =
            "SELECT count(*) FROM feeds WHERE last_poll > now() - interval '1 hour' AND failures > 0";

    @BeforeAll
    static void needsAnEngineAndTheImage() {
        Containers.assumeEngineWith(IMAGE);
    }

    @Test
    void rolesInContainersCountWhatTheTruthCounts() throws Exception {
        var ports = freePorts();
        var kafka = KafkaAccess.of("127.0.0.1:" + ports.get("BROKER_PORT"));
        var database = SinkSettings.of(
                "jdbc:postgresql://127.0.0.1:" + ports.get("POSTGRES_PORT") + "/pointwatch", "pointwatch", PASSWORD);
        try (var containers = new Containers(ComposeFile.read("compose.host.yaml", ports))) {
            containers.up("broker");
            containers.finish("topics");
            containers.finish("dossier");
            containers.up("process", "sink", "desk");
            assertThat(containers.exec("broker", "id", "-un").getStdout()).isEqualTo("pointwatch\n");

            assertThat(replayed(kafka, database)).isEqualTo(Truth.recount());
            assertThat(shownAt(ports.get("DESK_PORT")))
                    .isEqualTo(Truth.recount().articles());

            containers.up("fetch");
            await("the fetch role refuses addresses of its own machine")
                    .atMost(PATIENCE)
                    .until(() -> count(database, REFUSED) > 0);
            assertThat(tally(database)).isEqualTo(Truth.recount());
        }
    }

    @Test
    void demoInAContainerWithoutANetworkCountsWhatTheTruthCounts() throws IOException {
        var service = new ComposeFile.Service(
                IMAGE, List.of("demo", "--once", "--json"), Map.of(), List.of(), List.of("/tmp:exec,mode=1777"), true);
        try (var demo = Containers.container(service, "demo", "none")) {
            demo.withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE.multipliedBy(2)));
            demo.start();
            var printed = demo.getLogs(OutputFrame.OutputType.STDOUT);
            assertThat(printed.lines()).hasSize(1);
            assertThat(Json.MAPPER.readValue(printed, Tally.class)).isEqualTo(Truth.recount());
        }
    }

    /** Serves the sample world from here, on the clock of its days; the roles in the containers do all the rest. */
    private static Tally replayed(KafkaAccess kafka, SinkSettings database) throws Exception {
        var world = SampleWorld.load();
        var clock = FastClock.standingAt(world.start(), world.end().plus(Replay.AFTERWARDS), Replay.SPEED);
        var replay = new Replay(world, clock, database);
        try (var server = FeedServer.start(world, clock, 0)) {
            try (var writer = new SubscriptionWriter(kafka)) {
                writer.add(world.subscriptions(server.address()));
            }
            var fetching = FetchSettings.defaults()
                    .change()
                    .intervals(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(6), Duration.ZERO)
                    .addressExceptions(Set.of(server.authority()))
                    .done();
            try (var fetcher = Fetcher.start(kafka, fetching, clock, new SimpleMeterRegistry())) {
                clock.go();
                replay.await(() -> false, line -> {}, PATIENCE.toMillis());
            }
            assertThat(new Quiet(kafka, database).await(PATIENCE.toMillis())).isTrue();
            return replay.tally();
        }
    }

    private static Tally tally(SinkSettings database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return Tally.read(connection);
        }
    }

    private static long count(SinkSettings database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Articles of `all`, as the desk's API gives them. */
    private static long shownAt(String port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/coverage?target=all"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body()).at("/targets/0/articles").asLong();
    }

    private static Map<String, String> freePorts() throws IOException {
        var variables = new HashMap<>(Map.of("POINTWATCH_DB_PASSWORD", PASSWORD, "POINTWATCH_IMAGE", IMAGE));
        var sockets = new ArrayList<ServerSocket>();
        for (var name : List.of(
                "BROKER_PORT",
                "POSTGRES_PORT",
                "DESK_PORT",
                "FETCH_METRICS_PORT",
                "PROCESS_METRICS_PORT",
                "SINK_METRICS_PORT",
                "DESK_METRICS_PORT")) {
            var socket = new ServerSocket(0);
            sockets.add(socket);
            variables.put(name, Integer.toString(socket.getLocalPort()));
        }
        for (var socket : sockets) {
            socket.close();
        }
        return variables;
    }
}
