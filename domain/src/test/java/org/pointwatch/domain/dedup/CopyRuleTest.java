// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class CopyRuleTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");
    private static final String DISPATCH =
            """
            KYIV (Example News) - Negotiators meeting in Geneva said on Sunday that they had narrowed their
            differences over the size of the army that Ukraine may keep after a ceasefire, two officials told
            reporters. The draft now under discussion would set the cap at a higher figure than the first
            proposal, which European governments had called unacceptable, and leaves the question of
            guarantees to a later round. "We are closer than we were a week ago, but we are not there," one
            of the officials said, asking not to be named because the talks are confidential. A spokesman
            for the delegation declined to comment on numbers. The envoys are expected to travel on to the
            next round early in the week, and a reply from Moscow is awaited before Thursday. Diplomats in
            Brussels said that they had been shown only parts of the text and would insist on a seat at the
            table when frozen assets come up. Parliament in Kyiv would have to approve any limit by a
            two-thirds majority, which lawmakers across the parties called hard to imagine.
            """;

    @Test
    void matchesTheWholeTextUnderAnotherHeadline() {
        assertThat(judge(DISPATCH, DISPATCH)).hasValue(1.0);
        assertThat(judge(DISPATCH, "Army cap: talks inch on\n\n" + DISPATCH)).hasValueCloseTo(1.0, within(0.05));
    }

    @Test
    void matchesATextAbridgedToItsFirstHalf() {
        assertThat(judge(DISPATCH, DISPATCH.substring(0, DISPATCH.length() / 2)))
                .hasValueCloseTo(1.0, within(0.15));
    }

    @Test
    void matchesAnExtendedText() {
        var added = Texts.text(Texts.words(new Random(3), 150));
        assertThat(judge(DISPATCH, DISPATCH + added)).hasValueCloseTo(1.0, within(0.15));
        assertThat(judge(DISPATCH, added + " " + DISPATCH)).hasValueCloseTo(1.0, within(0.15));
    }

    @Test
    void looksThroughEachOutletsFurniture() {
        var one = Texts.text(Texts.words(new Random(4), 40));
        var two = Texts.text(Texts.words(new Random(5), 40));
        var middle = DISPATCH.substring(200);
        assertThat(judge(one + "\n" + DISPATCH + "\n" + one, two + "\n" + middle + "\n" + two))
                .isNotEmpty();
    }

    @Test
    void keepsReportsOfOneEventInOtherWordsApart() {
        var other =
                """
                Delegations in Geneva edged toward an understanding on troop limits at the weekend, according to
                people briefed on the negotiations. A revised paper raises the ceiling for Kyiv's forces compared
                with the plan that alarmed European capitals. Security guarantees are to be dealt with
                afterwards. Officials cautioned that a deal is some way off. The mediators will fly out again in
                the coming days while they wait to hear from the Kremlin. European diplomats complained that
                they had seen only extracts, and want to be consulted on the assets held in Belgium. Any ceiling
                must pass the Ukrainian parliament, where the required majority looks out of reach.
                """;
        assertThat(judge(DISPATCH, other)).isEmpty();
    }

    @Test
    void ignoresTypography() {
        var noisy = DISPATCH.replace("\"", "\u201c")
                .replace(" - ", " \u2014 ")
                .replace("ff", "\ufb00")
                .replace("negotiators", "NEGOTIATORS")
                .replace(". ", ".\u00a0")
                .replace("differences", "differ\u00adences")
                .replace("parliament", "parlia\u200bment")
                .replace("\n", "\r\n\t");
        assertThat(noisy).isNotEqualTo(DISPATCH);
        assertThat(Sketcher.sketch(noisy)).isEqualTo(Sketcher.sketch(DISPATCH));
        assertThat(Sketcher.sketch("Caf\u00e9 re\u0301sume\u0301 \u0407\u0436\u0430\u043a \u2460"))
                .isEqualTo(Sketcher.sketch("cafe\u0301 r\u00e9sum\u00e9 \u0406\u0308\u0436\u0430\u043a 1"));
    }

    @Test
    void asksForMoreWithinOneOutlet() {
        var a = document("a", "one.example", NOON, 100);
        assertThat(CopyRule.similarity(a, document("b", "two.example", NOON, 100), 26))
                .hasValueCloseTo(0.406, within(0.0005));
        assertThat(CopyRule.similarity(a, document("b", "two.example", NOON, 100), 25))
                .isEmpty();
        assertThat(CopyRule.similarity(a, document("b", "one.example", NOON, 100), 31))
                .isEmpty();
        assertThat(CopyRule.similarity(a, document("b", "one.example", NOON, 100), 32))
                .hasValue(0.5);
    }

    @Test
    void matchesNothingFurtherApartThanTheWindow() {
        var a = document("a", "one.example", NOON, 100);
        var edge = NOON.plus(CopyRule.WINDOW);
        assertThat(CopyRule.similarity(a, document("b", "two.example", edge, 100), 64))
                .hasValue(1.0);
        assertThat(CopyRule.similarity(a, document("b", "two.example", edge.plusNanos(1), 100), 64))
                .isEmpty();

        var seenLate = new Document(
                "b", "r", NOON, NOON.plus(CopyRule.WINDOW).plus(Duration.ofSeconds(1)), "two.example", 100, 100, 64);
        assertThat(CopyRule.similarity(a, seenLate, 64)).isEmpty();
    }

    @Test
    void answersTheSameFromEitherSide() {
        var random = new Random(11);
        for (var i = 0; i < 200; i++) {
            var words = Texts.words(random, 40 + random.nextInt(600));
            var part = words.subList(0, words.size() / (1 + random.nextInt(4)));
            var a = Sketcher.sketch(Texts.text(words));
            var b = Sketcher.sketch(Texts.text(part));
            var one = Document.of("a", "r", NOON, NOON, "x", a);
            var two = Document.of("b", "r", NOON, NOON, "y", b);
            var shared = shared(a, b);
            assertThat(CopyRule.similarity(one, two, shared)).isEqualTo(CopyRule.similarity(two, one, shared));
        }
    }

    @Test
    void keepsTextsTooShortToTellApartToThemselves() {
        for (var text : List.of("", "Developing", "To read the full story please sign in here")) {
            assertThat(judge(text, text)).as(text).isEmpty();
        }
    }

    @Test
    void estimatesWhatCountingOneByOneFinds() {
        var random = new Random(2025);
        var errors = new ArrayList<Double>();
        for (var i = 0; i < 400; i++) {
            var original = Texts.words(random, 150 + random.nextInt(600));
            var kept = original.subList(0, original.size() * (3 + random.nextInt(8)) / 10);
            var copy = new ArrayList<>(kept);
            copy.addAll(Texts.words(random, random.nextInt(original.size())));
            var exact = Texts.containment(original, copy);
            var estimate = judge(Texts.text(original), Texts.text(copy));
            if (exact > 0.8) {
                assertThat(estimate).as("text %d contains %.2f", i, exact).isNotEmpty();
            }
            estimate.ifPresent(e -> errors.add(Math.abs(e - exact)));
        }
        assertThat(errors).hasSizeGreaterThan(250);
        assertThat(errors.stream().mapToDouble(e -> e).average().orElseThrow()).isLessThan(0.08);
        assertThat(errors).allSatisfy(e -> assertThat(e).isLessThan(0.4));
    }

    @Test
    void neverMatchesUnrelatedTexts() {
        var random = new Random(404);
        for (var i = 0; i < 400; i++) {
            var a = Texts.words(random, 50 + random.nextInt(800));
            var b = Texts.words(random, 50 + random.nextInt(800));
            assertThat(judge(Texts.text(a), Texts.text(b))).as("pair %d", i).isEmpty();
        }
    }

    /** As it happens in production: index one, ask with the other. */
    private static OptionalDouble judge(String a, String b) {
        var one = Sketcher.sketch(a);
        var two = Sketcher.sketch(b);
        var index = new ShingleIndex();
        var earlier = Document.of("a", "r1", NOON, NOON, "one.example", one);
        var later = Document.of("b", "r2", NOON.plusSeconds(60), NOON.plusSeconds(60), "two.example", two);
        index.add(earlier, one.hashes());
        var shared = index.sharing(two.hashes()).getOrDefault(earlier, 0);
        return CopyRule.similarity(later, earlier, shared);
    }

    private static int shared(Sketch a, Sketch b) {
        var index = new ShingleIndex();
        var document = Document.of("a", "r", NOON, NOON, "x", a);
        index.add(document, a.hashes());
        return index.sharing(b.hashes()).getOrDefault(document, 0);
    }

    private static Document document(String article, String outlet, Instant time, int shingles) {
        return new Document(article, "r", time, NOON, outlet, shingles, 100, 64);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }
}
