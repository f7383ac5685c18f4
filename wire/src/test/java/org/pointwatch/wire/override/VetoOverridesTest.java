// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.wire.record.Override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which records a veto is, and what of an article's other decisions they say once more. */
final class VetoOverridesTest {
    private static final String A = "aaaaaaaaaaaaaaaaaaaa";
    private static final String B = "bbbbbbbbbbbbbbbbbbbb";
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");

    private final List<Override> topic = new ArrayList<>();
    private int minute;

    private StoryAudit now() {
        return new StoryAudit("analyst", "seen", NOON.plusSeconds(60L * minute++));
    }

    private Overrides before() {
        Collections.shuffle(topic, new Random(topic.size()));
        return Overrides.of(topic);
    }

    /** What is left of the topic once it is compacted: of each key what was written last. */
    private Overrides compacted() {
        Map<String, Override> last = new TreeMap<>();
        topic.stream().sorted(Override.BY_AGE).forEach(r -> last.put(r.key(), r));
        return Overrides.of(last.values());
    }

    private Override write(Change change) {
        topic.addAll(change.records());
        return change.records().get(0);
    }

    private static List<String> shown(Overrides overrides) {
        return overrides.vetoes().inForce().stream()
                .map(r -> r.kind() + " " + r.subject().charAt(0) + " " + r.tag())
                .toList();
    }

    @Test
    void eachRecordHasAllVetoesOfItsArticle() {
        write(before().vetoes().vetoTag(A, "point:x", now()));
        var second = write(before().vetoes().vetoTag(A, "actor:y", now()));
        write(before().vetoes().vetoTag(B, "point:x", now()));
        assertThat(second.standing()).extracting(Override.Veto::tag).containsExactly("actor:y", "point:x");
        assertThat(shown(before()))
                .containsExactly("veto-tag a actor:y", "veto-tag a point:x", "veto-tag b point:x")
                .isEqualTo(shown(compacted()));

        var back = write(before().vetoes().allowTag(A, "point:x", now()));
        assertThat(back.kind()).isEqualTo(Override.ALLOW_TAG);
        assertThat(back.standing()).extracting(Override.Veto::tag).containsExactly("actor:y");
        write(before().vetoes().allowTag(A, "actor:y", now()));
        assertThat(shown(before())).containsExactly("veto-tag b point:x").isEqualTo(shown(compacted()));
    }

    @Test
    void decisionsOnAStoryAndVetoesOfItsArticleOutliveEachOther() {
        write(before().vetoes().vetoTag(A, "point:x", now()));
        topic.addAll(before().stories().merge(A, B, now()).records());
        assertThat(shown(compacted())).containsExactly("veto-tag a point:x");
        write(before().vetoes().vetoTag(A, "actor:y", now()));
        assertThat(compacted().stories().inForce()).extracting(Override::kind).containsExactly("merge", "merge");
        assertThat(compacted().stories().newest())
                .extracting(Override::at)
                .containsExactlyElementsOf(
                        before().stories().newest().stream().map(Override::at).toList());

        topic.addAll(before().stories().undo(B, now()).records());
        write(before().vetoes().allowTag(A, "point:x", now()));
        assertThat(compacted().stories().newest()).extracting(Override::kind).containsExactly("undo", "undo");
        assertThat(shown(compacted())).containsExactly("veto-tag a actor:y");
    }

    @Test
    void whoVetoedAndWhyOutlivesOtherDecisions() {
        write(before().vetoes().vetoTag(A, "point:x", new StoryAudit("first", "another army", NOON)));
        write(before().vetoes().vetoTag(A, "actor:y", new StoryAudit("second", "", NOON)));
        topic.addAll(before().stories().split(A, now()).records());
        var kept = compacted().vetoes().inForce();
        assertThat(kept).extracting(Override::by).containsExactly("second", "first");
        assertThat(kept.get(1).why()).isEqualTo("another army");
        assertThat(kept.get(1).at()).isEqualTo(NOON);
    }

