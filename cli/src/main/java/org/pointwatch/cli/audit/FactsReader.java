// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.WholeTopics;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.DeadLetter;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/** Reads the facts from their topics and keeps what an audit needs of them. */
final class FactsReader {
    private static final List<Topic<?>> READ = List.of(
            Topics.ARTICLES,
            Topics.FINDINGS,
            Topics.TEXTS,
            Topics.STORIES,
            Topics.COVERAGE,
            Topics.DEADLINES,
            Topics.STANCES,
            Topics.OVERRIDES,
            Topics.DEAD_LETTERS);

    private static final Set<String> BEFORE_KEEPING = Set.of("decode", "keep-revisions");
    /** How the reason begins of a letter that could be read but came too late, which is told by its fields. */
    private static final String BEYOND_HORIZON = "beyond-horizon";

    private static final Duration LETTERS_KEPT = Duration.ofDays(29);

    private static final JsonSerde<Revision> REVISION = JsonSerde.of(Topics.ARTICLES);
    private static final JsonSerde<Finding> FINDING = JsonSerde.of(Topics.FINDINGS);
    private static final JsonSerde<KeptText> TEXT = JsonSerde.of(Topics.TEXTS);
    private static final JsonSerde<Story> STORY = JsonSerde.of(Topics.STORIES);
    private static final JsonSerde<Coverage> COVERAGE = JsonSerde.of(Topics.COVERAGE);
    private static final JsonSerde<Override> OVERRIDE = JsonSerde.of(Topics.OVERRIDES);
    private static final JsonSerde<Deadline> DEADLINE = JsonSerde.of(Topics.DEADLINES);

    private static final JsonSerde<Stance> STANCE = JsonSerde.of(Topics.STANCES);

    private final KafkaAccess kafka;
    private final Facts facts = new Facts();
    private final Map<String, Topic<?>> topics = new HashMap<>();
    private final List<Bad> bad = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<Integer, Long> firstFinding = new HashMap<>();
    private long newest;

    /** A record of {@code articles} that says nothing. */
    private record Bad(String key, String origin, long timestamp, String problem) {}

    private FactsReader(KafkaAccess kafka) {
        this.kafka = kafka;
        READ.forEach(t -> topics.put(kafka.topic(t), t));
    }

    /** @throws Failure if topics are missing or Kafka does not answer */
    static Facts read(KafkaAccess kafka) {
        var reader = new FactsReader(kafka);
        reader.requireTopics();
        // Letters first: a record that was set aside says nothing, even where it can be read here.
        var letters = kafka.topic(Topics.DEAD_LETTERS);
        WholeTopics.read(kafka, List.of(letters), reader::letter);
        // Then what analysts decided, which findings are held against.
        var overrides = kafka.topic(Topics.OVERRIDES);
        WholeTopics.read(kafka, List.of(overrides), reader::override);
        var others = new ArrayList<>(reader.topics.keySet());
        others.removeAll(List.of(letters, overrides));
        var starts = WholeTopics.read(kafka, others, reader::take);
        reader.finish(starts);
        return reader.facts;
    }

    private void requireTopics() {
        try (var admin = kafka.admin()) {
            var missing = new ArrayList<>(topics.keySet());
            missing.removeAll(admin.listTopics().names().get());
            if (!missing.isEmpty()) {
                throw Failure.of("topics are missing at " + kafka.bootstrap() + " (" + String.join(", ", missing)
                        + "): name the --data of a demo or run, or set topics.prefix");
            }
        } catch (ExecutionException e) {
            throw Failure.of("Kafka at " + kafka.bootstrap() + " does not name its topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while topics were listed", e);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var topic = topics.get(record.topic());
        if (Topics.ARTICLES.equals(topic)) {
            article(record);
        } else if (Topics.FINDINGS.equals(topic)) {
            firstFinding.putIfAbsent(record.partition(), record.timestamp());
            last(facts.findings, FINDING, record, f -> Mentions.of(f, record.partition(), facts.vetoes(f.article())));
        } else if (Topics.TEXTS.equals(topic)) {
            last(facts.texts, TEXT, record, Words::of);
        } else if (Topics.STORIES.equals(topic)) {
            last(facts.stories, STORY, record, s -> s);
        } else if (Topics.DEADLINES.equals(topic)) {
            last(facts.deadlines, DEADLINE, record, d -> d);
        } else if (Topics.STANCES.equals(topic)) {
            last(facts.stances, STANCE, record, s -> s);
        } else {
            last(facts.coverage, COVERAGE, record, c -> c);
        }
    }

    private void override(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return; // takes nothing back: what a step has kept of a decision stays
        }
        try {
            facts.decided(OVERRIDE.decode(record.value()));
        } catch (WireException e) {
            bad.add(new Bad(
                    String.valueOf(record.key()), origin(record), record.timestamp(), String.valueOf(e.getMessage())));
        }
    }

