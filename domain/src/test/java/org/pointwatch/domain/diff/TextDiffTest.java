// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.diff.Piece.Kind;
import org.pointwatch.domain.diff.Run.Side;

import static org.assertj.core.api.Assertions.assertThat;

final class TextDiffTest {
    private static final String FIRST = "The draft would cap the army at 600,000 soldiers.";
    private static final String SECOND = "Two envoys called the ceiling a bargaining chip.";
    private static final String THIRD = "Kyiv has asked for a date.";
    private static final String FOURTH = "The next round begins on Tuesday in Geneva.";

    private static Difference diff(String before, String after) {
        return TextDiff.of(before, after, "en");
    }

    private static List<String> told(Difference difference) {
        return difference.pieces().stream()
                .map(p -> p.kind() + " "
                        + p.runs().stream()
                                .map(r -> switch (r.side()) {
                                    case BOTH -> r.text();
                                    case BEFORE -> "[-" + r.text() + "-]";
                                    case AFTER -> "{+" + r.text() + "+}";
                                })
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void tellsWhatACopyCutFromTheEndAndTheMiddle() {
        var cut = diff(FIRST + " " + SECOND + "\n" + THIRD + " " + FOURTH, FIRST + "\n" + THIRD);
        assertThat(told(cut))
                .containsExactly("KEPT " + FIRST, "CUT [-" + SECOND + "-]", "KEPT " + THIRD, "CUT [-" + FOURTH + "-]");
        assertThat(cut.count(Kind.CUT)).isEqualTo(2);
        assertThat(cut.before()).isEqualTo(4);
        assertThat(cut.after()).isEqualTo(2);
        assertThat(cut.pieces().stream().map(Piece::opensParagraph)).containsExactly(true, false, true, false);
    }

    @Test
    void tellsWordsThatWerePutInAndTakenOut() {
        var changed =
                diff(FIRST + " " + THIRD, "The draft would cap the army at 800,000 soldiers. " + SECOND + " " + THIRD);
        assertThat(told(changed))
                .containsExactly(
                        "CHANGED The draft would cap the army at [-600,000-] {+800,000+} soldiers.",
                        "ADDED {+" + SECOND + "+}",
                        "KEPT " + THIRD);
    }

    @Test
    void takesADatelineAndALostClauseForOneSentence() {
        var changed =
                diff(FIRST + " " + SECOND, "GENEVA, Nov 22 - " + FIRST + " Two envoys called the ceiling a chip.");
        assertThat(told(changed))
                .containsExactly(
                        "CHANGED {+GENEVA, Nov 22 -+} " + FIRST,
                        "CHANGED Two envoys called the ceiling a [-bargaining-] chip.");
    }

    @Test
    void tellsASentenceThatMovedOnceAndWhereItStandsNow() {
        var moved =
                diff(String.join(" ", FIRST, SECOND, THIRD, FOURTH), String.join(" ", FOURTH, FIRST, SECOND, THIRD));
        assertThat(told(moved)).containsExactly("MOVED " + FOURTH, "KEPT " + FIRST, "KEPT " + SECOND, "KEPT " + THIRD);
        assertThat(moved.count(Kind.CUT) + moved.count(Kind.ADDED)).isZero();
    }

    @Test
    void makesNothingOfPunctuationCaseAndAccents() {
        var same = diff("“We will not,” Zelenskyy said – in Kyïv.", "\"We will not\", ZELENSKYY said - in Kyiv.");
        assertThat(same.count(Kind.KEPT)).isEqualTo(1);
        assertThat(told(diff("It costs $550 a day.", "It costs €550 a day.")))
                .containsExactly("CHANGED It costs [-$550-] {+€550+} a day.");
    }

    @Test
    void tellsTextsThatHaveNothingInCommon() {
        assertThat(told(diff(FIRST, SECOND))).containsExactly("CUT [-" + FIRST + "-]", "ADDED {+" + SECOND + "+}");
        assertThat(told(diff("", SECOND))).containsExactly("ADDED {+" + SECOND + "+}");
        assertThat(told(diff(FIRST, ""))).containsExactly("CUT [-" + FIRST + "-]");
        assertThat(diff("", "").pieces()).isEmpty();
        assertThat(TextDiff.of("*** ???", "\0\uD800", null).pieces()).isEmpty();
    }

    @Test
    void readsLanguagesThatHaveNoRulesOfTheirOwn() {
        var diff = TextDiff.of("Київ просить дату. Перемовини почнуться у вівторок.", "Київ просить дату.", null);
        assertThat(told(diff)).containsExactly("KEPT Київ просить дату.", "CUT [-Перемовини почнуться у вівторок.-]");
    }

    /** Whatever was done to a text: both can be read back from what is told, and nothing is told twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bothTextsCanBeReadBack(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var before = sentences(random, random.nextInt(14));
            var after = edited(random, before);
            var diff = diff(String.join(" ", before), String.join(" ", after));
            assertThat(side(diff, Side.AFTER)).containsExactlyElementsOf(keys(after));
            var old = new ArrayList<>(side(diff, Side.BEFORE));
            var expected = new ArrayList<>(keys(before));
            if (diff.count(Kind.MOVED) > 0) {
                Collections.sort(old);
                Collections.sort(expected);
            }
            assertThat(old).isEqualTo(expected);
            assertThat(diff.pieces().size() - diff.count(Kind.ADDED)).isEqualTo(diff.before());
            assertThat(diff.pieces().size() - diff.count(Kind.CUT)).isEqualTo(diff.after());
        }
    }

    /** Sentences as words of one of the texts. */
    private static List<String> side(Difference diff, Side side) {
        var other = side == Side.AFTER ? Kind.CUT : Kind.ADDED;
        return diff.pieces().stream()
                .filter(p -> p.kind() != other)
                .map(p -> p.runs().stream()
                        .filter(r -> r.side() == Side.BOTH || r.side() == side)
                        .map(r -> key(r.text()))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> keys(List<String> sentences) {
        return sentences.stream().map(TextDiffTest::key).toList();
    }

    private static String key(String text) {
        return Line.split(text).stream().map(Line::key).collect(Collectors.joining(" "));
    }

    private static List<String> sentences(Random random, int n) {
        return IntStream.range(0, n).mapToObj(i -> sentence(random)).toList();
    }

    private static String sentence(Random random) {
        var words = IntStream.range(0, 3 + random.nextInt(9))
                .mapToObj(i -> "w" + random.nextInt(12))
                .collect(Collectors.joining(" "));
        return "S" + words + ".";
    }

    private static List<String> edited(Random random, List<String> before) {
        var after = new ArrayList<String>();
        for (var sentence : before) {
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> after.add(sentence(random));
                case 2 -> {
                    after.add(sentence);
                    after.add(sentence(random));
                }
                case 3 -> after.add(sentence.replaceFirst(" w\\d+", " x"));
                default -> after.add(sentence);
            }
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(after, random);
        }
        return after;
    }

    /** More than that is not compared, and how much it is is told. */
    @Test
    void isBoundedByTheSentencesItCompares() {
        var random = new Random(7);
        var many = sentences(random, 3_000);
        var shuffled = new ArrayList<>(many);
        Collections.shuffle(shuffled, random);
        var diff = diff(String.join(" ", many), String.join(" ", shuffled));
        assertThat(diff.before()).isEqualTo(TextDiff.MOST_SENTENCES);
        assertThat(diff.leftOff()).isEqualTo(4_000);
        var word = "a".repeat(100_000);
        assertThat(diff(word, word + "b").count(Kind.CUT)).isEqualTo(1);
        assertThat(diff("no stop ".repeat(25_000), "no stop ".repeat(24_999)).count(Kind.KEPT))
                .isPositive();
    }
}
