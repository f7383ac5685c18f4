// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.article.Body;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.PostgresExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;

/** The words of articles on their topic and in their table. */
final class TableCheckTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Facts facts = new Facts();
    private SinkSettings database;

    /** A full text and a cut one of a feed, both as the topic has them. */
    @BeforeEach
    void fill() throws SQLException {
        database = SinkSettings.of(POSTGRES.freshDatabase(), POSTGRES.user(), POSTGRES.password());
        Schema.migrate(database);
        facts.texts.put("a", new Words("r1", Body.FULL, false));
        facts.texts.put("b", new Words("r2", Body.FEED_ONLY, true));
        row("a", "r1", "full", false);
        row("b", "r2", "feed-only", true);
    }

    private void row(String article, String revision, String body, boolean truncated) throws SQLException {
        try (var connection = POSTGRES.connect(database.jdbcUrl());
                var insert = connection.prepareStatement("INSERT INTO texts (article, revision, title, words, body,"
                        + " truncated, src_partition, src_offset) VALUES (?, ?, 'Title', 'Words.', ?, ?, 0, 0)")) {
            insert.setString(1, article);
            insert.setString(2, revision);
            insert.setString(3, body);
            insert.setBoolean(4, truncated);
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = POSTGRES.connect(database.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> differences() throws SQLException {
        return TableCheck.of(facts, database).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    @Test
    void whatIsInBothIsNoDifference() throws SQLException {
        var outcome = TableCheck.of(facts, database);
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.rows()).isEqualTo(2);
    }

    @Test
    void wordsOfAnotherRevisionOrInAnotherFullnessAreFound() throws SQLException {
        execute("UPDATE texts SET revision = 'r0' WHERE article = 'a'");
        execute("UPDATE texts SET body = 'full', truncated = false WHERE article = 'b'");
        assertThat(differences())
                .containsExactly(
                        "table:texts a: full of revision r0, expected full of revision r1",
                        "table:texts b: full of revision r2, expected feed-only of revision r2, cut");
    }

    @Test
    void wordsThatShouldBeGoneOrWereLostAreFound() throws SQLException {
        facts.texts.remove("a");
        execute("DELETE FROM texts WHERE article = 'b'");
        assertThat(differences())
                .containsExactly(
                        "table:texts a: full of revision r1, expected nothing",
                        "table:texts b: nothing, expected feed-only of revision r2, cut");
    }

    @Test
    void wordsGoWithTheFindingsThatTheDatabaseKeepsNoMore() throws SQLException {
        found("a", NOON);
        found("b", NOON.minus(Duration.ofDays(40)));
        execute("DELETE FROM texts WHERE article = 'b'");
        var outcome = TableCheck.of(facts, database);
        assertThat(outcome.differences())
                .extracting(Difference::what)
                .as("the findings have no rows here at all")
                .containsOnly("table:findings");
        assertThat(outcome.retired()).isEqualTo(1);
    }

    private void found(String article, Instant at) {
        facts.findings.put(article, Mentions.of(Written.finding(article, at), 0));
    }
}
