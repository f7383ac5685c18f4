// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole months older than the retention go, piece by piece. */
class RetirementTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private Instant now = Instant.parse("2025-11-22T12:00:00Z");
    private String url;
    private Direct direct;

    @BeforeEach
    void prepare() throws SQLException {
        url = POSTGRES.freshDatabase();
        direct = new Direct(POSTGRES, url, keep(Duration.ofDays(400)));
    }

    private Keep keep(Duration retention) {
        return new Keep(retention, () -> now);
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private void article(String id, String at) throws SQLException {
        var time = Instant.parse(at);
        var coverage = Samples.coverage("point:" + id, time, 1, 0);
        direct.put(Topics.FINDINGS, id, Samples.finding(id, "one.example", time))
                .put(Topics.TEXTS, id, Samples.text(id, "Words."))
                .put(Topics.STORIES, id, Samples.story(id, Relation.ORIGINAL, null))
                .put(Topics.COVERAGE, Samples.key(coverage), coverage);
    }

    /** Until nothing is left to do; a new one each time, so that none waits for its next turn. */
    private void retire() throws SQLException {
        for (var i = 0; i < 12; i++) {
            direct.retirement().step(direct.connection);
        }
    }

    private List<List<Object>> articles() throws SQLException {
        return direct.query("SELECT (SELECT string_agg(article, ' ' ORDER BY article) FROM findings),"
                + " (SELECT string_agg(article, ' ' ORDER BY article) FROM stories),"
                + " (SELECT string_agg(DISTINCT article, ' ' ORDER BY article) FROM mentions),"
                + " (SELECT string_agg(substr(target, 7), ' ' ORDER BY target) FROM coverage)");
    }

    @Test
    void dropsMonthsAndDeletesArticlesThatAreOlder() throws SQLException {
        article("a", "2024-09-30T23:45:00Z");
        article("b", "2024-10-01T00:00:00Z");
        article("c", "2025-11-22T00:00:00Z");
        article("d", "2023-01-01T00:00:00Z");
        direct.store();
        retire();
        assertThat(articles()).containsExactly(List.of("b c", "b c", "b c", "b c"));
        now = Instant.parse("2025-12-10T00:00:00Z");
        retire();
        assertThat(articles()).containsExactly(List.of("c", "c", "c", "c"));
        assertThat(direct.query(
                        "SELECT count(*) FROM pg_class WHERE relname IN ('coverage_2024_10', 'mentions_2024_10')"))
                .containsExactly(List.of(0L));
        assertThat(direct.retired("coverage")).isEqualTo(3);
        assertThat(direct.retired("findings")).isEqualTo(3);
        assertThat(direct.retired("mentions")).isEqualTo(6);
        assertThat(direct.retired("stories")).isEqualTo(3);
        assertThat(direct.retired("texts")).isEqualTo(3);
        assertThat(direct.query("SELECT article FROM texts")).containsExactly(List.of("c"));
    }

    @Test
    void storesWhatComesForARetiredTimeAndRetiresItAgain() throws SQLException {
        for (var round = 0; round < 2; round++) {
            article("old", "2020-05-05T00:00:00Z");
            article("new", "2025-11-05T00:00:00Z");
            direct.store();
            assertThat(articles()).containsExactly(List.of("new old", "new old", "new old", "new old"));
            retire();
            assertThat(articles()).containsExactly(List.of("new", "new", "new", "new"));
        }
        assertThat(direct.query("SELECT count(*) FROM pg_class WHERE relname = 'coverage_2020_05'"))
                .containsExactly(List.of(0L));
    }

    @Test
    void takesABoundedPieceAtATime() throws SQLException {
        for (var i = 0; i < Retirement.PIECE + 5; i++) {
            direct.put(
                    Topics.FINDINGS,
                    "a" + i,
                    Samples.finding("a" + i, "one.example", Instant.parse("2020-05-05T00:00:00Z")));
        }
        direct.store();
        direct.retirement().step(direct.connection);
        assertThat(direct.query("SELECT count(*) FROM findings")).containsExactly(List.of(5L));
        direct.retirement().step(direct.connection);
        assertThat(direct.query("SELECT count(*) FROM findings")).containsExactly(List.of(0L));
    }

    @Test
    void retiresStoriesAndTextsWhoseFindingNeverCame() throws SQLException {
        for (var id : List.of("early", "lost")) {
            direct.put(Topics.TEXTS, id, Samples.text(id, "Words."));
        }
        direct.put(Topics.STORIES, "early", Samples.story("early", Relation.ORIGINAL, null));
        direct.put(Topics.STORIES, "lost", Samples.story("lost", Relation.ORIGINAL, null));
        direct.store();
        direct.execute("UPDATE stories SET stored_at = '2024-01-01' WHERE article = 'lost'");
        direct.execute("UPDATE texts SET stored_at = '2024-01-01' WHERE article = 'lost'");
        retire();
        assertThat(direct.query("SELECT article FROM texts")).containsExactly(List.of("early"));
        assertThat(direct.query("SELECT article FROM stories")).containsExactly(List.of("early"));
    }

    @Test
    void keepsEverythingForGoodIfToldSo() throws SQLException {
        try (var forGood = new Direct(POSTGRES, POSTGRES.freshDatabase(), keep(Duration.ZERO))) {
            var old = Samples.coverage("all", Instant.parse("2003-05-05T00:00:00Z"), 1, 0);
            forGood.put(Topics.COVERAGE, Samples.key(old), old).store();
            forGood.retirement().step(forGood.connection);
            assertThat(forGood.query("SELECT tableoid::regclass::text FROM coverage"))
                    .containsExactly(List.of("coverage_2003_05"));
        }
    }

    @Test
    void leavesItToAnotherSinkThatIsAtIt() throws SQLException {
        article("a", "2020-01-01T00:00:00Z");
        direct.store();
        try (var other = POSTGRES.connect(url);
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1347375192, hashtext(current_schema()))");
            retire();
            assertThat(direct.query("SELECT count(*) FROM findings")).containsExactly(List.of(1L));
            other.rollback(); // a closed connection lets go of its locks only when the server notices
        }
        retire();
        assertThat(direct.query("SELECT count(*) FROM findings")).containsExactly(List.of(0L));
    }

    @Test
    void doesNotWaitForAReaderOfAnOldMonth() throws SQLException {
        now = Instant.parse("2024-05-01T00:00:00Z");
        article("a", "2024-04-01T00:00:00Z");
        direct.store();
        now = Instant.parse("2025-11-22T12:00:00Z");
        try (var reader = POSTGRES.connect(url);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM coverage").close();
            direct.retirement().step(direct.connection);
            assertThat(direct.query("SELECT count(*) FROM coverage_2024_04")).containsExactly(List.of(1L));
        }
        retire();
        assertThat(articles().get(0)).containsOnlyNulls();
    }

    @Test
    void asksTheInjectedClockAlone() {
        assertThat(new Keep(Duration.ofDays(400), InstantSource.fixed(Instant.parse("2001-06-01T00:00:00Z"))).since())
                .hasToString("2000-04");
    }
}
