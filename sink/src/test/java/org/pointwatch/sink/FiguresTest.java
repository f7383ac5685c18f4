// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** Figures and quotes follow their findings, and tell which values stand against one another. */
@Tag("broker")
final class FiguresTest {
    private static final String CONTESTS =
            "SELECT value, articles, stories, outlets, against::text FROM figure_contests WHERE day = '2025-11-24' ORDER BY 1";

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private World world;
    private Publish publish;

    @BeforeEach
    void prepare() {
        world = new World(BROKER, POSTGRES);
        publish = Publish.to(world.kafka);
    }

    @AfterEach
    void close() {
        publish.close();
        world.close();
    }

    private void article(String id, String outlet, int days, double value, Relation relation, String of) {
        Instant at = NOON.plus(Duration.ofDays(days));
        var figure = new Figure("army-cap", value, "persons", "so many", 3, 9, "zelensky");
        publish.send(Topics.FINDINGS, id, Samples.counted(id, outlet, at, List.of(figure)));
        publish.send(Topics.STORIES, id, Samples.story(id, relation, of, 0));
    }

    private void publishAll() {
        article("a", "one.example", 0, 600_000, Relation.ORIGINAL, null);
        article("b", "two.example", 0, 600_000, Relation.COPY, "a");
        article("c", "three.example", 2, 800_000, Relation.ORIGINAL, null);
        article("d", "four.example", 30, 700_000, Relation.ORIGINAL, null);
        publish.flush();
    }

    @Test
    void tellsWhichValuesStandAgainstOneAnother() throws SQLException {
        publishAll();
        world.run();
        assertThat(world.query(CONTESTS))
                .containsExactly(
                        List.of(600_000.0, 2L, 1L, 2L, "{800000}"), List.of(800_000.0, 1L, 1L, 1L, "{600000}"));
        assertThat(world.query("SELECT DISTINCT day::text FROM figure_contests"))
                .containsExactly(List.of("2025-11-24"));
        assertThat(world.query("SELECT value, day::text, articles, stories, outlets, speakers::text FROM figure_values"
                        + " ORDER BY day"))
                .containsExactly(
                        List.of(600_000.0, "2025-11-22", 2L, 1L, 2L, "{zelensky}"),
                        List.of(800_000.0, "2025-11-24", 1L, 1L, 1L, "{zelensky}"),
                        List.of(700_000.0, "2025-12-22", 1L, 1L, 1L, "{zelensky}"));
    }

    @Test
    void correctsItselfWhenAnArticleIsWrittenAnewOrWithdrawn() throws SQLException {
        publishAll();
        world.run();
        article("b", "two.example", 0, 800_000, Relation.ORIGINAL, null);
        publish.tombstone(Topics.FINDINGS, "d").flush();
        world.run();
        assertThat(world.query(CONTESTS))
                .containsExactly(
                        List.of(600_000.0, 1L, 1L, 1L, "{800000}"), List.of(800_000.0, 2L, 2L, 2L, "{600000}"));
        publish.tombstone(Topics.FINDINGS, "a").flush();
        world.run();
        assertThat(world.query(CONTESTS)).isEmpty();
        assertThat(world.query("SELECT article FROM figures ORDER BY 1")).containsExactly(List.of("b"), List.of("c"));
    }

    @Test
    void keepsWhatWasSaidWithItsSpeaker() throws SQLException {
        publishAll();
        world.run();
        assertThat(world.query(
                        "SELECT article, n, name, words, match_start, match_end, points::text, outlet FROM quotes"
                                + " WHERE article = 'a'"))
                .containsExactly(List.of("a", 0, "A \"tall\" official\\", "no", 5, 6, "{}", "one.example"));
        world.execute("TRUNCATE findings");
        assertThat(world.query("SELECT count(*) FROM quotes")).containsExactly(List.of(0L));
    }
}
