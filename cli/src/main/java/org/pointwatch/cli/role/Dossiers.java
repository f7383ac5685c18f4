// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.pointwatch.wire.dossier.DossierFile;
import org.pointwatch.wire.dossier.DossierLoad;
import org.pointwatch.wire.dossier.DossierProblem;
import org.pointwatch.wire.record.DossierRecord;

/**
 * A dossier that was read and found sound.
 *
 * @param yaml its file's text
 */
public record Dossiers(Dossier dossier, String yaml) {
    private static final String SHIPPED = "/dossiers/ukraine-peace-plan/dossier.yaml";
    private static final String SHIPPED_NAME = "ukraine-peace-plan/dossier.yaml (shipped)";

    /**
     * @param file null for the shipped one
     * @throws Failure with all that is wrong in it
     */
    public static Dossiers load(@Nullable Path file) {
        var yaml = file == null ? resource(SHIPPED) : text(file);
        var load = DossierFile.load(file == null ? SHIPPED_NAME : file.toString(), yaml);
        if (load instanceof DossierLoad.Loaded loaded) {
            return new Dossiers(loaded.dossier(), yaml);
        }
        var problems = ((DossierLoad.Refused) load).problems();
        throw Failure.of(problems.stream().map(DossierProblem::toString).collect(Collectors.joining("\n")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Failure.of(file + ": cannot be read (" + e + "): name a dossier file in UTF-8", e);
        }
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

    /** Puts it in force; tasks switch with the next record they handle. */
    public void publish(KafkaAccess kafka) {
        var record = new DossierRecord(dossier.id(), dossier.version(), dossier.label(), dossier.contentHash(), yaml);
        var bytes = JsonSerde.of(Topics.DOSSIERS).encode(record);
        try (var producer = kafka.producer(Map.of())) {
            producer.send(new ProducerRecord<>(kafka.topic(Topics.DOSSIERS), dossier.id(), bytes))
                    .get();
        } catch (ExecutionException e) {
            throw Failure.of("the dossier was not written to " + kafka.bootstrap() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while the dossier was written", e);
        }
    }
}
