// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.dossier.DossierFiles;
import org.pointwatch.wire.dossier.DossierLoad;
import org.pointwatch.wire.dossier.DossierProblem;
import org.pointwatch.wire.record.DossierRecord;

/**
 * A dossier that was read and found sound.
 *
 * @param yaml one text without includes
 */
public record Dossiers(Dossier dossier, String yaml) {
    private static final String SHIPPED = DossierFiles.SHIPPED + "ukraine-peace-plan";

    /**
     * @param file null for the shipped one
     * @throws Failure with all that is wrong in it
     */
    public static Dossiers load(@Nullable Path file) {
        var load = file == null ? DossierFiles.loadUntried(SHIPPED) : DossierFiles.load(file.toString());
        if (load instanceof DossierLoad.Loaded loaded) {
            return new Dossiers(loaded.dossier(), loaded.resolved());
        }
        var problems = ((DossierLoad.Refused) load).problems();
        throw Failure.of(problems.stream().map(DossierProblem::toString).collect(Collectors.joining("\n")));
    }

    /** A text that ships with the program. */
    static String resource(String path) {
        try (var in = Dossiers.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Whether some version of it is on the topic. */
    public boolean isPublished(KafkaAccess kafka) {
        return LastValues.of(kafka, Topics.DOSSIERS).containsKey(dossier.id());
    }

    /** Puts it in force, and returns where it stands on the topic; tasks switch with the next record they handle. */
    public long publish(KafkaAccess kafka) {
        var record = new DossierRecord(dossier.id(), dossier.version(), dossier.label(), dossier.contentHash(), yaml);
        var bytes = JsonSerde.of(Topics.DOSSIERS).encode(record);
        try (var producer = kafka.producer(Map.of())) {
            return producer.send(new ProducerRecord<>(kafka.topic(Topics.DOSSIERS), dossier.id(), bytes))
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw Failure.of("the dossier was not written to " + kafka.bootstrap() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while the dossier was written", e);
        }
    }
}
