// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;

final class RolesTest {
    private static final int BODY = 2;

    private final WordClasses classes = new WordClasses(
            List.of(
                    new WordClasses.Entry("blamed".hashCode(), new byte[] {0}),
                    new WordClasses.Entry("censured".hashCode(), new byte[] {0})),
            new byte[] {(byte) (WordClasses.BAD | WordClasses.PARTICIPLE)});

    private Set<Integer> slots(String text, String target) {
        var start = text.indexOf(target) + BODY;
        var features = Features.of(Words.of(text, "en"), start, start + target.length(), classes);
        var slots = new HashSet<Integer>();
        for (int f = 0; features != null && f < features.count(); f++) {
            slots.add(features.slot(f));
        }
        return slots;
    }

    private int shared(String text, String target, String other, String otherTarget) {
        var both = slots(text, target);
        both.retainAll(slots(other, otherTarget));
        return both.size();
    }

    @Test
    void whoIsBlamedIsToldFromWhoBlames() {
        var passive = "Madrid was on Monday blamed";
        assertThat(shared(passive, "Madrid", "Lisbon was this week censured", "Lisbon"))
                .isGreaterThan(shared(passive, "Madrid", "Lisbon had this week censured Oslo", "Lisbon"));
    }

    @Test
    void theVerbIsFoundBehindAnAside() {
        assertThat(shared(
                        "Madrid, the seat of the court, was blamed",
                        "Madrid",
                        "Lisbon, a town by the sea, was blamed",
                        "Lisbon"))
                .isGreaterThan(shared(
                        "Madrid, the seat of the court, was blamed",
                        "Madrid",
                        "Lisbon, a town by the sea, blamed us",
                        "Lisbon"));
    }

    @Test
    void theWordBetweenAVerbAndItsObjectCounts() {
        assertThat(shared("They were blamed by Madrid", "Madrid", "We were blamed by old Lisbon", "Lisbon"))
                .isGreaterThan(
                        shared("They were blamed by Madrid", "Madrid", "We were blamed for old Lisbon", "Lisbon"));
    }

    @Test
    void formsOfAWordMeet() {
        assertThat(Stems.hash("criticised"))
                .isEqualTo(Stems.hash("criticising"))
                .isEqualTo(Stems.hash("criticises"));
        assertThat(Stems.hash("slammed")).isEqualTo(Stems.hash("slamming"));
        assertThat(Stems.hash("press")).isNotEqualTo(Stems.hash("pres"));
        assertThat(Stems.hash("")).isZero();
    }
}
