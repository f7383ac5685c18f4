// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Alert;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Retag;

/** The topology on a stage without a broker: articles go in, the last value of every key comes out. */
final class Stage implements AutoCloseable {
    static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    static final KafkaAccess KAFKA = KafkaAccess.of("nowhere:1");
    private static final Set<Topic<?>> NOT_OURS =
            Set.of(Topics.ARTICLES, Topics.DOSSIERS, Topics.STORY_CHANGES, Topics.RETAG, Topics.OVERRIDES);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final Map<String, Map<String, byte[]>> last = new HashMap<>();
    private final Map<String, Integer> written = new HashMap<>();

    /** Every one, in order: they share their key. */
    final List<Alert> alerts = new ArrayList<>();

    /** Of the records that arrive, and of what the topology does by itself. */
    private Instant wall = NOON;

    private Instant now = NOON.plus(Duration.ofHours(6));

    Stage(Path directory) {
        this(directory, null);
    }

    /** @param scorer instead of the shipped model */
    Stage(Path directory, SentimentScorer scorer) {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        var settings = StreamsSettings.of(directory, "stage", "small-plan", 1).withScorer(scorer);
        var properties = StreamsApp.properties(KAFKA, settings, meters);
        driver = new TopologyTestDriver(
                MonitoringTopology.of(
                        KAFKA,
                        settings,
                        clock,
                        meters,
                        properties,
                        SimulationNews::found,
                        RevisitArticles.Stretch.USUAL),
                properties,
                NOON);
        publish(smallDossier());
    }

    void publish(DossierRecord dossier) {
        input(Topics.DOSSIERS)
                .pipeInput(dossier.id(), JsonSerde.of(Topics.DOSSIERS).encode(dossier));
    }

    private TestInputTopic<String, byte[]> input(Topic<?> topic) {
        return driver.createInputTopic(KAFKA.topic(topic), new StringSerializer(), new ByteArraySerializer());
    }