    @Test
    void anOutletIsVetoedAndAllowedUnderAKeyOfItsOwn() {
        var veto = write(before().vetoes().vetoOutlet("One example", now()));
        assertThat(veto.key()).isEqualTo("outlet:One example");
        assertThat(before().vetoes().vetoOutlet("One example", now()).notes().get(0))
                .contains("One example is vetoed since", "by analyst");
        assertThat(shown(before())).containsExactly("veto-outlet O null");
        assertThat(write(before().vetoes().allowOutlet("One example", now())).kind())
                .isEqualTo(Override.ALLOW_OUTLET);
        assertThat(shown(before())).isEmpty();
        assertThat(before().stories().newest()).isEmpty();
    }

    @Test
    void whatIsDecidedAlreadyIsNotWrittenAgain() {
        assertThat(before().vetoes().allowTag(A, "point:x", now()).records()).isEmpty();
        assertThat(before().vetoes().allowOutlet("one.example", now()).notes().get(0))
                .contains("is not vetoed", "pointwatch veto list");
        write(before().vetoes().vetoTag(A, "point:x", now()));
        var again = before().vetoes().vetoTag(A, "point:x", now());
        assertThat(again.records()).isEmpty();
        assertThat(again.notes().get(0)).contains("point:x of " + A, "by analyst");
    }

    @Test
    void aDecisionIsNewerThanAllOfItsKeyWhateverTheClockSays() {
        write(before().vetoes().vetoTag(A, "point:x", now()));
        var slow = new StoryAudit("analyst", "", NOON.minusSeconds(3_600));
        var split = before().stories().split(A, slow);
        assertThat(write(split).at()).isEqualTo(NOON.plusMillis(1));
        assertThat(split.notes().get(0)).contains("2025-11-22T11:00:00Z", "2025-11-22T12:00:00.001Z");
        var back = before().vetoes().allowTag(A, "point:x", slow);
        assertThat(write(back).at()).isEqualTo(NOON.plusMillis(2));
        assertThat(back.notes()).hasSize(1);
        assertThat(shown(before())).isEmpty();
        assertThat(shown(compacted())).isEmpty();
    }

    @Test
    void anArticleHasABoundedNumberOfVetoes() {
        for (var i = 0; i < VetoOverrides.MOST; i++) {
            write(before().vetoes().vetoTag(A, "point:p" + i, now()));
        }
        assertThatThrownBy(() -> before().vetoes().vetoTag(A, "point:x", now()))
                .isInstanceOf(OverrideException.class)
                .hasMessageContaining("200 vetoes")
                .hasMessageContaining("veto its outlet");
        assertThat(write(before().vetoes().vetoTag(B, "point:x", now())).standing())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "army-cap", "pair:x|y", "plan:p", "all", "point:", "point:x/lang:uk", "point:X", "actor:a b"
            })
    void onlyPointsAndActorsAreVetoed(String target) {
        assertThatThrownBy(() -> VetoOverrides.target("TARGET", target))
                .isInstanceOf(OverrideException.class)
                .hasMessageContaining("TARGET '" + target + "' cannot be vetoed")
                .hasMessageContaining("point:army-cap or actor:nato");
        assertThat(VetoOverrides.target("TARGET", " point:army-cap ")).isEqualTo("point:army-cap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://one.example/", "a\u001b[31mb"})
    void anOutletIsNamedAsItsArticlesHaveIt(String outlet) {
        assertThatThrownBy(() -> VetoOverrides.outlet("OUTLET", outlet))
                .isInstanceOf(OverrideException.class)
                .hasMessageContaining("OUTLET '")
                .hasMessageContaining("is no outlet");
        assertThat(VetoOverrides.outlet("OUTLET", " The Daily, Kyiv ")).isEqualTo("The Daily, Kyiv");
    }
}
