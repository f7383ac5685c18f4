// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.deadline.ledger.Status;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;

/** Deadlines counted again: by hand, and against the topology's own walk, of which none of this is made. */
final class DeadlineCheckTest {
    private static final int WORLDS = 1_500;
    private final Facts facts = new Facts();

    @Test
    void whatIsPublishedIsWhatTheFactsComeTo() {
        Written.put(facts, finding("a", NOON, mention(0, "set", "2025-11-27")), Written.original("a"));
        Written.put(
                facts, finding("b", NOON.plusSeconds(60), mention(0, "moved", "2025-12-01")), Written.original("b"));
        publish(NOON.minusSeconds(1));
        assertThat(DeadlineCheck.of(facts).differences()).isEmpty();
        assertThat(DeadlineCheck.of(facts).compared()).isEqualTo(1);
        var open = facts.deadlines.values().iterator().next();
        assertThat(open.history()).hasSize(2);

        publish(NOON.plus(Duration.ofDays(30)));
        assertThat(facts.deadlines.get(open.id()).status()).isEqualTo("passed");
        assertThat(DeadlineCheck.of(facts).differences()).isEmpty();
    }

    @Test
    void aWrongStatusCountOrIdIsADifference() {
        Written.put(facts, finding("a", NOON, mention(0, "set", "2025-11-27")), Written.original("a"));
        publish(NOON);
        var right = facts.deadlines.values().iterator().next();
        for (var wrong : List.of(changed(right, "denied", 1), changed(right, "set", 2))) {
            facts.deadlines.put(right.id(), wrong);
            assertThat(DeadlineCheck.of(facts).differences()).singleElement().satisfies(d -> assertThat(d.articles())
                    .containsExactly("a"));
        }
        facts.deadlines.clear();
        assertThat(DeadlineCheck.of(facts).differences()).hasSize(1);
        facts.deadlines.put(right.id(), right);
        facts.stories.clear();
        assertThat(DeadlineCheck.of(facts).differences()).hasSize(1);
    }

    @Test
    void aMergedOneLeadsToOneThatIsThere() {
        Written.put(facts, finding("a", NOON, mention(0, "set", "2025-11-27")), Written.original("a"));
        publish(NOON);
        var right = facts.deadlines.values().iterator().next();
        facts.deadlines.put("old", merged("old", right.id()));
        assertThat(DeadlineCheck.of(facts).differences()).isEmpty();
        facts.deadlines.put("old", merged("old", "nowhere"));
        assertThat(DeadlineCheck.of(facts).differences()).hasSize(1);
    }

    @Test
    void theRulesAreThoseOfTheLedger() {
        var statuses = new ArrayList<String>();
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            facts.findings.clear();
            facts.stories.clear();
            for (var i = 1 + random.nextInt(8); i > 0; i--) {
                var id = "a" + i;
                var mentions = new ArrayList<DeadlineMention>();
                for (var n = random.nextInt(3); n >= 0; n--) {
                    mentions.add(any(random, mentions.size()));
                }
                var at = NOON.plus(Duration.ofHours(random.nextInt(240)));
                var story =
                        random.nextInt(4) == 0 ? Written.member(id, Relation.COPY, "other", 1) : Written.original(id);
                Written.put(facts, finding(id, at, mentions.toArray(new DeadlineMention[0])), story);
            }
            publish(NOON.plus(Duration.ofHours(random.nextInt(400))));
            assertThat(DeadlineCheck.of(facts).differences())
                    .as("world %d", seed)
                    .isEmpty();
            facts.deadlines.values().forEach(d -> statuses.add(d.status()));
        }
        assertThat(statuses).contains("set", "repeated", "moved", "softened", "denied", "passed");
    }

    private static DeadlineMention any(Random random, int place) {
        var status = Status.values()[random.nextInt(Status.values().length - 1)].label();
        return new DeadlineMention(
                "then",
                place,
                place + 4,
                0,
                random.nextInt(8) == 0 ? null : day(random) + (random.nextInt(6) == 0 ? "T18:00-05:00" : ""),
                random.nextInt(4) == 0 ? List.of(day(random)) : List.of(),
                List.of("hour", "day", "week", "month").get(random.nextInt(4)),
                status,
                random.nextBoolean() ? "us" : null,
                null,
                random.nextInt(4) == 0 ? List.of("a", "b") : List.of());
    }

    private static String day(Random random) {
        return LocalDate.parse("2025-11-21").plusDays(random.nextInt(5) * 2L).toString();
    }

    private static DeadlineMention mention(int start, String status, String due) {
        return new DeadlineMention(
                "then", start, start + 4, 0, due, List.of(), "day", status, "us", "ukraine", List.of("cap"));
    }

    private static Finding finding(String article, Instant at, DeadlineMention... deadlines) {
        return new Finding(
                article,
                "r1",
                "plan",
                "v1",
                "outlet.example",
                null,
                "title",
                "en",
                null,
                null,
                List.of(),
                at,
                EventTime.Source.PUBLISHED,
                List.of(new Sentence(0, 600, false, article + " " + "x".repeat(600))),
                List.of(),
                List.of(),
                List.of(deadlines),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** What the ledger itself makes of the facts. */
    private void publish(Instant now) {
        var said = new TreeMap<String, List<Statement>>();
        facts.findings.values().forEach(m -> m.deadlines().forEach(s -> {
            var relation = facts.stories.get(s.article()).relation();
            said.computeIfAbsent(Binding.of(s.dossier(), s.mention()).key(), k -> new ArrayList<>())
                    .add(Statement.of(s.at(), s.article(), true, s.mention(), s.sentence())
                            .in(relation));
        }));
        facts.deadlines.clear();
        said.forEach((key, statements) -> {
            statements.sort(Statement.ORDER);
            DeadlineWalk.walk(Binding.parse(key), List.of(), statements, List.of(), now)
                    .deadlines()
                    .forEach(d -> facts.deadlines.put(d.id(), record(d)));
        });
    }

    private static Deadline record(org.pointwatch.domain.deadline.ledger.LedgerDeadline d) {
        return new Deadline(
                d.id(),
                d.due(),
                d.precision().label(),
                d.status().label(),
                d.history().stream()
                        .map(c -> new Deadline.Change(
                                c.at(), c.status().label(), c.due(), c.article(), c.by(), c.evidence()))
                        .toList(),
                d.points(),
                d.actors(),
                d.setBy(),
                d.binding().bound(),
                d.stories(),
                d.firstSeen(),
                d.lastSeen(),
                d.evidence(),
                d.evidenceArticle(),
                d.into());
    }

    private static Deadline changed(Deadline d, String status, long stories) {
        return of(d.id(), d, status, stories, null);
    }

    private Deadline merged(String id, String into) {
        return of(id, facts.deadlines.values().iterator().next(), "merged", 1, into);
    }

    private static Deadline of(String id, Deadline d, String status, long stories, @Nullable String into) {
        return new Deadline(
                id,
                d.due(),
                d.precision(),
                status,
                d.history(),
                d.points(),
                d.actors(),
                d.setBy(),
                d.bound(),
                stories,
                d.firstSeen(),
                d.lastSeen(),
                d.evidence(),
                d.evidenceArticle(),
                into);
    }
}