    private void article(ConsumerRecord<String, byte[]> record) {
        newest = Math.max(newest, record.timestamp());
        if (record.value() == null || record.key() == null) {
            return;
        }
        var history = facts.history(record.key(), record.partition());
        history.arrived(record.timestamp());
        if (refused.contains(origin(record))) {
            return;
        }
        var problem = "it is the record of another article, or too long";
        try {
            var revision = REVISION.decode(record.value());
            if (revision.id().equals(record.key()) && revision.length() <= Revision.MAX_LENGTH) {
                history.add(State.of(revision));
                return;
            }
        } catch (WireException e) {
            problem = String.valueOf(e.getMessage());
        }
        bad.add(new Bad(record.key(), origin(record), record.timestamp(), problem));
    }

    private static String origin(ConsumerRecord<?, ?> record) {
        return DeadLetter.origin(record.topic(), record.partition(), record.offset());
    }

    private void letter(ConsumerRecord<String, byte[]> record) {
        var origin = header(record, DeadLetter.ORIGIN);
        var stage = header(record, DeadLetter.STAGE);
        var late = header(record, DeadLetter.REASON).startsWith(BEYOND_HORIZON);
        if (BEFORE_KEEPING.contains(stage) && !late) {
            refused.add(origin);
        }
        var topic = topics.get(origin.substring(0, Math.max(0, origin.lastIndexOf('/'))));
        if (record.key() == null) {
            return;
        }
        if (topic != null && !Topics.ARTICLES.equals(topic)) {
            facts.unstored.computeIfAbsent(topic.name(), t -> new HashSet<>()).add(record.key());
        } else if (!BEFORE_KEEPING.contains(stage)) {
            facts.setAside.add(record.key());
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private <V, K> void last(
            Map<String, K> all,
            JsonSerde<V> serde,
            ConsumerRecord<String, byte[]> record,
            java.util.function.Function<V, K> kept) {
        if (record.key() == null) {
            return;
        }
        all.remove(record.key());
        facts.unreadable.removeIf(d -> d.key().equals(record.topic() + " " + record.key()));
        if (record.value() != null) {
            try {
                all.put(record.key(), kept.apply(serde.decode(record.value())));
            } catch (WireException e) {
                facts.unreadable.add(Difference.of(
                        "unreadable", record.topic() + " " + record.key(), e.getMessage(), "a value that can be read"));
            }
        }
    }

    private void finish(Map<TopicPartition, Long> starts) {
        @Nullable Instant since = null;
        for (var start : starts.entrySet()) {
            var partition = start.getKey().partition();
            if (start.getValue() == 0) {
                continue;
            }
            var topic = topics.get(start.getKey().topic());
            if (Topics.ARTICLES.equals(topic)) {
                facts.shortened.add(partition);
            } else if (Topics.FINDINGS.equals(topic)) {
                var first = Instant.ofEpochMilli(firstFinding.getOrDefault(partition, newest));
                since = since == null || first.isAfter(since) ? first : since;
            }
        }
        facts.findingsSince = since;
        var kept = newest - LETTERS_KEPT.toMillis();
        bad.stream()
                .filter(b -> b.timestamp() > kept && !refused.contains(b.origin()))
                .map(b -> Difference.of("unreadable", b.key(), b.origin() + ": " + b.problem(), "it on dead-letters"))
                .forEach(facts.unreadable::add);
    }
}
