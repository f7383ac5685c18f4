// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrivals, withdrawals and returns in any order end in the ledger of the set, as {@link NaiveLedger} has it. */
final class DeadlineWalkPropertyTest {
    private static final Instant START = Instant.parse("2025-11-20T00:00:00Z");
    private static final Binding BINDING = new Binding("plan", "ukraine", null);
    private static final int WORLDS = 1_000;

    @Test
    void anyOrderEndsInTheLedgerOfTheSet() {
        var merged = 0;
        var gone = 0;
        for (var seed = 0; seed < WORLDS; seed++) {
            var run = new Run(seed);
            run.play();
            merged += run.merged;
            gone += run.gone.size();
        }
        assertThat(merged).as("old ids that were merged").isGreaterThan(WORLDS / 10);
        assertThat(gone).as("ids that went").isGreaterThan(WORLDS / 10);
    }

    @Test
    void everyStatusAndMoveComesUp() {
        var all = new ArrayList<LedgerDeadline>();
        for (var seed = 0; seed < 200; seed++) {
            var run = new Run(seed);
            run.play();
            all.addAll(run.published.values());
        }
        assertThat(all.stream().map(LedgerDeadline::status)).contains(Status.values());
        assertThat(all).anySatisfy(d -> assertThat(d.days()).hasSizeGreaterThan(2));
    }

    /** One binding, whose articles come, go, change and come back. */
    private static final class Run {
        private final Random random;
        private final String world;
        private final List<List<Statement>> articles = new ArrayList<>();
        private final Map<String, List<Statement>> present = new TreeMap<>();
        private final Map<String, LedgerDeadline> published = new TreeMap<>();
        private final List<String> gone = new ArrayList<>();
        private int merged;

        Run(int seed) {
            this.random = new Random(seed);
            this.world = "world " + seed;
            for (var i = 1 + random.nextInt(9); i > 0; i--) {
                articles.add(article("a" + i));
            }
        }

        void play() {
            var moments = new ArrayList<List<Statement>>();
            for (var article : articles) {
                moments.add(article);
                if (random.nextInt(3) == 0) {
                    moments.add(changed(article));
                    moments.add(article);
                }
            }
            Collections.shuffle(moments, random);
            moments.addAll(articles);
            for (var moment : moments) {
                arrive(moment, START.plus(Duration.ofHours(random.nextInt(400))));
            }
            arrive(articles.get(0), START.plus(Duration.ofHours(random.nextInt(400))));
        }

        /** With other statements, at another time, or with none. */
        private List<Statement> changed(List<Statement> article) {
            var id = article.get(0).article();
            return random.nextBoolean() ? List.of(withdrawn(id)) : article(id);
        }

        private Statement withdrawn(String id) {
            return statement(id, Instant.EPOCH, false, -1);
        }

        private void arrive(List<Statement> statements, Instant now) {
            var id = statements.get(0).article();
            present.remove(id);
            if (statements.get(0).start() >= 0) {
                present.put(id, statements);
            }
            var all = present.values().stream()
                    .flatMap(List::stream)
                    .sorted(Statement.ORDER)
                    .toList();
            var outcome = DeadlineWalk.walk(BINDING, List.of(), all, published.values(), now);
            var expected = NaiveLedger.of(BINDING, all, now);
            check(outcome, expected);
            published.clear();
            outcome.deadlines().forEach(d -> published.put(d.id(), d));
        }

        private void check(DeadlineWalk.Outcome outcome, Map<String, String> expected) {
            var real = outcome.deadlines().stream()
                    .filter(d -> d.into() == null)
                    .collect(Collectors.toMap(LedgerDeadline::id, Function.identity()));
            var texts = new TreeMap<String, String>();
            real.forEach((id, d) -> texts.put(id, NaiveLedger.text(d)));
            assertThat(texts).as(world).isEqualTo(expected);
            var said = new HashSet<>(outcome.gone());
            for (var d : outcome.deadlines()) {
                assertThat(said.add(d.id())).as("%s: %s once", world, d.id()).isTrue();
                if (d.into() != null) {
                    merged++;
                    assertThat(d.status()).isEqualTo(Status.MERGED);
                    assertThat(real).as(world).containsKey(d.into());
                }
            }
            assertThat(said).as("%s: nothing published is forgotten", world).containsAll(published.keySet());
            gone.addAll(outcome.gone());
        }

        private List<Statement> article(String id) {
            var at = START.plus(Duration.ofMinutes(60L * random.nextInt(240)));
            var own = random.nextInt(3) > 0;
            var statements = new ArrayList<Statement>();
            for (var i = 1 + random.nextInt(3) / 2; i > 0; i--) {
                statements.add(statement(id, at, own, i * 100));
            }
            return statements;
        }

        private Statement statement(String id, Instant at, boolean own, int start) {
            var status = List.of(
                            Status.SET,
                            Status.SET,
                            Status.SET,
                            Status.REPEATED,
                            Status.MOVED,
                            Status.MOVED,
                            Status.SOFTENED,
                            Status.DENIED,
                            Status.PASSED)
                    .get(random.nextInt(9));
            return new Statement(
                    at,
                    id,
                    own,
                    random.nextBoolean(),
                    start,
                    due(),
                    random.nextInt(4) == 0 ? List.of(day()) : List.of(),
                    Precision.values()[random.nextInt(Precision.values().length)],
                    status,
                    any("us", "russia"),
                    random.nextBoolean() ? List.of() : List.of("army-cap", "nato-membership"),
                    id + " said so at " + start + " with " + random.nextInt(5));
        }

        private @Nullable String due() {
            var kind = random.nextInt(8);
            return kind == 0 ? null : kind == 1 ? day() + "T18:00:00-05:00" : day();
        }

        private String day() {
            return LocalDate.parse("2025-11-21")
                    .plusDays(random.nextInt(5) * 2L)
                    .toString();
        }

        private @Nullable String any(String... some) {
            var which = random.nextInt(some.length + 1);
            return which == some.length ? null : some[which];
        }
    }
}
