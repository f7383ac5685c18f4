// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.stance.ledger.LedgerStance;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.domain.stance.ledger.StanceWalk;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;

/** Stances counted again: by hand, and against the topology's own walk, of which none of this is made. */
final class StanceCheckTest {
    private static final int WORLDS = 1_000;
    private static final List<String> STANCES = List.of("support", "oppose", "conditional", "unknown");

    private final Facts facts = new Facts();

    @Test
    void aWrongStanceCountOrKeyIsADifference() {
        Written.put(facts, finding("a", NOON, said(0, "us", "support")), Written.original("a"));
        Written.put(facts, finding("b", NOON.plusSeconds(60), said(0, "us", "oppose")), Written.original("b"));
        publish();
        assertThat(StanceCheck.of(facts).differences()).isEmpty();
        assertThat(StanceCheck.of(facts).compared()).isEqualTo(1);
        var right = facts.stances.get("us|cap");
        assertThat(right.stance()).isEqualTo("oppose");
        assertThat(right.history()).hasSize(1);

        for (var wrong : List.of(changed(right, "support", 2), changed(right, "oppose", 3))) {
            facts.stances.put("us|cap", wrong);
            assertThat(StanceCheck.of(facts).differences()).singleElement().satisfies(d -> assertThat(d.articles())
                    .containsExactly("a", "b"));
        }
        facts.stances.clear();
        assertThat(StanceCheck.of(facts).differences()).hasSize(1);
        facts.stances.put("us|cap", right);
        facts.stories.clear();
        assertThat(StanceCheck.of(facts).differences()).hasSize(1);
    }

    @Test
    void whatIsOlderThanTheFindingsIsNotCompared() {
        Written.put(facts, finding("a", NOON, said(0, "us", "support")), Written.original("a"));
        publish();
        facts.findings.clear();
        facts.findingsSince = NOON.plusSeconds(1);

        assertThat(StanceCheck.of(facts).differences()).isEmpty();
        assertThat(StanceCheck.of(facts).tooOld()).isEqualTo(1);
    }

    @Test
    void theRulesAreThoseOfTheLedger() {
        var seen = new TreeSet<String>();
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            facts.findings.clear();
            facts.stories.clear();
            for (var i = 1 + random.nextInt(seed % 50 == 0 ? 150 : 8); i > 0; i--) {
                var id = "a" + i;
                var mentions = new ArrayList<StanceMention>();
                for (var n = random.nextInt(3); n >= 0; n--) {
                    var actor = random.nextInt(3) == 0 ? "us" : "eu";
                    mentions.add(said(mentions.size(), actor, STANCES.get(random.nextInt(4))));
                }
                var at = NOON.plus(Duration.ofHours(random.nextInt(100)));
                var story =
                        random.nextInt(4) == 0 ? Written.member(id, Relation.COPY, "other", 1) : Written.original(id);
                Written.put(facts, finding(id, at, mentions.toArray(new StanceMention[0])), story);
            }
            publish();
            assertThat(StanceCheck.of(facts).differences()).as("world %d", seed).isEmpty();
            facts.stances.values().forEach(s -> {
                seen.add(s.stance());
                seen.add(s.collapsed() > 0 ? "collapsed" : "whole");
            });
        }
        assertThat(seen).contains("support", "oppose", "conditional", "unknown", "collapsed");
    }

    private static StanceMention said(int start, String actor, String stance) {
        return new StanceMention(
                actor, "cap", stance, start, start + 4, 0, "words " + start, start == 1 ? "him" : null);
    }

    private static Finding finding(String article, Instant at, StanceMention... said) {
        return new Finding(
                article,
                "r1",
                "plan",
                "v1",
                article + ".example",
                null,
                "title",
                "en",
                null,
                null,
                List.of(),
                at,
                EventTime.Source.PUBLISHED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(said),
                null);
    }

    /** What the ledger itself makes of the facts. */
    private void publish() {
        var said = new TreeMap<String, List<StanceStatement>>();
        facts.findings.values().forEach(m -> m.stances().forEach(s -> {
            var relation = facts.stories.get(s.article()).relation();
            said.computeIfAbsent(s.mention().actor() + "|" + s.mention().point(), k -> new ArrayList<>())
                    .add(StanceStatement.of(s.at(), s.article(), s.outlet(), s.mention())
                            .in(relation));
        }));
        facts.stances.clear();
        said.forEach((key, statements) -> {
            statements.sort(StanceStatement.ORDER);
            StanceWalk.walk(StanceKey.parse(key), null, statements).ifPresent(s -> facts.stances.put(key, record(s)));
        });
    }

    private static Stance record(LedgerStance s) {
        var shown = s.shown();
        return new Stance(
                s.key().actor(),
                s.key().point(),
                s.position().label(),
                shown == null ? null : shown.words(),
                shown == null ? null : shown.article(),
                shown == null ? null : shown.outlet(),
                shown == null ? null : shown.by(),
                s.at(),
                s.since(),
                s.counts().told(),
                new Stance.Counts(
                        s.counts().support(),
                        s.counts().oppose(),
                        s.counts().conditional(),
                        s.counts().unknown()),
                s.articles(),
                s.lastSeen(),
                s.history().stream()
                        .map(r -> new Stance.Earlier(
                                r.first().at(),
                                r.position().label(),
                                r.first().article(),
                                r.first().outlet(),
                                r.first().words(),
                                r.first().by()))
                        .toList(),
                s.collapsed());
    }

    private static Stance changed(Stance s, String stance, long n) {
        return new Stance(
                s.actor(),
                s.point(),
                stance,
                s.quotation(),
                s.article(),
                s.outlet(),
                s.by(),
                s.at(),
                s.since(),
                n,
                s.counts(),
                s.articles(),
                s.lastSeen(),
                s.history(),
                s.collapsed());
    }
}
