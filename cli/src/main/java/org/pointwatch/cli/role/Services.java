// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.embedded.BrokerSettings;
import org.pointwatch.embedded.DataDirectory;
import org.pointwatch.embedded.DatabaseSettings;
import org.pointwatch.embedded.EmbeddedBroker;
import org.pointwatch.embedded.EmbeddedDatabase;
import org.pointwatch.embedded.EmbeddedStartException;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.KafkaAccess;

/** Kafka and PostgreSQL as this process reaches them: at configured addresses, else started inside of it. */
public final class Services implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final Settings settings;
    private @Nullable KafkaAccess kafka;
    private @Nullable SinkSettings database;

    private Services(Settings settings) {
        this.settings = settings;
    }

    /** Both of them, for a process that keeps its data in {@code data}; the embedded ones start side by side. */
    public static Services all(Settings settings, DataDirectory data) {
        var services = new Services(settings);
        try {
            var broker = CompletableFuture.supplyAsync(() -> services.kafkaOr(() -> services.startBroker(data)));
            var postgres = CompletableFuture.supplyAsync(() -> services.databaseOr(() -> services.startDatabase(data)));
            await(broker, postgres);
            services.kafka = broker.join();
            services.database = postgres.join();
            return services;
        } catch (CompletionException e) {
            services.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits for both, so that a failure of one leaves nothing of the other behind. */
    private static void await(CompletableFuture<?>... all) {
        CompletableFuture.allOf(all).join();
    }

    /** Only what is configured, for one role of a cluster. */
    public static Services configured(Settings settings, boolean withDatabase) {
        var services = new Services(settings);
        services.kafka = services.kafkaOr(() -> {
            throw Failure.usage("kafka.bootstrap.servers is not set: name the cluster by --set, in the --config file"
                    + " or as " + Keys.BOOTSTRAP.variable() + "; `pointwatch run` has an embedded one");
        });
        if (withDatabase) {
            services.database = services.databaseOr(() -> {
                throw Failure.usage("db.url is not set: name PostgreSQL by --set, in the --config file or as "
                        + Keys.DB_URL.variable() + "; `pointwatch run` has an embedded one");
            });
        }
        return services;
    }

    /** Kafka for a command that soon ends: configured, or that of a running `run`, or started for the moment. */
    public static Services forCommand(Settings settings) {
        var services = new Services(settings);
        services.kafka = services.kafkaOr(() -> services.nearest(settings.get(Keys.DATA)));
        return services;
    }

    /**
     * For a command that looks at what another left behind: what is configured, or a running `run`, or the embedded ones
     * started where the data is. The database is null if none is at hand.
     *
     * @throws Failure if there is no such data
     */
    public static Services leftBehind(Settings settings) {
        var services = new Services(settings);
        var directory = settings.get(Keys.DATA);
        try {
            if (settings.has(Keys.BOOTSTRAP)) {
                services.kafka = services.access(settings.get(Keys.BOOTSTRAP));
                services.database = services.findDatabase();
                return services;
            }
            if (!Files.isDirectory(directory.resolve("broker"))) {
                throw Failure.of(
                        directory + " holds nothing that a demo or run left behind: name its directory by --data,"
                                + " or a cluster by kafka.bootstrap.servers");
            }
            services.open(directory);
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    /**
     * The database alone, for a command that reads tables: what is configured, or that of a running `run`, or started
     * where its data is.
     *
     * @throws Failure if there is no such data
     */
    public static Services tables(Settings settings) {
        var services = new Services(settings);
        try {
            services.database = services.databaseOr(() -> services.tablesIn(settings.get(Keys.DATA)));
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private SinkSettings tablesIn(Path directory) {
        var postgres = directory.resolve("postgres");
        if (!Files.isDirectory(postgres.resolve("data"))) {
            throw Failure.of(
                    directory + " holds no tables that a demo or run left behind: name its directory by --data,"
                            + " or a database by db.url");
        }
        try {
            var data = DataDirectory.open(directory);
            started.push(data);
            return startDatabase(data);
        } catch (EmbeddedStartException e) {
            var running = e.kind() == EmbeddedStartException.Kind.IN_USE ? runningDatabase(postgres) : null;
            if (running == null) {
                throw e;
            }
            return running;
        }
    }

    private void open(Path directory) {
        try {
            var data = DataDirectory.open(directory);
            started.push(data);
            kafka = startBroker(data);
            if (settings.has(Keys.DB_URL) || Files.isDirectory(data.postgres().resolve("data"))) {
                database = databaseOr(() -> startDatabase(data));
            }
        } catch (EmbeddedStartException e) {
            if (e.kind() != EmbeddedStartException.Kind.IN_USE) {
                throw e;
            }
            kafka = running(directory, e);
            database = runningDatabase(directory.resolve("postgres"));
        }
    }

    private @Nullable SinkSettings runningDatabase(Path directory) {
        try {
            return settings.has(Keys.DB_URL)
                    ? findDatabase()
                    : SinkSettings.of(
                            "jdbc:postgresql://127.0.0.1:" + note(directory, "port") + "/pointwatch",
                            "pointwatch",
                            note(directory, "password"));
        } catch (IOException e) {
            return null; // it has none
        }
    }

    private static String note(Path directory, String name) throws IOException {
        return Files.readString(directory.resolve(name)).strip();
    }

    private KafkaAccess nearest(Path directory) {
        try {
            var data = DataDirectory.open(directory);
            started.push(data);
            return startBroker(data);
        } catch (EmbeddedStartException e) {
            if (e.kind() == EmbeddedStartException.Kind.IN_USE) {
                database = runningDatabase(directory.resolve("postgres"));
                return running(directory, e);
            }
            throw e;
        }
    }

    private KafkaAccess running(Path directory, EmbeddedStartException inUse) {
        var note = directory.resolve("broker").resolve("port");
        try {
            return access("127.0.0.1:" + Files.readString(note).strip());
        } catch (IOException e) {
            throw Failure.of(inUse.getMessage() + " Its broker's port is not to be found in " + note + ".", e);
        }
    }

    private KafkaAccess kafkaOr(Supplier<KafkaAccess> otherwise) {
        var configured = settings.find(Keys.BOOTSTRAP);
        return configured == null ? otherwise.get() : access(configured);
    }

    private KafkaAccess access(String bootstrap) {
        var prefix = settings.get(Keys.TOPICS_PREFIX);
        var source = settings.find(Keys.TOPICS_SOURCE_PREFIX);
        return new KafkaAccess(bootstrap, prefix, settings.kafka(), source == null ? prefix : source);
    }

    private SinkSettings databaseOr(Supplier<SinkSettings> otherwise) {
        var configured = settings.find(Keys.DB_URL);
        if (configured == null) {
            return otherwise.get();
        }
        var password = settings.find(Keys.DB_PASSWORD);
        return SinkSettings.of(configured, settings.get(Keys.DB_USER), password == null ? "" : password)
                .withRetention(settings.get(Keys.DB_RETENTION));
    }

    private KafkaAccess startBroker(DataDirectory data) {
        var advertised = settings.find(Keys.BROKER_ADVERTISED);
        var broker = EmbeddedBroker.start(new BrokerSettings(
                data.broker(), settings.get(Keys.BROKER_HOST), settings.get(Keys.BROKER_PORT), advertised));
        opened(broker);
        broker.failure().thenAccept(failure::complete);
        return access(broker.bootstrapServers());
    }

    private SinkSettings startDatabase(DataDirectory data) {
        var own = DatabaseSettings.in(data.postgres());
        var postgres = EmbeddedDatabase.start(new DatabaseSettings(
                own.directory(),
                settings.get(Keys.BROKER_HOST),
                settings.get(Keys.POSTGRES_PORT),
                data.path("postgres-binaries"),
                settings.find(Keys.DB_PASSWORD)));
        opened(postgres);
        return SinkSettings.of(postgres.jdbcUrl(), postgres.user(), postgres.password())
                .withRetention(settings.get(Keys.DB_RETENTION));
    }

    private void opened(AutoCloseable service) {
        synchronized (started) {
            started.push(service);
        }
    }

    public KafkaAccess kafka() {
        if (kafka == null) {
            throw new IllegalStateException("no Kafka was asked for");
        }
        return kafka;
    }

    /** Whether Kafka is that of this machine, where nobody else creates topics. */
    public boolean kafkaIsEmbedded() {
        return !settings.has(Keys.BOOTSTRAP);
    }

    public SinkSettings database() {
        if (database == null) {
            throw new IllegalStateException("no database was asked for");
        }
        return database;
    }

    /** The database if this process has or is told of one; null where a role can do without. */
    public @Nullable SinkSettings findDatabase() {
        return database == null && settings.find(Keys.DB_URL) != null ? databaseOr(this::database) : database;
    }

    /** Completes if an embedded service gives up by itself. */
    public CompletionStage<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                Closing.quietly(started.pop());
            }
        }
    }
}
