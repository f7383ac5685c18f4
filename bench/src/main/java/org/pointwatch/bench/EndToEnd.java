// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.embedded.BrokerSettings;
import org.pointwatch.embedded.EmbeddedBroker;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;

/** The whole pipeline measured from one run: pass-through and full throughput on the same broker, then latency. */
public final class EndToEnd {
    private static final long SEED = 20_251_120;

    private final Settings settings;
    private final PrintStream out;

    /**
     * @param articles revisions for each throughput figure
     * @param rate revisions a second for the latency figure
     */
    public record Settings(
            Path directory,
            DossierRecord record,
            Dossier dossier,
            int articles,
            int rate,
            Duration steady,
            int partitions,
            int threads) {}

    public EndToEnd(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public void run() throws Exception {
        out.println("load: " + Load.DESCRIPTION);
        try (var broker =
                EmbeddedBroker.start(BrokerSettings.in(settings.directory().resolve("broker")))) {
            var through = passThrough(new KafkaAccess(broker.bootstrapServers(), "pass-", Map.of()));
            full(new KafkaAccess(broker.bootstrapServers(), "full-", Map.of()), through);
        }
    }

    private double passThrough(KafkaAccess kafka) throws Exception {
        prepare(kafka);
        publish(kafka, load(), settings.articles());
        var streamsSettings = streams(kafka);
        var started = System.nanoTime();
        try (var pass = PassThrough.start(kafka, streamsSettings)) {
            Quiet.await(kafka, kafka.id(streamsSettings.name()));
        }
        return rate("pass-through", settings.articles(), started, 0);
    }

    private void full(KafkaAccess kafka, double through) throws Exception {
        prepare(kafka);
        var load = load();
        publish(kafka, load, settings.articles());
        var meters = new SimpleMeterRegistry();
        var streamsSettings = streams(kafka);
        var cpu = Costs.processCpu();
        var started = System.nanoTime();
        try (var app = StreamsApp.start(kafka, streamsSettings, Clock.systemUTC(), meters);
                var half = HalfWay.watch(meters, settings.articles() / 2)) {
            Quiet.await(kafka, kafka.id(streamsSettings.name()));
            var rate = rate("full pipeline", settings.articles(), started, Costs.processCpu() - cpu);
            rate(
                    "its second half",
                    settings.articles() - half.revisions(),
                    half.nanoTime(),
                    Costs.processCpu() - half.cpu());
            out.printf("ratio full / pass-through: %.3f%n", rate / through);
            Costs.print(
                    out,
                    kafka,
                    meters,
                    new Costs.Work(settings.articles(), (int) load.articles()),
                    settings.directory());
            new Latency(kafka, load, out).measure(settings.rate(), settings.steady());
        }
        // Closed stores have written everything.
        StoreSizes.print(out, streamsSettings.stateDirectory(), load.articles());
    }

    private double rate(String what, int articles, long started, long cpuNanos) {
        // The last look of Quiet is a pause in which nothing happened.
        var seconds = (System.nanoTime() - started - Quiet.PAUSE.toNanos()) / 1e9;
        out.printf("%s: %,d revisions in %.1f s = %,.0f/s", what, articles, seconds, articles / seconds);
        out.println(
                cpuNanos == 0
                        ? ""
                        : String.format(", %.0f microseconds of processor time each", cpuNanos / 1e3 / articles));
        return articles / seconds;
    }

    private void prepare(KafkaAccess kafka) {
        try (var admin = kafka.admin();
                var producer = kafka.producer(Map.of())) {
            var plan = new TopicPlan(kafka, settings.partitions(), (short) 1);
            plan.create(admin, plan.compare(admin).missing());
            var dossier = settings.record();
            producer.send(new ProducerRecord<>(
                    kafka.topic(Topics.DOSSIERS),
                    dossier.id(),
                    JsonSerde.of(Topics.DOSSIERS).encode(dossier)));
            producer.flush();
        }
    }

    private Load load() {
        var start = Instant.now().minus(Duration.ofDays(1));
        return Load.ofDay(settings.dossier(), SEED, start);
    }

    private static void publish(KafkaAccess kafka, Load load, int revisions) {
        try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
            var serde = JsonSerde.of(Topics.ARTICLES);
            for (var i = 0; i < revisions; i++) {
                var revision = load.next();
                producer.send(
                        new ProducerRecord<>(kafka.topic(Topics.ARTICLES), revision.id(), serde.encode(revision)));
            }
        }
    }

    private StreamsSettings streams(KafkaAccess kafka) {
        return new StreamsSettings(
                StreamsSettings.DEFAULT_NAME,
                "bench",
                settings.directory().resolve(kafka.prefix() + "state"),
                settings.dossier().id(),
                settings.partitions(),
                settings.threads(),
                StreamsSettings.COMMIT_INTERVAL,
                Duration.ofSeconds(10),
                1);
    }
}
