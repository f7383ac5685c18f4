// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Alert;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts share their key, the dossier, and are rows of their own. */
class AlertsTableTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private Direct direct;

    @BeforeEach
    void open() throws SQLException {
        direct = new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()));
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private static Alert alert(String id, String kind, @Nullable String story) {
        var at = Instant.parse("2025-11-22T12:00:00Z");
        return new Alert(id, "plan", kind, "point:army-cap", at, "why of " + id, List.of("A \"cap\"\0."), story, null);
    }

    @Test
    void eachIsARowHoweverOftenItComes() throws SQLException {
        direct.put(Topics.ALERTS, "plan", alert("a1", "surge", null))
                .put(Topics.ALERTS, "plan", alert("a2", "silence", null))
                .put(Topics.ALERTS, "plan", alert("a1", "surge", null));
        direct.store();

        assertThat(direct.query("SELECT id, kind, why FROM alerts ORDER BY id"))
                .isEqualTo(List.of(List.of("a1", "surge", "why of a1"), List.of("a2", "silence", "why of a2")));
    }

    @Test
    void eachIsQueuedOnceForWhoeverWantsItThen() throws SQLException {
        direct.query(
                """
                INSERT INTO alert_destinations (name, kinds, targets, seen_at, closed) VALUES
                    ('all', NULL, NULL, now(), NULL), ('silences', '{silence}', NULL, now(), NULL),
                    ('cap', NULL, '{point:army-cap,point:army-cap/%}', now(), NULL), ('eu', NULL, '{actor:eu}', now(), NULL),
                    ('away', NULL, NULL, now() - interval '31 days', NULL), ('shut', NULL, NULL, now(), 'HTTP 410')
                RETURNING name""");
        direct.put(Topics.ALERTS, "plan", alert("a1", "surge", null));
        direct.store();
        direct.put(Topics.ALERTS, "plan", alert("a1", "surge", null))
                .put(Topics.ALERTS, "plan", alert("a2", "silence", null));
        direct.store();

        assertThat(direct.query("SELECT destination, alert, state FROM alert_deliveries ORDER BY destination, alert"))
                .isEqualTo(List.of(
                        List.of("all", "a1", "waiting"),
                        List.of("all", "a2", "waiting"),
                        List.of("cap", "a1", "waiting"),
                        List.of("cap", "a2", "waiting"),
                        List.of("silences", "a2", "waiting")));
    }

    @Test
    void theyFollowTheirStory() throws SQLException {
        direct.put(Topics.ALERTS, "plan", alert("a1", "new-deadline", "copy"))
                .put(Topics.STORIES, "copy", Samples.story("copy", Relation.COPY, "first"))
                .put(Topics.FINDINGS, "first", Samples.finding("first", "one.example", Samples.NOON));
        direct.store();

        assertThat(direct.query("SELECT story, outlet FROM alerts_in_stories"))
                .isEqualTo(List.of(List.of("first", "one.example")));
    }
}
