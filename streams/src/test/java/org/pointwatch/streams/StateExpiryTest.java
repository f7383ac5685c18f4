// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.fetched;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** State goes by wall clock, published numbers stay. */
class StateExpiryTest {
    private static final String CAP =
            """
            Aides of Donald Trump said on Saturday that the pages on Ukraine are not final, and the draft would cap the country's army at 600,000 soldiers.
            Officials in two capitals described the limit as the hardest part of the whole document to sell at home.
            """;
    private static final String CAP_AND_NATO = CAP + "The text also says that Ukraine will not join NATO.\n";
    private static final Revision FIRST = revision("https://a.example/1", "a.example", 0, 1, "Limits", CAP_AND_NATO);
    private static final Revision COPY = revision("https://b.example/9", "b.example", 20, 21, "Limits again", CAP);
    private static final Duration LONG = Expiry.KEPT.plusDays(1);

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
        stage.arrives(FIRST);
        stage.arrives(COPY);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nothingMovesWhenStateGoes() {
        var before = stage.raw(Topics.COVERAGE);
        stage.passes(LONG);
        stage.passes(Expiry.EVERY);

        for (var store : List.of("revisions", "ledger", "story-states", "story-links")) {
            assertThat(expired(store)).as(store).isPositive();
        }
        assertThat(expired("revisions")).isEqualTo(2);
        assertThat(stage.raw(Topics.COVERAGE)).isEqualTo(before);
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
        assertThat(stage.conservationDifference()).isZero();
    }

    @Test
    void case100_whatComesTooLateChangesNothingBeforeOrAfter() {
        var late = fetched(FIRST.firstSeen().plus(EventTime.HORIZON).plusSeconds(1), FIRST);
        var edit = fetched(late.fetched(), revision("https://a.example/1", "a.example", 0, 1, "Limits", CAP));
        stage.arrives(edit);
        stage.passes(LONG);
        stage.passes(Expiry.EVERY);
        stage.arrives(late);

        assertThat(stage.counts("point:nato-membership")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("all")).isEqualTo("2/1/1/0");
        assertThat(stage.meters
                        .counter("pointwatch_revisions_total", "arrival", "beyond-horizon")
                        .count())
                .isEqualTo(2);
        assertThat(stage.raw(Topics.DEAD_LETTERS)).containsOnlyKeys(FIRST.id());
        assertThat(stage.conservationDifference()).isZero();
    }

    @Test
    void case100_whatIsWrittenInTheMeantimeStays() {
        stage.passes(Expiry.KEPT.minusDays(2));
        stage.arrives(fetched(
                FIRST.firstSeen().plus(EventTime.HORIZON.minusDays(1)),
                revision("https://a.example/1", "a.example", 0, 1, "Limits", CAP)));
        assertThat(stage.counts("point:nato-membership")).isEqualTo("0/0/0/0");
        stage.passes(Duration.ofDays(4));
        stage.passes(Expiry.EVERY);
        assertThat(expired("revisions")).isEqualTo(1);

        stage.arrives(withdrawn(FIRST, (int) EventTime.HORIZON.minusHours(1).toMinutes()));
        assertThat(stage.counts("all")).isEqualTo("1/0/1/0");
    }

    private double expired(String store) {
        return stage.meters
                .counter("pointwatch_state_expired_total", "store", store)
                .count();
    }
}
