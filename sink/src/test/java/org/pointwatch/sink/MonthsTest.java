// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** Parts by month, made when a batch needs them. */
class MonthsTest {
    private static final Keep FOR_GOOD = new Keep(Duration.ZERO, InstantSource.fixed(NOON));

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private String url;
    private Direct direct;

    @BeforeEach
    void prepare() throws SQLException {
        url = POSTGRES.freshDatabase();
        direct = new Direct(POSTGRES, url, FOR_GOOD);
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private void coverage(Direct to, String target, String at) throws SQLException {
        var coverage = Samples.coverage(target, Instant.parse(at), 1, 1);
        to.put(Topics.COVERAGE, Samples.key(coverage), coverage);
    }

    private String places(String table) throws SQLException {
        return direct
                .query("SELECT tableoid::regclass::text, count(*) FROM " + table + " GROUP BY 1 ORDER BY 1")
                .stream()
                .map(row -> row.get(0) + ":" + row.get(1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void givesEachMonthFrom2000ToNextYearAPart() throws SQLException {
        coverage(direct, "all", "2000-01-01T00:00:00Z");
        coverage(direct, "all", "2025-10-31T23:45:00Z");
        coverage(direct, "all", "2025-11-01T00:00:00Z");
        coverage(direct, "all", "2026-12-31T23:45:00Z");
        direct.store();
        assertThat(places("coverage"))
                .isEqualTo("coverage_2000_01:1 coverage_2025_10:1 coverage_2025_11:1 coverage_2026_12:1");
    }

    @Test
    void leavesAbsurdDatesInTheDefaultPart() throws SQLException {
        for (var at : List.of(
                "1970-01-01T00:00:00Z", "1999-12-31T23:45:00Z", "2027-01-01T00:00:00Z", "9999-01-01T00:00:00Z")) {
            coverage(direct, "all", at);
            direct.put(Topics.FINDINGS, "a" + at, Samples.finding("a" + at, "one.example", Instant.parse(at)));
        }
        direct.store();
        assertThat(places("coverage")).isEqualTo("coverage_default:4");
        assertThat(places("mentions")).isEqualTo("mentions_default:8");
    }

    @Test
    void makesABoundedNumberOfPartsABatchAndMovesTheRestLater() throws SQLException {
        putThreeYears();
        coverage(direct, "point:a", "2025-11-01T00:00:00Z");
        coverage(direct, "point:b", "2025-11-01T00:00:00Z");
        direct.store();
        assertThat(direct.query("SELECT count(DISTINCT tableoid) FROM coverage"))
                .containsExactly(List.of(Months.MOST_A_BATCH + 1L));
        assertThat(places("coverage")).contains("coverage_2025_11:2").contains("coverage_default:");
        var before = direct.query("SELECT c::text FROM coverage c ORDER BY 1");
        putThreeYears();
        direct.store();
        assertThat(places("coverage")).doesNotContain("default").contains("coverage_2001_01:1");
        assertThat(direct.query("SELECT count(*) FROM coverage")).containsExactly(List.of((long) before.size()));
    }

    private void putThreeYears() throws SQLException {
        for (var year = 2001; year <= 2003; year++) {
            for (var month = 1; month <= 12; month++) {
                coverage(direct, "point:a", "%d-%02d-01T00:00:00Z".formatted(year, month));
            }
        }
    }

    @Test
    void movesMentionsWhenAnArticlesTimeChanges() throws SQLException {
        direct.put(Topics.FINDINGS, "a", Samples.finding("a", "one.example", NOON))
                .store();
        assertThat(places("mentions")).isEqualTo("mentions_2025_11:2");
        direct.put(Topics.FINDINGS, "a", Samples.finding("a", "one.example", Instant.parse("2025-10-05T00:00:00Z")))
                .store();
        assertThat(places("mentions")).isEqualTo("mentions_2025_10:2");
        direct.put(Topics.FINDINGS, "a", Samples.finding("a", "one.example", Instant.EPOCH))
                .store();
        assertThat(places("mentions")).isEqualTo("mentions_default:2");
    }

    @Test
    void severalSinksMakeTheSameMonthsAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var made = new ArrayList<Callable<Void>>();
            for (var n = 0; n < 4; n++) {
                var name = "point:s" + n;
                made.add(() -> writeMonths(name));
            }
            for (var one : threads.invokeAll(made)) {
                assertStored(one);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(direct.query("SELECT count(*) FROM pg_inherits WHERE inhparent = 'coverage'::regclass"))
                .containsExactly(List.of(13L));
    }

    private Void writeMonths(String target) throws SQLException {
        try (var connection = POSTGRES.connect(url)) {
            connection.setAutoCommit(false);
            var own = new Months(FOR_GOOD, InstantSource.system());
            var decoder = new Decoder(org.pointwatch.wire.KafkaAccess.of("localhost:1"));
            for (var month = 1; month <= 12; month++) {
                var coverage = Samples.coverage(target, Instant.parse("2024-%02d-01T00:00:00Z".formatted(month)), 1, 1);
                var record = new org.apache.kafka.clients.consumer.ConsumerRecord<>(
                        "pointwatch-coverage",
                        0,
                        month,
                        Samples.key(coverage),
                        org.pointwatch.wire.JsonSerde.of(Topics.COVERAGE).encode(coverage));
                own.make(connection, List.of(decoder.decode(record)));
            }
        }
        return null;
    }

    private static void assertStored(java.util.concurrent.Future<Void> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a sink failed to make a month", e.getCause());
        }
    }

    @Test
    void writesOnWhileSomebodyReadsTheDefaultPart() throws SQLException {
        try (var reader = POSTGRES.connect(url);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM coverage").close();
            coverage(direct, "all", "2025-11-01T00:00:00Z");
            direct.store();
            assertThat(places("coverage")).isEqualTo("coverage_default:1");
        }
    }
}