    static DossierRecord smallDossier() {
        try (var in = Stage.class.getResourceAsStream("/small-dossier.yaml")) {
            var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new DossierRecord("small-plan", "1+test", "1", "test", yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void arrives(Revision revision) {
        arrives(revision.id(), JsonSerde.of(Topics.ARTICLES).encode(revision));
    }

    void arrives(String key, byte[] bytes) {
        arrives(Topics.ARTICLES, key, bytes);
    }

    void asked(String article, Retag request) {
        arrives(Topics.RETAG, article, JsonSerde.of(Topics.RETAG).encode(request));
    }

    void decided(Override decision) {
        arrives(Topics.OVERRIDES, decision.key(), JsonSerde.of(Topics.OVERRIDES).encode(decision));
    }

    void arrives(Topic<?> topic, String key, byte[] bytes) {
        arrives(topic, key, bytes, wall);
    }

    /** @param stamped the record's own timestamp, which a producer may set to anything */
    void arrives(Topic<?> topic, String key, byte[] bytes, Instant stamped) {
        input(topic).pipeInput(new TestRecord<>(key, bytes, stamped));
        now = now.plus(Duration.ofMinutes(2));
        passes(Duration.ofSeconds(2));
    }

    void arrives(Topic<?> topic, String key, byte[] bytes, String header, byte[] content) {
        var headers = new RecordHeaders(new Header[] {new RecordHeader(header, content)});
        input(topic).pipeInput(new TestRecord<>(key, bytes, headers, wall));
        passes(Duration.ofSeconds(2));
    }

    /** What other steps would send through a topic of the topology's own, such as {@code by-target}. */
    <V> void internally(String name, String key, V value, Serde<V> serde) {
        var topic = KAFKA.id(StreamsSettings.DEFAULT_NAME) + "-" + name + "-repartition";
        driver.createInputTopic(topic, new StringSerializer(), serde.serializer())
                .pipeInput(new TestRecord<>(key, value, wall));
    }

    Instant now() {
        return now;
    }

    /** Arrives while the topology's clock stands still. */
    void arrivesAtOnce(Revision revision) {
        input(Topics.ARTICLES)
                .pipeInput(revision.id(), JsonSerde.of(Topics.ARTICLES).encode(revision));
        passes(Duration.ofSeconds(2));
    }

    /** All within one moment, before the topology does anything by itself. */
    void arriveTogether(List<Revision> revisions) {
        revisions.forEach(r -> input(Topics.ARTICLES)
                .pipeInput(r.id(), JsonSerde.of(Topics.ARTICLES).encode(r)));
    }

    /** How often a key was written to a topic. */
    int written(Topic<?> topic, String key) {
        return written.getOrDefault(topic.name() + "/" + key, 0);
    }

    /** Sets the topology's clock on; on the wall, two seconds pass. */
    void later(Duration time) {
        now = now.plus(time);
        passes(Duration.ofSeconds(2));
    }

    /** Lets time pass, at once. */
    void passes(Duration time) {
        wall = wall.plus(time);
        driver.advanceWallClockTime(time);
        Topics.EVERY.forEach(this::collect);
    }

    private void collect(Topic<?> topic) {
        if (NOT_OURS.contains(topic)) {
            return;
        }
        var out = driver.createOutputTopic(KAFKA.topic(topic), new StringDeserializer(), new ByteArrayDeserializer());
        var values = last.computeIfAbsent(topic.name(), any -> new TreeMap<>());
        for (var record : out.readRecordsToList()) {
            written.merge(topic.name() + "/" + record.key(), 1, Integer::sum);
            if (topic == Topics.ALERTS) {
                alerts.add(JsonSerde.of(Topics.ALERTS).decode(record.value()));
            }
            if (record.value() == null) {
                values.remove(record.key());
            } else {
                values.put(record.key() == null ? "" : record.key(), record.value());
            }
        }
    }

    <V> Map<String, V> last(Topic<V> topic) {
        var serde = JsonSerde.of(topic);
        var out = new TreeMap<String, V>();
        last.getOrDefault(topic.name(), Map.of()).forEach((key, bytes) -> out.put(key, serde.decode(bytes)));
        return out;
    }

    Map<String, byte[]> raw(Topic<?> topic) {
        return last.getOrDefault(topic.name(), Map.of());
    }

    double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    double conservationDifference() {
        return gauge("pointwatch_conservation_difference");
    }

    /** Coverage of a target, as "articles/stories/copies/updates/outlets" summed over buckets but for outlets. */
    String counts(String target) {
        var all = last(Topics.COVERAGE).values().stream()
                .filter(c -> c.target().equals(target))
                .toList();
        return "%d/%d/%d/%d"
                .formatted(
                        all.stream().mapToLong(Coverage::articles).sum(),
                        all.stream().mapToLong(Coverage::stories).sum(),
                        all.stream().mapToLong(Coverage::copies).sum(),
                        all.stream().mapToLong(Coverage::updates).sum());
    }

    @java.lang.Override
    public void close() {
        driver.close();
    }

    /** A revision published and fetched at the given minutes after noon. */
    static Revision revision(String url, String outlet, int published, int fetched, String title, String text) {
        var firstSeen = NOON.plus(Duration.ofMinutes(Math.max(published, 0)));
        return new Revision(
                Ids.article(url),
                Ids.revision(title, "", text),
                null,
                outlet,
                null,
                url,
                title,
                "",
                text,
                false,
                "en",
                null,
                null,
                NOON.plus(Duration.ofMinutes(published)),
                "feed",
                null,
                NOON.plus(Duration.ofMinutes(fetched)),
                firstSeen,
                Body.FEED_ONLY,
                Origin.LIVE);
    }

    /** The same state of the text, as fetched at another time. */
    static Revision fetched(Instant at, Revision r) {
        return r.draft().fetched(at).done();
    }

    /** The same article with another claimed time. */
    static Revision published(Instant at, Revision r) {
        return r.draft().published(at, r.publishedSource()).done();
    }

    static Revision from(Origin origin, Revision r) {
        return r.draft().origin(origin).done();
    }

    static Revision claiming(String language, Revision r) {
        return r.draft().language(language).done();
    }

    static Revision withdrawn(Revision r, int at) {
        return r.draft()
                .words("", "", "")
                .language(null)
                .author(null)
                .agency(null)
                .fetched(NOON.plus(Duration.ofMinutes(at)))
                .body(Body.DELETED)
                .origin(Origin.LIVE)
                .done();
    }
}
