// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.desk.Desk;
import org.pointwatch.desk.DeskDatabase;
import org.pointwatch.desk.DeskSettings;
import org.pointwatch.desk.api.Models;
import org.pointwatch.embedded.BrokerSettings;
import org.pointwatch.embedded.DatabaseSettings;
import org.pointwatch.embedded.EmbeddedBroker;
import org.pointwatch.embedded.EmbeddedDatabase;
import org.pointwatch.models.NgramIdentifier;
import org.pointwatch.models.Sentiments;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench desk}: the API on a large database, and many live readers. */
@Command(
        name = "desk",
        description =
                "Measure the desk's API on a database of made-up articles, and the live stream with many readers.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench desk --articles 1000000 --clients 200 --stalled 20"})
public final class DeskCommand implements Callable<Integer> {
    @Option(names = "--articles", defaultValue = "1000000", description = "In the database (${DEFAULT-VALUE}).")
    private int articles;

    @Option(names = "--days", defaultValue = "60", description = "Over which they are spread (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--requests", defaultValue = "3600", description = "Over all routes (${DEFAULT-VALUE}).")
    private int requests;

    @Option(names = "--clients", defaultValue = "200", description = "Live readers (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--stalled", defaultValue = "20", description = "Of these, never reading (${DEFAULT-VALUE}).")
    private int stalled;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "For which they are told of changes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--data", paramLabel = "DIR", description = "Keeps the filled database here, for another run.")
    private @Nullable Path data;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        var directory = data == null ? Files.createTempDirectory("pointwatch-desk") : data;
        try (var database = EmbeddedDatabase.start(DatabaseSettings.in(directory.resolve("postgres")));
                var broker = EmbeddedBroker.start(BrokerSettings.in(directory.resolve("broker")))) {
            var access = new DeskDatabase(database.jdbcUrl(), database.user(), database.password());
            fill(access);
            var kafka = new KafkaAccess(broker.bootstrapServers(), "desk-bench-", Map.of());
            measure(access, kafka);
        } finally {
            if (data == null) {
                remove(directory);
            }
        }
        return 0;
    }

    private void fill(DeskDatabase database) throws SQLException {
        Schema.migrate(SinkSettings.of(database.jdbcUrl(), database.user(), database.password()));
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            var tables = new FillTables(connection, out);
            if (tables.articles() == 0) {
                tables.fill(Dossiers.load(null).dossier(), articles, days);
            }
            out.printf("%,d articles over %d days: %s%n", tables.articles(), days, FillTables.LOAD);
        }
    }

    private void measure(DeskDatabase database, KafkaAccess kafka) throws Exception {
        prepare(kafka);
        var dossier = Dossiers.load(null).dossier();
        var settings = DeskSettings.onLoopback(0).withDatabase(database);
        try (var desk =
                new Desk(settings, kafka, new SimpleMeterRegistry(), InstantSource.system(), DeskCommand::models)) {
            desk.start();
            LockSupport.parkNanos(3_000_000_000L); // the dossier arrives
            if (requests > 0) {
                out.printf("API, one request at a time, no answer asked for twice:%n");
                new AskRoutes(desk.address(), dossier).measure(requests, out);
            }
            if (clients > 0) {
                out.printf("live stream:%n");
                var points = dossier.points().stream().map(p -> p.id()).toList();
                new LiveReaders(desk.address(), kafka, points).measure(clients, stalled, seconds, out);
            }
        }
    }

    private static Models models() {
        return new Models(new NgramIdentifier(), Sentiments.shipped(), Sentiments.shipped());
    }

    private static void prepare(KafkaAccess kafka) {
        var loaded = Dossiers.load(null);
        var dossier = loaded.dossier();
        var record = new DossierRecord(
                dossier.id(), dossier.version(), dossier.label(), dossier.contentHash(), loaded.yaml());
        try (var admin = kafka.admin();
                var producer = kafka.producer(Map.of())) {
            var plan = new TopicPlan(kafka, 6, (short) 1);
            plan.create(admin, plan.compare(admin).missing());
            producer.send(new ProducerRecord<>(
                    kafka.topic(Topics.DOSSIERS),
                    dossier.id(),
                    JsonSerde.of(Topics.DOSSIERS).encode(record)));
            producer.flush();
        }
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
