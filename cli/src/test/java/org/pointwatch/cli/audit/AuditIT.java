// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.DeadLetter;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;

/** The audit of topics that were written by hand, with one falsified record at a time. */
final class AuditIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    private KafkaAccess kafka;

    /** Two articles, the second a copy of the first, and a record that nobody could read. */
    @BeforeEach
    void publish() {
        kafka = BROKER.fresh();
        var letter = DeadLetter.record(
                kafka.topic(Topics.DEAD_LETTERS),
                "x",
                new byte[] {'x'},
                "decode",
                "no JSON",
                DeadLetter.origin(kafka.topic(Topics.ARTICLES), 1, 0));
        try (var publish = Publish.to(kafka)) {
            publish.send(new ProducerRecord<>(kafka.topic(Topics.ARTICLES), 1, "x", new byte[] {'x'}))
                    .send(letter);
            for (var article : List.of("a", "b")) {
                publish.send(Topics.ARTICLES, article, Written.revision(article, "r1"));
                publish.send(Topics.FINDINGS, article, Written.finding(article, NOON));
            }
            publish.send(Topics.STORIES, "a", Written.original("a"));
            publish.send(Topics.STORIES, "b", Written.member("b", Relation.UPDATE, "a", 0));
            publish.send(Topics.COVERAGE, "all@" + NOON, Written.coverage("all", NOON, 7, 7, 0, 0, 7));
            publish.send(Topics.COVERAGE, "all@" + NOON, all(2));
        }
    }

    private static Coverage all(long articles) {
        return Written.coverage("all", NOON, articles, 1, 0, 1, 1);
    }

    private List<String> differences() {
        return Audit.of(kafka, null).differences().stream()
                .map(d -> d.what() + " " + d.key())
                .toList();
    }

    @Test
    void soundTopicsHaveNoDifference() {
        var audit = Audit.of(kafka, null);
        assertThat(audit.differences()).isEmpty();
        assertThat(audit.figures())
                .containsEntry("articles", 3)
                .containsEntry("counted", 2)
                .containsEntry("deadLettered", 1)
                .containsEntry("coverageKeys", 1);
    }

    @Test
    void whatWasKeptAsideForBeingLateIsNoDeadLetter() {
        var late = NOON.plus(State.HORIZON).plusSeconds(1);
        var record = new ProducerRecord<>(
                kafka.topic(Topics.ARTICLES),
                0,
                "z",
                JsonSerde.of(Topics.ARTICLES).encode(Written.revision("z", "r1", Body.FULL, NOON, late, NOON)));
        var origin = Collect.from(kafka).records(Topics.ARTICLES).stream()
                .filter(r -> r.partition() == 0)
                .count();
        Publish.to(kafka)
                .send(record)
                .send(DeadLetter.record(
                        kafka.topic(Topics.DEAD_LETTERS),
                        "z",
                        record.value(),
                        "keep-revisions",
                        "beyond-horizon: too late",
                        DeadLetter.origin(kafka.topic(Topics.ARTICLES), 0, origin)))
                .close();
        assertThat(Audit.of(kafka, null).figures())
                .containsEntry("beyondHorizon", 1)
                .containsEntry("deadLettered", 1);
    }

    @Test
    void aFalseCountIsFound() {
        Publish.to(kafka).send(Topics.COVERAGE, "all@" + NOON, all(3)).close();
        assertThat(Audit.of(kafka, null).differences())
                .singleElement()
                .asString()
                .isEqualTo("coverage all@2025-11-20T12:00:00Z: articles 3, expected articles 2; of a, b");
    }

    @Test
    void aFalseFindingIsFound() {
        Publish.to(kafka)
                .send(Topics.FINDINGS, "b", Written.finding("b", "r0", "outlet.example", NOON))
                .close();
        assertThat(differences()).containsExactly("finding b");
    }

    @Test
    void aFalseStoryIsFound() {
        Publish.to(kafka)
                .send(Topics.STORIES, "b", Written.member("b", Relation.UPDATE, "a", 1))
                .close();
        assertThat(differences()).containsExactly("story b");
    }

    @Test
    void aLostDeletionAndWhatNobodySetAsideAreFound() {
        Publish.to(kafka)
                .tombstone(Topics.FINDINGS, "b")
                .bytes(Topics.ARTICLES, "y", "y".getBytes(StandardCharsets.UTF_8))
                .bytes(Topics.COVERAGE, "all@x", "x".getBytes(StandardCharsets.UTF_8))
                .close();
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "unreadable y",
                        "unreadable " + kafka.topic(Topics.COVERAGE) + " all@x",
                        "finding b",
                        "story b",
                        "coverage all@" + NOON);
    }
}
