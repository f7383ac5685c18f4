// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.wire.record.Override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which records a decision is, given what is in force. */
final class StoryOverridesTest {
    private static final String A = "aaaaaaaaaaaaaaaaaaaa";
    private static final String B = "bbbbbbbbbbbbbbbbbbbb";
    private static final String C = "cccccccccccccccccccc";
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");

    private final List<Override> topic = new ArrayList<>();
    private int minute;

    private StoryAudit now() {
        return new StoryAudit("analyst", "seen", NOON.plusSeconds(60L * minute++));
    }

    private StoryOverrides before() {
        Collections.shuffle(topic, new Random(topic.size()));
        return Overrides.of(topic).stories();
    }

    private List<String> write(Change change) {
        topic.addAll(change.records());
        return shown(change.records());
    }

    private static List<String> shown(List<Override> records) {
        return records.stream()
                .map(r -> r.kind() + " " + r.subject().charAt(0)
                        + (r.with() == null ? "" : r.with().charAt(0)))
                .toList();
    }

    @Test
    void aMergeIsWrittenForEachOfItsArticles() {
        var change = before().merge(A, B, now());
        assertThat(write(change)).containsExactly("merge ab", "merge ba");
        assertThat(change.records())
                .extracting(Override::id)
                .hasSize(2)
                .containsOnly(change.records().get(0).id());
        assertThat(change.records()).allSatisfy(r -> {
            assertThat(r.id()).matches("[0-9a-f]{20}");
            assertThat(r.at()).isEqualTo(NOON);
            assertThat(r.by()).isEqualTo("analyst");
            assertThat(r.why()).isEqualTo("seen");
        });
        assertThat(change.notes()).isEmpty();
    }

    @Test
    void anIdTellsDecisionsApartAndNotTheOrderOfTheArticles() {
        var none = before();
        var audit = now();
        var id = none.merge(A, B, audit).records().get(0).id();
        assertThat(none.merge(B, A, audit).records().get(0).id()).isEqualTo(id);
        assertThat(List.of(
                        none.merge(A, C, audit).records().get(0).id(),
                        none.split(A, audit).records().get(0).id(),
                        none.merge(A, B, now()).records().get(0).id(),
                        none.merge(A, B, new StoryAudit("other", "", NOON))
                                .records()
                                .get(0)
                                .id()))
                .doesNotHaveDuplicates()
                .doesNotContain(id);
    }

    @Test
    void undoGivesBothArticlesOfAMergeBack() {
        write(before().merge(A, B, now()));
        var undo = before().undo(B, now());
        assertThat(write(undo)).containsExactly("undo b", "undo a");
        assertThat(undo.notes()).hasSize(2).first().asString().contains(B, "ends merge with " + A, "by analyst");
        assertThat(before().inForce()).isEmpty();
        assertThat(shown(before().newest())).containsExactly("undo a", "undo b");
    }

    @Test
    void undoLeavesTheOtherArticleIfItHasANewerOverride() {
        write(before().merge(A, B, now()));
        write(before().split(B, now()));
        write(before().merge(A, B, now()));
        write(before().merge(B, C, now()));
        var undo = before().undo(A, now());
        assertThat(write(undo)).containsExactly("undo a");
        assertThat(shown(before().inForce())).containsExactly("merge bc", "merge cb");
    }

    @Test
    void splitEndsAMergeForTheOtherArticleToo() {
        write(before().merge(A, B, now()));
        var split = before().split(A, now());
        assertThat(write(split)).containsExactly("split a", "undo b");
        assertThat(split.notes().get(0)).contains("replaces merge with " + B);
        assertThat(split.notes().get(1)).startsWith(B).contains("ends merge with " + A);
        assertThat(write(before().split(A, now()))).containsExactly("split a");
        assertThat(write(before().undo(A, now()))).containsExactly("undo a");
    }

