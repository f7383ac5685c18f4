// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pointwatch.cli.Main;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** The processes of one pipeline, on topics and a database of their own. */
final class Roles implements AutoCloseable {
    static final String PROCESS_1 = "process-1";
    static final String PROCESS_2 = "process-2";
    static final String SINK = "sink-1";
    static final String OTHER_SINK = "sink-2";
    static final String FETCHER = "fetcher";

    private final Servers servers;
    private final KafkaAccess kafka;
    private final SinkSettings database;
    private final Path folder;
    private final String classPath;
    private final String jars;
    private final Path logs;
    private final Progress progress;
    private final Map<String, OwnProcess> all = new LinkedHashMap<>();

    /** @param name of the run: prefix of its topics, and its database, which is there */
    Roles(Servers servers, String name, String databaseName, String classPath, Path folder, Path logs)
            throws IOException {
        this.servers = servers;
        this.kafka = new KafkaAccess(servers.bootstrap(), name + "-", Map.of());
        this.database = SinkSettings.of(servers.directUrl(databaseName), "pointwatch", Servers.PASSWORD);
        this.folder = folder.resolve(name);
        this.classPath = classPath;
        this.jars = ClassPath.jars(this.folder.resolve("lib"));
        this.logs = logs.resolve(name);
        this.progress = new Progress(kafka, database);
        role("sink", SINK, databaseName);
        role("sink", OTHER_SINK, databaseName);
    }

    /** @param settings beyond the usual ones, {@code key=value} */
    Roles process(String instance, List<String> settings) {
        role(
                "process",
                instance,
                "unused",
                settings.stream().map(s -> "--set=" + s).toArray(String[]::new));
        return this;
    }

    private void role(String role, String instance, String databaseName, String... options) {
        var command = new ArrayList<>(List.of(
                Main.class.getName(),
                role,
                "--verbose",
                "--data=" + folder.resolve(instance),
                Servers.set(Keys.INSTANCE_ID.name(), instance),
                Servers.set(Keys.BOOTSTRAP.name(), kafka.bootstrap()),
                Servers.set(Keys.TOPICS_PREFIX.name(), kafka.prefix()),
                Servers.set(Keys.DB_URL.name(), servers.url(databaseName)),
                Servers.set(Keys.DB_USER.name(), database.user())));
        command.addAll(List.of(options));
        var secret = Map.of(Keys.DB_PASSWORD.variable(), Servers.PASSWORD);
        all.put(instance, new OwnProcess(instance, jars, command, secret, logs));
    }

    Roles fetcher(World world) {
        var command = List.of(
                FetcherMain.class.getName(),
                kafka.bootstrap(),
                kafka.prefix(),
                world.authority(),
                world.clockFile().toString());
        all.put(FETCHER, new OwnProcess(FETCHER, classPath, command, Map.of(), logs));
        return this;
    }

    /**
     * Starts all but the second sink, twice, so that their archives of classes are there; returns when they say that they
     * are ready, and the tables are there.
     */
    void start() throws IOException {
        try (var admin = kafka.admin()) {
            new TopicPlan(kafka, TopicPlan.DEFAULT_PARTITIONS, (short) 1).create(admin, List.copyOf(Topics.EVERY));
        }
        Dossiers.load(null).publish(kafka);
        for (var role : first()) {
            role.start();
        }
        awaitReady();
        for (var role : first()) {
            role.restart();
        }
        awaitReady();
    }

    private List<OwnProcess> first() {
        return all.values().stream().filter(r -> !r.name().equals(OTHER_SINK)).toList();
    }

    private void awaitReady() {
        first().stream()
                .filter(r -> !r.name().equals(FETCHER))
                .forEach(r -> Wait.until(r.name() + " is ready", this::requireAlive, r::ready));
        Wait.until("the sink has its tables", this::requireAlive, () -> progress.stored() != null);
    }

    OwnProcess get(String instance) {
        return all.get(instance);
    }

    void requireAlive() {
        servers.broker().requireAlive();
        servers.database().requireAlive();
        all.values().forEach(OwnProcess::requireAlive);
    }

    Progress progress() {
        return progress;
    }

    KafkaAccess kafka() {
        return kafka;
    }

    /** Returns what is in the tables once all is processed and stored, at ten articles a second at least. */
    Outcome settle(World world, int articles) throws InterruptedException, SQLException {
        assertThat(new Quiet(kafka, database).await(Wait.PATIENCE.toMillis() + articles * 100L))
                .as("everything is processed and stored in the end")
                .isTrue();
        try (var connection = progress.connect()) {
            return Outcome.read(connection, world.horizon());
        }
    }

    List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        return Collect.from(kafka).records(topic);
    }

    /** In words: where each came from, and why. */
    List<String> deadLetters() {
        return records(Topics.DEAD_LETTERS).stream()
                .map(letter -> letter.key() + " " + letter.headers())
                .toList();
    }

    @Override
    public void close() {
        all.values().parallelStream().forEach(OwnProcess::close);
        progress.close();
    }
}
