// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.published;
import static org.pointwatch.streams.Stage.revision;

/** What a foreign or broken producer may send is named and counted, and its neighbours are as if it had not come. */
class BadInputTest {
    private static final String RAIN = "It rained all day in the north, and the roads were closed until the evening.";
    private static final Revision BEFORE = revision("https://a.example/1", "a.example", 0, 1, "Rain", RAIN);
    private static final Revision ODD = revision(
            "https://b.example/1", "b.example", 10, 11, "Harvest", "The farmers brought in more than they had hoped.");
    private static final Revision AFTER =
            revision("https://c.example/1", "c.example", 20, 21, "Markets", "Shares fell a little before the holiday.");

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
        stage.arrives(BEFORE);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void case103_aRecordsOwnTimestampDecidesNothing(Instant stamped) {
        stage.arrives(Topics.ARTICLES, ODD.id(), bytes(ODD), stamped);
        stage.passes(Expiry.EVERY);
        stage.arrives(AFTER);
        stage.arrives(Topics.ARTICLES, ODD.id(), bytes(ODD), stamped);

        assertThat(stage.counts("all")).isEqualTo("3/3/0/0");
        assertThat(stage.last(Topics.COVERAGE)).containsKey("all@2025-11-22T12:00:00Z");
        assertThat(stage.conservationDifference()).isZero();
        assertThat(stage.meters
                        .counter("pointwatch_records_ahead_total", "topic", Stage.KAFKA.topic(Topics.ARTICLES))
                        .count())
                .isEqualTo(stamped.isAfter(Instant.now()) ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "+9999999-01-01T00:00:00Z"})
    void aClaimedDateIsBelievedWithinTheHorizonOnly(Instant claimed) {
        stage.arrives(published(claimed, ODD));
        stage.arrives(AFTER);

        assertThat(stage.counts("all")).isEqualTo("3/3/0/0");
        assertThat(stage.last(Topics.FINDINGS).get(ODD.id()).eventTime())
                .isBetween(ODD.firstSeen().minus(EventTime.HORIZON), ODD.firstSeen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z", "0001-01-01T00:00:00Z"})
    void case101_aTimeOfNoWorldIsSetAside(String time) {
        var sent = new String(bytes(ODD), StandardCharsets.UTF_8)
                .replace("\"firstSeen\":\"" + ODD.firstSeen(), "\"firstSeen\":\"" + time);
        stage.arrives(ODD.id(), sent.getBytes(StandardCharsets.UTF_8));

        aDeadLetterAndNothingElse(ODD.id(), "keep-revisions");
    }

    @Test
    void case101_aTombstoneIsRefused() {
        stage.arrives(Topics.ARTICLES, BEFORE.id(), null);
        stage.arrives(AFTER);

        assertThat(stage.counts("all")).isEqualTo("2/2/0/0");
        assertThat(stage.meters
                        .counter("pointwatch_revisions_total", "arrival", "tombstone")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void case101_anUnknownVersionIsSetAside() {
        var sent = new String(bytes(ODD), StandardCharsets.UTF_8).replace("\"v\":1", "\"v\":7");
        stage.arrives(ODD.id(), sent.getBytes(StandardCharsets.UTF_8));

        aDeadLetterAndNothingElse(ODD.id(), "decode");
    }

    @Test
    void case101_aForeignKeyIsSetAside() {
        stage.arrives("somebody-else", bytes(ODD));

        aDeadLetterAndNothingElse("somebody-else", "keep-revisions");
    }

    @Test
    void case101_bytesThatAreNoRecordAreSetAside() {
        stage.arrives(ODD.id(), new byte[] {(byte) 0xff, 0, (byte) 0xfe, '{'});

        aDeadLetterAndNothingElse(ODD.id(), "decode");
    }

    @Test
    void case101_aRecordWithoutAKeyIsSetAside() {
        stage.arrives(Topics.ARTICLES, null, bytes(ODD));

        aDeadLetterAndNothingElse("", "keep-revisions");
    }

    @Test
    void case102_aHeaderOfAnySizeIsNobodysBusiness() {
        stage.arrives(Topics.ARTICLES, ODD.id(), bytes(ODD), "trace", new byte[100_000]);
        stage.arrives(AFTER);

        assertThat(stage.counts("all")).isEqualTo("3/3/0/0");
        assertThat(stage.raw(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void moreTextThanAnArticleHasIsSetAside() {
        stage.arrives(revision("https://b.example/1", "b.example", 10, 11, "Long", "long ".repeat(100_000)));

        aDeadLetterAndNothingElse(ODD.id(), "keep-revisions");
    }

    @Test
    void lettersThatAreNoneHarmNobody() {
        stage.arrives(
                revision("https://b.example/1", "b.example", 10, 11, "Har\u0000vest \ud800", "\udc00 \u0000 text"));
        stage.arrives(AFTER);

        assertThat(stage.counts("all")).isEqualTo("3/3/0/0");
        assertThat(stage.last(Topics.FINDINGS)).hasSize(3);
        assertThat(stage.conservationDifference()).isZero();
    }

    private void aDeadLetterAndNothingElse(String key, String stageName) {
        stage.arrives(AFTER);
        stage.passes(Duration.ofSeconds(1));
        assertThat(stage.raw(Topics.DEAD_LETTERS)).containsOnlyKeys(key);
        assertThat(stage.meters
                        .counter("pointwatch_dead_letters_total", "stage", stageName)
                        .count())
                .isEqualTo(1);
        assertThat(stage.counts("all")).isEqualTo("2/2/0/0");
        assertThat(stage.conservationDifference()).isZero();
    }

    private static byte[] bytes(Revision r) {
        return JsonSerde.of(Topics.ARTICLES).encode(r);
    }
}