    @Test
    void threeArticlesCanBeMergedAndTheAnalystIsToldWhatStays() {
        write(before().merge(A, B, now()));
        var second = before().merge(A, C, now());
        assertThat(write(second)).containsExactly("merge ac", "merge ca");
        assertThat(second.notes()).hasSize(2).last().asString().contains(B + " stays merged with " + A);
        assertThat(shown(before().inForce())).containsExactly("merge ac", "merge ba", "merge ca");
        var undo = before().undo(A, now());
        assertThat(write(undo)).containsExactly("undo a", "undo c");
        assertThat(undo.notes()).last().asString().contains("pointwatch story undo " + B);
        assertThat(write(before().undo(B, now()))).containsExactly("undo b");
    }

    @Test
    void thereIsNothingToUndoWithoutADecision() {
        assertThat(before().undo(A, now()).records()).isEmpty();
        write(before().split(A, now()));
        write(before().undo(A, now()));
        var again = before().undo(A, now());
        assertThat(again.records()).isEmpty();
        assertThat(again.notes()).singleElement().asString().contains(A, "pointwatch story list");
    }

    @Test
    void aDecisionIsNewerThanThoseItReplacesWhateverTheClockSays() {
        write(before().merge(A, B, now()));
        var slow = new StoryAudit("analyst", "", NOON.minusSeconds(3_600));
        var undo = before().undo(A, slow);
        assertThat(write(undo)).containsExactly("undo a", "undo b");
        assertThat(undo.records()).extracting(Override::at).containsOnly(NOON.plusMillis(1));
        assertThat(undo.notes()).first().asString().contains("2025-11-22T11:00:00Z", "2025-11-22T12:00:00.001Z");
        assertThat(before().inForce()).isEmpty();
        assertThat(before().split(C, slow).records()).extracting(Override::at).containsExactly(slow.at());
    }

    @Test
    void vetoesAreNoDecisionsOnStories() {
        topic.add(new Override("1", Override.VETO_TAG, A, null, "point:x", "analyst", "", NOON.minusSeconds(1)));
        assertThat(before().newest()).isEmpty();
        assertThat(before().split(A, now()).notes()).isEmpty();
    }

    @Test
    void whatIsKeptForAuditIsCutFromTheClockToMilliseconds() {
        var clock = Clock.fixed(Instant.parse("2025-11-22T12:00:00.123456789Z"), ZoneOffset.UTC);
        assertThat(StoryAudit.of("--by", " Åsa ", "--why", "\u00a0x".repeat(500), clock))
                .isEqualTo(new StoryAudit("Åsa", "\u00a0x".repeat(500), Instant.parse("2025-11-22T12:00:00.123Z")));
        assertThat(StoryAudit.of("--by", "a", "--why", "\ud83d\ude00".repeat(1_000), clock)
                        .why())
                .hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[31mb", "a\u0000b", "a\u0085b"})
    void controlCharactersAreRefused(String text) {
        assertThatThrownBy(() -> StoryAudit.of("--by", "analyst", "--why", text, Clock.systemUTC()))
                .isInstanceOf(OverrideException.class)
                .hasMessageContaining("--why")
                .hasMessageContaining("at position 2");
        assertThatThrownBy(() -> StoryAudit.of("--by", text, "--why", "", Clock.systemUTC()))
                .hasMessageContaining("--by");
    }

    @Test
    void anAuthorIsNamedAndTextsHaveALimit() {
        for (var nobody : List.of("", "  ", "?")) {
            assertThatThrownBy(() -> StoryAudit.of("--by", nobody, "--why", "", Clock.systemUTC()))
                    .hasMessageContaining("say who decides with --by");
        }
        assertThatThrownBy(() -> StoryAudit.of("--by", "analyst", "--why", "x".repeat(1_001), Clock.systemUTC()))
                .hasMessageContaining("1,001 characters")
                .hasMessageContaining("shorten");
    }
}
