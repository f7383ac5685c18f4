// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
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
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);
    private static final int SESSION_MS = 10_000;

    /** A broker that does not answer is given up within seconds. */
    private static final int REQUEST_MS = 10_000;

    private final SinkSettings settings;
    private final Consumer<String, byte[]> consumer;
    private final KafkaClientMetrics consumerMeters;
    private final BrokerWatch broker;
    private final DeadLetters deadLetters;
    private final Database database;
    private final Decoder decoder;
    private final Holdings holdings;
    private final Writing writing;
    private final Retirement retirement;
    private final Months months;
    private final SinkMeters meters;
    private final Outage databaseOutage;
    private final Outage kafkaOutage;
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
            Checkpoint checkpoint) {
        this.settings = settings;
        this.checkpoint = checkpoint;
        meters = new SinkMeters(registry, clock);
        databaseOutage = new Outage("PostgreSQL", clock, meters.outages("database"));
        kafkaOutage = new Outage("Kafka", clock, meters.outages("kafka"));
        consumer = kafka.consumer(consumerSettings(settings, kafka));
        consumerMeters = new KafkaClientMetrics(consumer);
        consumerMeters.bindTo(registry);
        broker = new BrokerWatch(kafka, kafkaOutage, clock);
        decoder = new Decoder(kafka);
        deadLetters = new DeadLetters(kafka, decoder, meters);
        database = new Database(settings);
        var offsets = new Offsets(owner(settings));
        holdings = new Holdings(consumer, decoder, offsets, broker, clock, checkpoint);
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
     */
    public static Sink start(
            SinkSettings settings, KafkaAccess kafka, MeterRegistry meters, InstantSource clock, InstantSource times) {
        return start(settings, kafka, meters, clock, times, Checkpoint.NONE);
    }

    /** With one clock for both. */
    public static Sink start(SinkSettings settings, KafkaAccess kafka, MeterRegistry meters, InstantSource clock) {
        return start(settings, kafka, meters, clock, clock);
    }

    static Sink start(
            SinkSettings settings,
            KafkaAccess kafka,
            MeterRegistry meters,
            InstantSource clock,
            InstantSource times,
            Checkpoint checkpoint) {
        var sink = new Sink(settings, kafka, meters, clock, times, checkpoint);
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

    private static Map<String, Object> consumerSettings(SinkSettings settings, KafkaAccess kafka) {
        var own = new HashMap<String, Object>(Map.of(
                "group.id",
                group(kafka),
                "client.id",
                group(kafka),
                "max.poll.records",
                settings.batchSize(),
                "session.timeout.ms",
                SESSION_MS,
                "request.timeout.ms",
                REQUEST_MS,
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName(),
                "auto.offset.reset",
                "none",
                "allow.auto.create.topics",
                false));
        if (settings.instanceId() != null) {
            own.put("group.instance.id", settings.instanceId());
        }
        return own;
    }

    private static String owner(SinkSettings settings) {
        var name = settings.instanceId() == null ? "sink" : settings.instanceId();
        return name + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }

    private void run() {
        try {
            consumer.subscribe(List.copyOf(decoder.topics()), holdings);
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
        broker.close();
        consumerMeters.close();
        try {
            consumer.close();
        } catch (KafkaException closing) {
            LOG.debug("the consumer did not close in order", closing);
        }
        if (e == null) {
            ended.complete(null);
        } else {
            LOG.error("the sink stopped: {}", e.getMessage(), e);
            ended.completeExceptionally(e);
        }
    }

    /** Reads and decodes a batch while the one before is being stored. */
    private void cycle() {
        var polled = poll();
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
            await(e);
        }
        meters.lag(holdings.lag());
    }

    private ConsumerRecords<String, byte[]> poll() {
        try {
            var polled = consumer.poll(POLL);
            if (polled.isEmpty()) {
                broker.idle();
            } else {
                kafkaOutage.over();
            }
            return polled;
        } catch (InvalidOffsetException e) {
            throw new SinkException(
                    SinkException.Kind.RECORDS_GONE,
                    "the broker no longer has the offsets that the database waits for (" + e.getMessage()
                            + "): was it wiped while the sink ran? Start the sink again for the exact reason",
                    e);
        } catch (FencedInstanceIdException e) {
            throw new SinkException(
                    SinkException.Kind.OTHER_SINK,
                    "another sink joined with the instance id " + settings.instanceId()
                            + ": give each its own, or none",
                    e);
        } catch (AuthenticationException | AuthorizationException e) {
            throw refused(e);
        }
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

    private void await(KafkaException e) {
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            throw refused((ApiException) e);
        }
        kafkaOutage.is(String.valueOf(e.getMessage()));
    }

    private static SinkException refused(ApiException e) {
        return new SinkException(
                SinkException.Kind.REFUSED,
                "Kafka does not let the sink in: " + e.getMessage()
                        + ". Check the kafka.* keys and the ACLs of the prefix",
                e);
    }

    /** Kafka is told where the rows stand only so that people and tools can see it. */
    private void showLag(boolean last) {
        Map<TopicPartition, OffsetAndMetadata> shown = holdings.shown().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, p -> new OffsetAndMetadata(p.getValue())));
        try {
            if (last) {
                consumer.commitSync(shown, Duration.ofSeconds(2));
            } else {
                consumer.commitAsync(shown, (offsets, e) -> {});
                checkpoint.passed(Step.LAG_SHOWN);
            }
        } catch (KafkaException | SQLException e) {
            LOG.debug("the lag is not shown this time", e);
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
