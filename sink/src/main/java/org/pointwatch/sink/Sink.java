// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.sink.Checkpoint.Step;
import org.pointwatch.wire.KafkaAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Output topics to PostgreSQL, exactly once: one thread, one connection, one loop of poll, settle, store.
 *
 * <p>After any doubt (database or broker away, an answer lost, taken over) the batch is forgotten, the connection dropped
 * and reading begins again where the database says; there is no other way back, so there is only one to get right.
 */
public final class Sink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

    private final SinkSettings settings;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final Database database;
    private final Decoder decoder;
    private final Holdings holdings;
    private final Writing writing;
    private final Retirement retirement;
    private final Months months;
    private final SinkMeters meters;
    private final Outage databaseOutage;
    private final Checkpoint checkpoint;
    private final Thread thread = new Thread(this::run, "sink");
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;

    private Sink(
            SinkSettings settings,
            KafkaAccess kafka,
            MeterRegistry registry,
            InstantSource clock,
            InstantSource times,
            @Nullable Future<?> migration,
            Checkpoint checkpoint) {
        this.settings = settings;
        this.checkpoint = checkpoint;
        meters = new SinkMeters(registry, clock);
        databaseOutage = new Outage("PostgreSQL", clock, meters.outages("database"));
        intake = new Intake(settings, kafka, registry, clock, meters);
        decoder = new Decoder(kafka);
        deadLetters = new DeadLetters(kafka, decoder, meters);
        database = new Database(settings, migration);
        var offsets = new Offsets(owner(settings));
        holdings = new Holdings(intake::consumer, decoder, offsets, intake.broker(), clock, checkpoint);
        var keep = new Keep(settings.retention(), times);
        months = new Months(keep, clock);
        retirement = new Retirement(keep, months, meters, clock);
        writing = new Writing(new BatchWriter(offsets, months, deadLetters, meters, checkpoint));
    }

    /**
     * Returns at once; the sink makes or moves on the schema, and waits for whatever is not there yet.
     *
     * @param clock paces log lines and stamps metrics; decides nothing about rows
     * @param times what time it is where the articles come from: the retention's clock, a replay's own
     * @param migration from {@link Schema#begin}; null to have the sink do it
     */
    public static Sink start(
            SinkSettings settings,
            KafkaAccess kafka,
            MeterRegistry meters,
            InstantSource clock,
            InstantSource times,
            @Nullable Future<?> migration) {
        return begin(new Sink(settings, kafka, meters, clock, times, migration, Checkpoint.NONE));
    }

    static Sink start(
            SinkSettings settings,
            KafkaAccess kafka,
            MeterRegistry meters,
            InstantSource clock,
            InstantSource times,
            Checkpoint checkpoint) {
        return begin(new Sink(settings, kafka, meters, clock, times, null, checkpoint));
    }

    private static Sink begin(Sink sink) {
        sink.thread.start();
        return sink;
    }

    /** The consumer group, whose committed offsets show how far the rows are. */
    public static String group(KafkaAccess kafka) {
        return kafka.id("sink");
    }

    /** Completes when the sink is closed, or with the {@link SinkException} that stopped it. */
    public CompletionStage<Void> ended() {
        return ended;
    }

    private static String owner(SinkSettings settings) {
        var name = settings.instanceId() == null ? "sink" : settings.instanceId();
        return name + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }

    private void run() {
        try {
            intake.subscribe(List.copyOf(decoder.topics()), holdings);
            while (!closing) {
                cycle();
            }
            endBatch();
            showLag(true);
            finish(null);
        } catch (Throwable e) {
            finish(e);
        }
    }

    private void finish(@Nullable Throwable e) {
        writing.close();
        database.close();
        deadLetters.close();
        intake.close();
        if (e == null) {
            ended.complete(null);
        } else {
            LOG.error("the sink stopped: {}", e.getMessage(), e);
            ended.completeExceptionally(e);
        }
    }

    /** Reads and decodes a batch while the one before is being stored. */
    private void cycle() {
        var polled = intake.poll();
        try {
            var batch = Batch.of(polled, holdings.moved(), decoder);
            endBatch();
            var connection = database.connection();
            holdings.settle(connection);
            retirement.step(connection);
            if (batch.changesNothing()) {
                databaseOutage.over();
            } else {
                checkpoint.passed(Step.POLLED);
                holdings.read(batch.next());
                writing.begin(connection, batch, holdings.epochs(batch.next().keySet()));
            }
        } catch (FencedException e) {
            forget();
            meters.fenced(e.partitions().size());
            holdings.fenced(e.partitions());
        } catch (SQLException e) {
            database.suspect(e);
            forget();
            await(e);
        } catch (KafkaException e) {
            forget();
            intake.await(e);
        }
        meters.lag(holdings.lag());
    }

    private void endBatch() throws SQLException {
        var stored = writing.end();
        if (stored != null) {
            holdings.stored(stored);
            database.trust();
            databaseOutage.over();
            showLag(false);
        }
    }

    /** The batch is not stored, or it is and we do not know: both are answered by the database, when it is back. */
    private void forget() {
        abandonBatch();
        database.drop();
        months.forget();
        holdings.suspend();
    }

    /** How it ended does not matter: whoever gives up asks the database before going on. */
    private void abandonBatch() {
        try {
            writing.end();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("a batch was given up", e);
        }
    }

    private void await(SQLException e) {
        var trouble = Trouble.of(e);
        if (trouble == Trouble.FATAL) {
            throw new SinkException(
                    SinkException.Kind.REFUSED,
                    settings.place() + " refuses what the sink must do: " + e.getMessage() + " (SQLSTATE "
                            + e.getSQLState() + "). Check user, password, rights and schema",
                    e);
        }
        databaseOutage.is(settings.place() + ": " + e.getMessage());
    }

    private void showLag(boolean last) throws SQLException {
        intake.show(holdings.shown(), last);
        if (!last) {
            checkpoint.passed(Step.LAG_SHOWN);
        }
    }

    /** Finishes the transaction at hand. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
