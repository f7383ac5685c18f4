// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to findings, the bits of outlet_days say what a count over findings and mentions says. */
class OutletDaysTest {
    private static final String KEPT =
            """
            SELECT d.target, d.day::text, o.name FROM outlet_days d
            JOIN outlets o ON o.no / 1024 = d.part AND get_bit(d.outlets, o.no % 1024) = 1 ORDER BY 1, 2, 3""";
    private static final String COUNTED =
            """
            SELECT 'all' AS target, (event_time AT TIME ZONE 'UTC')::date::text AS day, outlet FROM findings
            UNION SELECT 'plan', (event_time AT TIME ZONE 'UTC')::date::text, outlet FROM mentions
            UNION SELECT target_kind || ':' || target_id, (event_time AT TIME ZONE 'UTC')::date::text, outlet FROM mentions
            UNION SELECT 'pair:' || p.target_id || '|' || a.target_id, (p.event_time AT TIME ZONE 'UTC')::date::text, p.outlet
            FROM mentions p JOIN mentions a USING (article, sentence_no)
            WHERE p.target_kind = 'point' AND a.target_kind = 'actor' ORDER BY 1, 2, 3""";
    private static final String BARE = "SELECT count(*) FROM outlet_days WHERE bit_count(outlets) = 0 UNION ALL"
            + " SELECT count(*) - max(no) - 1 FROM outlets";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2025-12-31T00:00:00Z"));
    private String url;
    private Direct direct;

    @BeforeEach
    void prepare() throws SQLException {
        url = POSTGRES.freshDatabase();
        direct = new Direct(POSTGRES, url, new Keep(Duration.ZERO, NOW));
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private static Finding finding(String article, String outlet, Instant at, Random random) {
        var sentences = new ArrayList<Sentence>();
        var points = new HashMap<String, List<Evidence>>();
        var actors = new HashMap<String, List<Evidence>>();
        for (var i = 0; i < random.nextInt(4); i++) {
            var place = new Evidence(20 * i, 20 * i + 4, i, "r");
            sentences.add(new Sentence(20 * i, 20 * i + 19, false, "The army and Rubio."));
            if (random.nextInt(4) > 0) {
                points.computeIfAbsent("p" + random.nextInt(3), p -> new ArrayList<>())
                        .add(place);
            }
            if (random.nextInt(3) > 0) {
                actors.computeIfAbsent("a" + random.nextInt(3), a -> new ArrayList<>())
                        .add(place);
            }
        }
        return Samples.finding(
                article,
                outlet,
                at,
                "Title",
                sentences,
                points.entrySet().stream()
                        .map(e -> new PointMention(e.getKey(), 0.9, null, e.getValue()))
                        .toList(),
                actors.entrySet().stream()
                        .map(e -> new ActorMention(e.getKey(), null, e.getValue()))
                        .toList());
    }

    private static Instant at(Random random) {
        return Instant.parse("2025-10-30T23:30:00Z").plusSeconds(1_800L * random.nextInt(200));
    }

    private void same(String when) throws SQLException {
        assertThat(direct.query(KEPT)).as(when).isEqualTo(direct.query(COUNTED));
        assertThat(direct.query(BARE)).as(when).containsExactly(List.of(0L), List.of(0L));
    }

    @Test
    void saysWhatACountSaysAfterAnything() throws SQLException {
        for (var seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            for (var batch = 0; batch < 25; batch++) {
                for (var i = 0; i < 1 + random.nextInt(30); i++) {
                    var article = "a" + random.nextInt(60);
                    var outlet = "o" + random.nextInt(7) + ".example";
                    direct.put(
                            Topics.FINDINGS,
                            article,
                            random.nextInt(4) == 0 ? null : finding(article, outlet, at(random), random));
                }
                direct.store();
                same("seed " + seed + ", batch " + batch);
            }
        }
        assertThat(direct.query(KEPT)).hasSizeGreaterThan(100);
        assertThat(direct.query("SELECT count(*) FROM outlet_days WHERE target LIKE 'pair:%'")
                        .get(0))
                .isNotEqualTo(List.of(0L));
    }

    @Test
    void holdsMoreOutletsThanOnePartHasBits() throws SQLException {
        var random = new Random(1);
        for (var i = 0; i < 2_500; i++) {
            direct.put(Topics.FINDINGS, "a" + i, finding("a" + i, "o" + i, at(random), random));
        }
        direct.store();
        same("many");
        assertThat(direct.query("SELECT max(part) FROM outlet_days")).containsExactly(List.of(2));
    }

    @Test
    void followsWhatIsRetired() throws SQLException {
        var random = new Random(2);
        for (var i = 0; i < 50; i++) {
            direct.put(Topics.FINDINGS, "a" + i, finding("a" + i, "o" + i % 5, at(random), random));
        }
        direct.store();
        var keep = new Keep(Duration.ofDays(60), NOW);
        try (var later = new Direct(POSTGRES, url, keep)) {
            for (var i = 0; i < 12; i++) {
                later.retirement().step(later.connection);
            }
            assertThat(later.retired("outlet_days")).isPositive();
        }
        same("retired");
        assertThat(direct.query("SELECT min(day)::text FROM outlet_days")).containsExactly(List.of("2025-11-01"));
    }

    @Test
    void isEmptiedWithItsTables() throws SQLException {
        direct.put(Topics.FINDINGS, "a", Samples.finding("a", "o", Samples.NOON))
                .store();
        direct.execute("TRUNCATE mentions");
        same("mentions");
        assertThat(direct.query(KEPT)).containsExactly(List.of("all", "2025-11-22", "o"));
        direct.execute("TRUNCATE findings");
        assertThat(direct.query(KEPT)).isEmpty();
    }

    /** Each writer has articles of its own, and all have the same outlets and days. */
    @Test
    void severalWritersAgree() throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        try {
            var writers = new ArrayList<Future<?>>();
            for (var w = 0; w < 3; w++) {
                var name = w;
                writers.add(threads.submit(() -> write(name)));
            }
            for (var writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        same("several writers");
    }

    private Void write(int name) throws SQLException {
        var random = new Random(name);
        try (var own = new Direct(POSTGRES, url, new Keep(Duration.ZERO, NOW), name)) {
            for (var batch = 0; batch < 25; batch++) {
                var last = new HashMap<String, Finding>();
                for (var i = 0; i < 15; i++) {
                    var article = "w" + name + "-" + random.nextInt(30);
                    var gone = random.nextInt(3) == 0;
                    last.put(article, gone ? null : finding(article, "o" + random.nextInt(4), at(random), random));
                }
                for (Map.Entry<String, Finding> one : last.entrySet()) {
                    own.put(Topics.FINDINGS, one.getKey(), one.getValue());
                }
                own.store();
            }
        }
        return null;
    }
}
