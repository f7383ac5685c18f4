// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;

/** All of {@code articles} and {@code overrides} through the same topology once more, into topics of its own. */
public final class Reprocessing {
    private static final long LOOK_MS = 5_000;
    private static final long PATIENCE_MS = 180_000;

    private final KafkaAccess shadow;
    private final Settings settings;
    private final Path directory;

    /**
     * @param shadow whose topics must be there
     * @param directory for state stores and the instance's id, this shadow's own
     */
    public Reprocessing(KafkaAccess shadow, Settings settings, Path directory) {
        this.shadow = shadow;
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * Puts a dossier in force for the shadow, unless it has this very one already.
     *
     * @throws Failure if it was begun with another: what is found already would not be found again
     */
    public void follow(DossierRecord dossier) {
        var before = LastValues.of(shadow, Topics.DOSSIERS).values();
        if (before.contains(dossier)) {
            return;
        }
        if (!before.isEmpty()) {
            throw Failure.of("the shadow " + shadow.prefix() + " was begun with the dossier "
                    + before.iterator().next().version() + ", and " + dossier.version()
                    + " is another: begin one anew under another --as");
        }
        var bytes = JsonSerde.of(Topics.DOSSIERS).encode(dossier);
        try (var producer = shadow.producer(Map.of())) {
            producer.send(new ProducerRecord<>(shadow.topic(Topics.DOSSIERS), dossier.id(), bytes))
                    .get();
        } catch (ExecutionException e) {
            throw Failure.of("the dossier was not written to " + shadow.bootstrap() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while the dossier was written", e);
        }
    }

    /** The record of a dossier file. */
    public static DossierRecord record(Dossiers file) {
        var d = file.dossier();
        return new DossierRecord(d.id(), d.version(), d.label(), d.contentHash(), file.yaml());
    }

    /**
     * What another installation follows.
     *
     * @param id of the dossier that its roles were told of
     */
    public static DossierRecord inForce(KafkaAccess kafka, String id) {
        var all = LastValues.of(kafka, Topics.DOSSIERS);
        var found = all.get(id);
        if (found == null && all.size() == 1) {
            found = all.values().iterator().next();
        }
        if (found == null) {
            throw Failure.of("no dossier " + id + " is in force at " + kafka.topic(Topics.DOSSIERS)
                    + (all.isEmpty() ? "" : ", but " + String.join(", ", all.keySet()))
                    + ": name a file by --dossier");
        }
        return found;
    }

    /**
     * Runs the topology until nothing is left to do; returns false if it was asked to end before.
     *
     * @param enough asks it to end; what was done stays done
     * @param left is told now and then how many records wait
     */
    public boolean run(String dossier, BooleanSupplier enough, LongConsumer left) throws InterruptedException {
        var processing = new StreamsSettings(
                StreamsSettings.DEFAULT_NAME,
                InstanceId.of(settings, directory),
                directory.resolve("state"),
                dossier,
                settings.get(Keys.TOPICS_PARTITIONS),
                settings.get(Keys.PROCESS_THREADS),
                settings.get(Keys.PROCESS_COMMIT),
                settings.get(Keys.PROCESS_SESSION),
                settings.get(Keys.TOPICS_REPLICATION));
        var judging = processing.withScorer(OwnModel.open(settings));
        try (var app = StreamsApp.start(shadow, judging, Clock.systemUTC(), new SimpleMeterRegistry())) {
            var quiet = new Quiet(shadow, null);
            var least = Long.MAX_VALUE;
            var since = System.nanoTime();
            while (!quiet.await(LOOK_MS, enough)) {
                if (enough.getAsBoolean()) {
                    return false;
                }
                var waiting = Backlog.of(shadow, null).unprocessed();
                left.accept(waiting);
                if (waiting < least) {
                    least = waiting;
                    since = System.nanoTime();
                }
                requireProgress(System.nanoTime() - since, waiting, Objects.toString(app.state()));
            }
            return true;
        }
    }

    private void requireProgress(long nanos, long waiting, @Nullable String state) {
        if (TimeUnit.NANOSECONDS.toMillis(nanos) > PATIENCE_MS) {
            throw Failure.of("%d records wait and none was processed for %d s; the topology is %s: run it again with"
                            .formatted(waiting, PATIENCE_MS / 1_000, state)
                    + " --verbose to see why; it goes on where it stopped");
        }
    }

    /** Articles, stories, copies and updates of all buckets, by name. */
    public static Map<String, Long> counts(KafkaAccess kafka) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("articles", "stories", "copies", "updates").forEach(name -> counts.put(name, 0L));
        for (var c : LastValues.of(kafka, Topics.COVERAGE).values()) {
            if (c.target().equals("all")) {
                counts.merge("articles", c.articles(), Long::sum);
                counts.merge("stories", c.stories(), Long::sum);
                counts.merge("copies", c.copies(), Long::sum);
                counts.merge("updates", c.updates(), Long::sum);
            }
        }
        return counts;
    }
}
