// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Key;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.desk.Desk;
import org.pointwatch.desk.DeskDatabase;
import org.pointwatch.desk.DeskSettings;
import org.pointwatch.desk.api.Models;
import org.pointwatch.desk.deliver.Deliveries;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.Fetcher;
import org.pointwatch.ingest.page.PageSettings;
import org.pointwatch.ingest.websub.WebSubSettings;
import org.pointwatch.models.NgramIdentifier;
import org.pointwatch.models.Sentiments;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.Sink;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.streams.StreamsSettings;

/** The roles that run in this process. */
public final class RoleSet implements AutoCloseable {
    /** Short enough for the embedded services to stop behind it within 20 s of a SIGTERM. */
    private static final Duration CLOSING = Duration.ofSeconds(13);

    private final Settings settings;
    private final Services services;
    private final Path directory;
    private final Clock clock;
    private final Metrics metrics;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<BooleanSupplier> ready = new ArrayList<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private @Nullable CompletableFuture<?> schema;

    /**
     * @param directory of this process, for state stores and the instance's id
     * @param clock of the fetcher and the topology
     */
    public RoleSet(Settings settings, Services services, Path directory, Clock clock, Metrics metrics) {
        this.settings = settings;
        this.services = services;
        this.directory = directory;
        this.clock = clock;
        this.metrics = metrics;
        services.failure().thenAccept(failure::complete);
    }

    public FetchSettings fetchSettings() {
        var contact = settings.find(Keys.FETCH_CONTACT);
        return FetchSettings.defaults()
                .change()
                .instance(id())
                .threads(settings.get(Keys.FETCH_THREADS))
                .perAddress(settings.get(Keys.FETCH_PER_ADDRESS))
                .contact(contact == null ? "" : contact)
                .websub(webSub())
                .addressExceptions(names(Keys.FETCH_EXCEPTIONS))
                .intervals(
                        settings.get(Keys.FETCH_INTERVAL),
                        settings.get(Keys.FETCH_MIN),
                        settings.get(Keys.FETCH_MAX),
                        settings.get(Keys.FETCH_SPACING))
                .done();
    }

    private WebSubSettings webSub() {
        var callback = settings.find(Keys.WEBSUB_CALLBACK);
        if (callback == null) {
            return WebSubSettings.OFF;
        }
        var listen = settings.get(Keys.WEBSUB_LISTEN);
        var colon = listen.lastIndexOf(':');
        var port = Integer.parseInt(listen.substring(colon + 1));
        if (port > 65_535) {
            throw Failure.usage(Keys.WEBSUB_LISTEN.name() + " names port " + port + ": take one up to 65535");
        }
        return WebSubSettings.OFF.with(callback, new InetSocketAddress(listen.substring(0, colon), port));
    }

    /** How pages of articles are read. */
    public PageSettings pageSettings() {
        return PageSettings.DEFAULT
                .withThreads(settings.get(Keys.FETCH_PAGES))
                .withSpacing(settings.get(Keys.FETCH_SPACING));
    }

    /** Feeds alone. */
    public void fetch(FetchSettings fetching) {
        fetch(fetching, PageSettings.OFF);
    }

    public void fetch(FetchSettings fetching, PageSettings pages) {
        running.add(Fetcher.start(services.kafka(), fetching, pages, clock, metrics.registry()));
    }

    /** @param dossier id of the one to follow */
    public StreamsApp process(String dossier) {
        var settled = new StreamsSettings(
                StreamsSettings.DEFAULT_NAME,
                id(),
                directory.resolve("state"),
                dossier,
                settings.get(Keys.TOPICS_PARTITIONS),
                settings.get(Keys.PROCESS_THREADS),
                settings.get(Keys.PROCESS_COMMIT),
                settings.get(Keys.PROCESS_SESSION),
                settings.get(Keys.TOPICS_REPLICATION));
        var processing =
                settled.withStandbys(settings.get(Keys.PROCESS_STANDBYS)).withScorer(OwnModel.open(settings));
        var app = StreamsApp.start(services.kafka(), processing, clock, metrics.registry());
        running.add(app);
        watch(app.ended());
        ready.add(app::advancing);
        return app;
    }

    /** Begins what {@link #sink} needs and Kafka does not. */
    public void prepareSink() {
        schema = Schema.begin(services.database());
    }

    public void sink() {
        var sink = Sink.start(
                services.database().withInstanceId(id()),
                services.kafka(),
                metrics.registry(),
                InstantSource.system(),
                clock,
                schema);
        running.add(sink);
        watch(sink.ended());
        ready.add(() -> !sink.ended().toCompletableFuture().isDone());
    }

    private void watch(CompletionStage<Void> ended) {
        ended.whenComplete((nothing, e) -> {
            if (e != null) {
                failure.complete(e);
            }
        });
    }

    /** Returns where the page is. */
    public URI desk() {
        var token = settings.find(Keys.DESK_TOKEN);
        var where = new DeskSettings(
                        settings.get(Keys.DESK_HOST), settings.get(Keys.DESK_PORT), names(Keys.DESK_HOSTS), token)
                .withWriteToken(settings.find(Keys.DESK_WRITE_TOKEN))
                .withAddress(settings.find(Keys.DESK_ADDRESS));
        var database = services.findDatabase();
        var withStories = database == null
                ? where
                : where.withDatabase(new DeskDatabase(database.jdbcUrl(), database.user(), database.password()));
        var desk = new Desk(withStories, services.kafka(), metrics.registry(), InstantSource.system(), this::models);
        desk.start();
        running.add(desk);
        deliver(desk, withStories);
        return desk.address();
    }

    private Set<String> names(Key<String> key) {
        var names = settings.find(key);
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
    }

    /** As the topology judges, for texts that are tried on the desk. */
    private Models models() {
        var own = OwnModel.open(settings);
        var shipped = Sentiments.shipped();
        return new Models(new NgramIdentifier(), own == null ? shipped : own, shipped);
    }

    private void deliver(Desk desk, DeskSettings where) {
        var destinations = Destinations.read(settings);
        if (destinations.isEmpty()) {
            return;
        }
        var database = where.database();
        if (database == null) {
            throw Failure.usage(
                    Keys.ALERTS_DESTINATIONS.name()
                            + " is set, and what is to be sent stands in the database: set db.url to the one that the sink fills");
        }
        running.add(Deliveries.start(
                destinations,
                Destinations.mailServer(settings),
                database,
                where.address(),
                desk::titleOf,
                metrics.registry(),
                InstantSource.system()));
    }

    public void serveMetrics() {
        metrics.serve(settings, () -> !failure.isDone() && ready.stream().allMatch(BooleanSupplier::getAsBoolean));
    }

    private String id() {
        return InstanceId.of(settings, directory);
    }

    /** Completes with the reason when a role or an embedded service has given up by itself. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        Closing.together(running, CLOSING);
    }
}
