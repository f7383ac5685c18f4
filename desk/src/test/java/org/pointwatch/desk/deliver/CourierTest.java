// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.desk.DeskDatabase;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Answer.Taken;
import org.pointwatch.desk.deliver.Destination.Format;
import org.pointwatch.desk.deliver.Destination.Webhook;
import org.pointwatch.testkit.PostgresExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The outbox in a real PostgreSQL, with the sink's tables; its migrations are read as files. */
@Tag("broker")
final class CourierTest {
    private static final Path MIGRATIONS =
            Path.of(System.getProperty("basedir", ".")).resolve("../sink/src/main/resources/db/migration");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outbox outbox =
            new Outbox(new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password()), null);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<List<String>> sent = new ArrayList<>();
    private Instant now = Instant.now().plusSeconds(60);

    @BeforeAll
    static void migrate() throws Exception {
        try (var files = Files.list(MIGRATIONS)) {
            var inOrder =
                    files.sorted(Comparator.comparingInt(CourierTest::version)).toList();
            for (var file : inOrder) {
                execute(Files.readString(file));
            }
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("TRUNCATE alerts, alert_destinations, alert_deliveries");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void alert(String id, String kind, String target, Duration ago) throws SQLException {
        execute(
                """
                INSERT INTO alerts (id, dossier, kind, target, at, why, evidence, story, escalates, src_partition, src_offset)
                VALUES ('%s', 'plan', '%s', '%s', '%s', 'why', '["a sentence"]', 's', NULL, 0, 0)
                ON CONFLICT (id) DO UPDATE SET why = excluded.why
                """
                        .formatted(id, kind, target, now.minus(ago)));
    }

    private void alert(String id) throws SQLException {
        alert(id, "surge", "point:army-cap", Duration.ofMinutes(5));
    }

    private static String rows() throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        SELECT coalesce(string_agg(destination || ' ' || alert || ' ' || state || ' ' || attempts, ', '
                                                   ORDER BY destination, alert), '') FROM alert_deliveries""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Webhook webhook(String name, Wish wish) {
        return new Webhook(name, wish, java.net.URI.create("https://hook.example/"), Format.SLACK, null, false);
    }

    private Courier courier(Destination destination) {
        return new Courier(
                destination,
                outbox,
                notices -> {
                    sent.add(notices.stream()
                            .map(notice -> notice.entry().alert().id())
                            .toList());
                    return answers.isEmpty() ? new Taken("HTTP 204") : answers.poll();
                },
                new DeliveryMeters(meters, destination.name()),
                () -> now,
                () -> 0,
                Duration.ofDays(2));
    }

    private double count(String outcome) {
        return meters.counter("pointwatch.desk.deliveries", "destination", "desk", "outcome", outcome)
                .count();
    }

    @Test
    void sendsWhatIsStoredFromThenOnOnceEach() throws SQLException {
        alert("before");
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        assertThat(sent).isEmpty();
        alert("a1");
        alert("a2");
        alert("a1"); // written again, such as after a restart of the sink
        courier.round();
        courier.round();
        assertThat(sent).containsExactlyInAnyOrder(List.of("a1"), List.of("a2"));
        assertThat(rows()).isEqualTo("desk a1 delivered 1, desk a2 delivered 1");
        assertThat(count("delivered")).isEqualTo(2);
    }

    @Test
    void eachDestinationGetsWhatItWants() throws SQLException {
        var kinds = courier(webhook("kinds", new Wish(Set.of("surge", "silence"), Set.of())));
        var point = courier(webhook("point", new Wish(Set.of(), Set.of("point:army-cap"))));
        var actor = courier(webhook("actor", new Wish(Set.of(), Set.of("actor:us_", "all"))));
        for (var courier : List.of(kinds, point, actor)) {
            courier.round();
        }
        alert("a1", "surge", "point:army-cap/lang:uk", Duration.ZERO);
        alert("a2", "tone-shift", "pair:army-cap|us_", Duration.ZERO);
        alert("a3", "tone-shift", "point:army-caps", Duration.ZERO);
        alert("a4", "tone-shift", "actor:usa", Duration.ZERO);
        alert("a5", "tone-shift", "all", Duration.ZERO);
        assertThat(rows())
                .isEqualTo(
                        "actor a2 waiting 0, actor a5 waiting 0, kinds a1 waiting 0, point a1 waiting 0, point a2 waiting 0");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndGivenUpInTheEnd() throws SQLException {
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        alert("a1");
        for (var attempt = 1; attempt <= Schedule.MOST_ATTEMPTS; attempt++) {
            answers.add(NotTaken.of("HTTP 500"));
            courier.round();
            assertThat(sent).hasSize(attempt);
            courier.round();
            assertThat(sent).as("not before its time").hasSize(attempt);
            now = now.plus(Duration.ofHours(24));
        }
        courier.round();
        assertThat(rows()).isEqualTo("desk a1 given-up 10");
        assertThat(count("failed")).isEqualTo(9);
        assertThat(count("given-up")).isEqualTo(1);
    }

    @Test
    void aBusyDestinationIsLeftAlone() throws SQLException {
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        alert("a1");
        alert("a2");
        answers.add(new NotTaken("HTTP 429", Duration.ofMinutes(10), false));
        courier.round();
        assertThat(sent).hasSize(1);
        now = now.plus(Duration.ofMinutes(9));
        courier.round();
        assertThat(sent).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        courier.round();
        assertThat(rows()).isEqualTo("desk a1 delivered 2, desk a2 delivered 1");
    }

    @Test
    void whoWantsNoMoreIsToldNoMoreUntilADeskStartsAgain() throws SQLException {
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        alert("a1");
        answers.add(new NotTaken("HTTP 410", null, true));
        courier.round();
        alert("a2");
        now = now.plus(Duration.ofHours(1));
        courier.round();
        assertThat(sent).hasSize(1);
        assertThat(rows()).isEqualTo("desk a1 given-up 1");
        var restarted = courier(webhook("desk", Wish.ALL));
        restarted.round();
        alert("a3");
        restarted.round();
        assertThat(rows()).isEqualTo("desk a1 given-up 1, desk a3 delivered 1");
    }

    @Test
    void whatWaitedAlreadyIsKeptFromWhoWantsNoMore() throws SQLException {
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        alert("a1");
        alert("a2");
        answers.add(new NotTaken("HTTP 410", null, true));
        courier.round();
        now = now.plus(Duration.ofHours(1));
        courier.round();
        assertThat(sent).hasSize(1);
        assertThat(rows()).isEqualTo("desk a1 given-up 1, desk a2 waiting 0");
    }

    @Test
    void whatBecameOldBeforeItCouldBeSentIsNotSent() throws SQLException {
        var courier = courier(webhook("desk", Wish.ALL));
        courier.round();
        alert("old", "surge", "all", Duration.ofDays(3));
        alert("gone");
        execute("DELETE FROM alerts WHERE id = 'gone'");
        courier.round();
        assertThat(sent).isEmpty();
        assertThat(rows()).isEqualTo("desk gone late 0, desk old late 0");
        assertThat(count("late")).isEqualTo(2);
    }

    @Test
    void whatWasCutOffInTheMiddleIsSentAgain() throws SQLException {
        courier(webhook("desk", Wish.ALL)).round();
        alert("a1");
        // Killed after the claim, perhaps after the request: nobody can know.
        assertThat(outbox.claim("desk", now, now.plusSeconds(1), 1)).hasSize(1);
        var next = courier(webhook("desk", Wish.ALL));
        next.round();
        assertThat(sent).isEmpty();
        now = now.plus(Outbox.LEASE).plusSeconds(1);
        next.round();
        assertThat(rows()).isEqualTo("desk a1 delivered 2");
    }

    @Test
    void severalDesksShareTheWorkAndSendNothingTwice() throws Exception {
        var all = new AtomicInteger();
        courier(webhook("desk", Wish.ALL)).round();
        for (var i = 0; i < 60; i++) {
            alert("a" + i);
        }
        var desks = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 4; i++) {
            desks.add(CompletableFuture.runAsync(() -> {
                try {
                    new Courier(
                                    webhook("desk", Wish.ALL),
                                    outbox,
                                    notices -> {
                                        all.addAndGet(notices.size());
                                        return new Taken("HTTP 204");
                                    },
                                    new DeliveryMeters(new SimpleMeterRegistry(), "desk"),
                                    () -> now,
                                    () -> 0,
                                    Duration.ofDays(2))
                            .round();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        CompletableFuture.allOf(desks.toArray(CompletableFuture[]::new)).get();
        assertThat(all).hasValue(60);
    }

    @Test
    void aDigestHasWhatWasQueuedBeforeItsTime() throws SQLException {
        now = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .plus(Duration.ofHours(6));
        var digest = new Destination.Digest(
                "desk", Wish.ALL, List.of("desk@news.example"), LocalTime.of(7, 0), ZoneOffset.UTC);
        var courier = courier(digest);
        courier.round();
        alert("a1");
        alert("a2", "surge", "all", Duration.ofMinutes(6));
        execute("UPDATE alert_deliveries SET queued_at = '" + now.minusSeconds(60) + "'");
        courier.round();
        assertThat(sent).as("not before seven").isEmpty();
        now = now.plus(Duration.ofHours(1));
        alert("a3");
        execute("UPDATE alert_deliveries SET queued_at = '" + now.plusSeconds(60) + "' WHERE alert = 'a3'");
        answers.add(NotTaken.of("451 later"));
        courier.round();
        assertThat(sent).containsExactly(List.of("a2", "a1"));
        now = now.plus(Duration.ofMinutes(1));
        courier.round();
        courier.round();
        assertThat(sent).containsExactly(List.of("a2", "a1"), List.of("a2", "a1"));
        assertThat(rows()).isEqualTo("desk a1 delivered 2, desk a2 delivered 2, desk a3 waiting 0");
        now = now.plus(Duration.ofDays(1));
        courier.round();
        assertThat(sent).hasSize(3).last().isEqualTo(List.of("a3"));
    }

    @Test
    void anAlertArrivesAtARealReceiver() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.next(500);
            var webhook = new Webhook(
                    "real", Wish.ALL, receiver.address(), Format.STANDARD, Signing.of(SigningTest.SECRET), true);
            var database = new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password());
            try (var deliveries =
                    Deliveries.start(List.of(webhook), null, database, null, t -> t, meters, Instant::now)) {
                Awaitility.await()
                        .until(() -> meters.find("pointwatch.desk.deliveries.waiting")
                                        .tag("destination", "real")
                                        .gauge()
                                != null);
                Awaitility.await().until(() -> registered("real"));
                now = Instant.now();
                alert("a1");
                Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> rows().equals("real a1 delivered 2"));
            }
            assertThat(receiver.got).hasSize(2);
            assertThat(receiver.got.get(0).id()).isEqualTo(receiver.got.get(1).id());
        }
    }

    private static boolean registered(String name) throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM alert_destinations WHERE name = '" + name + "'")) {
            return rows.next();
        }
    }
}
