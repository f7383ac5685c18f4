// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The roles that are killed, on topics and a database of their own. */
final class Pipeline implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final KafkaAccess kafka;
    private final SinkSettings database;
    private final Consumer<String> say;
    private final Progress progress;
    private final Map<String, RoleProcess> roles = new LinkedHashMap<>();

    /**
     * @param scratch for what the roles keep beside Kafka and the database
     * @param logs where what they say is kept
     */
    Pipeline(KafkaAccess kafka, SinkSettings database, Path scratch, Path logs, Consumer<String> say) {
        this.kafka = kafka;
        this.database = database;
        this.say = say;
        this.progress = new Progress(kafka, database);
        var common = List.of(
                "--verbose",
                "--data=" + scratch,
                set(Keys.BOOTSTRAP.name(), kafka.bootstrap()),
                set(Keys.TOPICS_PREFIX.name(), kafka.prefix()),
                set(Keys.DB_URL.name(), database.jdbcUrl()),
                set(Keys.DB_USER.name(), database.user()));
        var secret = Map.of(Keys.DB_PASSWORD.variable(), database.password());
        for (var role : List.of(Strike.PROCESS, Strike.SINK)) {
            roles.put(role, new RoleProcess(role, common, secret, logs));
        }
    }

    private static String set(String key, String value) {
        return "--set=" + key + "=" + value;
    }

    /** Returns when both roles work. */
    void start() throws IOException {
        Dossiers.load(null).publish(kafka);
        for (var role : roles.values()) {
            role.start();
        }
        roles.values().forEach(RoleProcess::awaitReady);
        await("the sink has its tables")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> progress.stored() >= 0);
    }

    /** Lets articles come, and returns when the moment of a strike is there: with work at hand. */
    void reach(Strike strike, Runnable articles) {
        long before = asked(() -> progress.at(strike.hop()));
        articles.run();
        until(
                "article %d is taken in and %s moves".formatted(strike.article(), strike.hop()),
                () -> progress.articles() >= strike.article() && progress.at(strike.hop()) > before);
    }

    /** Kills, starts again at once, lets more articles come, and returns when what was killed gets on. */
    void kill(Strike strike, Runnable articles) throws IOException, InterruptedException {
        say.accept("killing %s: %d articles taken in, %s moves, %d offsets ahead of the topology"
                .formatted(
                        String.join(" and ", strike.victims()),
                        asked(progress::articles),
                        strike.hop(),
                        asked(progress::ahead)));
        var killed = System.nanoTime();
        for (var victim : strike.victims()) {
            roles.get(victim).kill();
        }
        long processed = asked(progress::processed);
        long stored = asked(progress::stored);
        for (var victim : strike.victims()) {
            roles.get(victim).start();
        }
        articles.run();
        if (strike.hits(Strike.PROCESS)) {
            until("the topology's offsets move again", () -> progress.processed() > processed);
            say.accept("process: offsets move again after " + since(killed));
        }
        if (strike.hits(Strike.SINK)) {
            until("the rows' offsets move again", () -> progress.stored() > stored);
            say.accept("sink: offsets move again after " + since(killed));
        }
    }

    private static String since(long nanos) {
        return "%.1f s".formatted((System.nanoTime() - nanos) / 1e9);
    }

    private void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK).until(() -> {
            roles.values().forEach(RoleProcess::requireAlive);
            return condition.call();
        });
    }

    private static long asked(Callable<Long> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException("progress cannot be told", e);
        }
    }

    /** Returns what is in the tables once all is processed and stored. */
    Outcome settle() throws InterruptedException, SQLException {
        roles.values().forEach(RoleProcess::awaitReady);
        assertThat(new Quiet(kafka, database).await(PATIENCE.toMillis()))
                .as("everything is processed and stored; ahead of the topology: %d", asked(progress::ahead))
                .isTrue();
        try (var connection = connect()) {
            return Outcome.read(connection);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    KafkaAccess kafka() {
        return kafka;
    }

    SinkSettings database() {
        return database;
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
        roles.values().forEach(RoleProcess::close);
        progress.close();
    }
}
