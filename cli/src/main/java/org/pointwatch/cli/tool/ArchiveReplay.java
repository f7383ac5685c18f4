// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** Publishes archived articles one by one, from lines of JSON or the pages of web archives; a second time does no harm, because the same text is the same revision. */
public final class ArchiveReplay {
    private static final JsonSerde<Revision> SERDE = JsonSerde.of(Topics.ARTICLES);
    private static final List<String> ENDINGS =
            List.of(".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz", ".warc", ".warc.gz");

    private final KafkaAccess kafka;
    private final Instant now;
    private final Consumer<String> bad;
    private final LongConsumer progress;
    private final AtomicReference<@Nullable Exception> unsent = new AtomicReference<>();
    private long published;
    private long refused;
    private long beyond;
    private long passed;

    /**
     * @param now the time beyond which nothing can have been published
     * @param bad is told of each line that is left out
     * @param progress is told how many articles so far, often
     */
    public ArchiveReplay(KafkaAccess kafka, Instant now, Consumer<String> bad, LongConsumer progress) {
        this.kafka = kafka;
        this.now = now;
        this.bad = bad;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param beyond of the published ones those that do not count, being fetched too long after they were first seen
     * @param passed records of web archives that are no pages with an article
     */
    public record Replayed(int files, long published, long bad, long beyond, long passed) {}

    /** The files of a folder, at any depth, in the order of their names; a file is itself, and {@code -} standard input. */
    public static List<String> files(String given) {
        var path = Path.of(given);
        if (given.equals("-") || !Files.isDirectory(path)) {
            return List.of(given);
        }
        try (var all = Files.walk(path)) {
            var files = all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw Failure.of(given + ": no file in it ends in " + String.join(", ", ENDINGS));
            }
            return files;
        } catch (IOException e) {
            throw Failure.of(given + ": cannot be read (" + e + ")", e);
        }
    }

    public Replayed run(List<String> files) {
        try (var producer = kafka.producer(Map.of("linger.ms", 50))) {
            for (var file : files) {
                try {
                    if (WarcPages.is(file)) {
                        pages(file, producer);
                    } else {
                        lines(file, producer);
                    }
                } catch (IOException e) {
                    throw Failure.of(file + ": cannot be read (" + e + "); " + again(), e);
                }
            }
            producer.flush();
        } catch (KafkaException e) {
            throw unpublished(e);
        }
        requireSent();
        return new Replayed(files.size(), published, refused, beyond, passed);
    }

    private void lines(String file, Producer<String, byte[]> producer) throws IOException {
        try (var lines = JsonLines.of(open(file))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                take(file, line, producer);
            }
        }
    }

    private void pages(String file, Producer<String, byte[]> producer) throws IOException {
        try (var pages = new WarcPages(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
            var more = true;
            while (more) {
                try {
                    var revision = pages.next();
                    more = revision != null;
                    if (revision != null) {
                        send(revision, producer);
                    }
                } catch (BadLine e) {
                    refused++;
                    bad.accept(file + ", record " + pages.record() + ": " + e.getMessage());
                }
            }
            passed += pages.passed();
        }
    }

    private static InputStream open(String file) throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        var in = new BufferedInputStream(Files.newInputStream(Path.of(file)));
        return file.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void take(String file, JsonLines.Line line, Producer<String, byte[]> producer) {
        var object = line.object();
        try {
            if (object == null) {
                throw new BadLine(String.valueOf(line.problem()));
            }
            send(ArchivedArticle.read(object, now), producer);
        } catch (BadLine e) {
            refused++;
            bad.accept(file + ":" + line.number() + ": " + e.getMessage());
        }
    }

    private void send(Revision revision, Producer<String, byte[]> producer) {
        requireSent();
        producer.send(
                new ProducerRecord<>(kafka.topic(Topics.ARTICLES), revision.id(), SERDE.encode(revision)),
                (sent, e) -> unsent.compareAndSet(null, e));
        published++;
        beyond += revision.fetched().isAfter(revision.firstSeen().plus(EventTime.HORIZON)) ? 1 : 0;
        progress.accept(published);
    }

    private void requireSent() {
        var failure = unsent.get();
        if (failure != null) {
            throw unpublished(failure);
        }
    }

    private Failure unpublished(Exception e) {
        return Failure.of(kafka.bootstrap() + " did not take an article: " + e.getMessage() + "; " + again(), e);
    }

    private String again() {
        return published + " were handed over before; run it again, which publishes nothing new for those";
    }
}
