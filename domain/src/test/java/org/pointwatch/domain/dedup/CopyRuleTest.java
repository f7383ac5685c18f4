// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.dedup.CopyVerdict.Copy;
import org.pointwatch.domain.dedup.CopyVerdict.Distinct;
import org.pointwatch.domain.dedup.CopyVerdict.Reason;
import org.pointwatch.domain.dedup.CopyVerdict.Rewrite;
import org.pointwatch.domain.dedup.CopyVerdict.Update;
import org.pointwatch.domain.dedup.Made.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

final class CopyRuleTest {
    private static final String TITLE = "Envoys in Geneva narrow gap over size of army";
    private static final String LEAD =
            """
            Envoys meeting in Geneva said on Sunday that they had narrowed their differences over the size of the army
            that Ukraine may keep after a ceasefire, two officials told reporters at the lakeside hotel.
            """;
    private static final String NEWS =
            """
            The draft that Andriy Yermak and Marco Rubio discussed for 9 hours would set the cap at 800,000 soldiers
            instead of 600,000, which Friedrich Merz and Keir Starmer had called unacceptable on 22 November.
            Rustem Umerov told the delegations that Kyiv would need 14 days to consult the Verkhovna Rada, and Steve
            Witkoff offered to fly to Moscow on Tuesday with Jared Kushner to hear what Yuri Ushakov had to say.
            Ursula von der Leyen asked that 140 billion euros held at Euroclear in Brussels be left out of the paper,
            and Emmanuel Macron wanted a clause on the 26 countries that Paris and London had brought together.
            """;
    private static final String BACKGROUND =
            """
            The fighting began in February 2022 and has since driven millions of people from their homes. A first plan of
            28 points was handed over in November and leaked within a day. It would have had the army withdraw from
            towns that it still holds, and would have barred it from ever joining an alliance. European governments
            were not consulted when it was drawn up and answered with a paper of their own.
            """;
    private static final String DISPATCH = LEAD + NEWS + BACKGROUND;
    private static final Page ORIGINAL = new Page("one.example", TITLE, DISPATCH);

    @Test
    void matchesTheWholeText() {
        assertThat(Made.judge(ORIGINAL, new Page("two.example", TITLE, DISPATCH)))
                .asInstanceOf(type(Copy.class))
                .returns(1.0, Copy::similarity)
                .extracting(Copy::numbers)
                .returns(100, Comparison::titlePercent)
                .returns(true, Comparison::sameTitle)
                .returns(Probe.SHARDS, c -> c.overlap().shards());
        assertThat(Made.judge(ORIGINAL, new Page("one.example", TITLE, DISPATCH)))
                .isInstanceOf(Update.class);
    }

    @Test
    void matchesUnderAnotherHeadlineAbridgedAndExtended() {
        var more = Made.text(Made.words(new Random(3), 90));
        assertCopy(new Page("two.example", "Army cap: talks inch on", DISPATCH), 0.95);
        assertCopy(new Page("two.example", "Army cap: talks inch on", LEAD + NEWS), 0.8);
        assertCopy(new Page("two.example", "Army cap: talks inch on", DISPATCH + more), 0.8);
        assertCopy(new Page("two.example", TITLE, more + ".\n" + DISPATCH), 0.8);
    }

    @Test
    void looksThroughFurniture() {
        var menu = "Home | World | Politics | Business | Sport\nSubscribe\nSign in\n";
        var end = "\nRead more\nShare this article\nThe best of the week in your inbox every Friday at noon.\n";
        assertCopy(new Page("two.example", "Army cap: talks inch on", menu + DISPATCH + end), 0.8);
    }

    @Test
    void keepsApartWhatSharesBackgroundOnly() {
        var other = new Page(
                "two.example",
                "Shelling cuts power in the port city",
                """
                Rockets hit a substation near the port before dawn on Monday and left half of the city without power,
                the mayor said. Repair crews waited for hours because of a second alarm. Schools taught in cellars and
                the trams stood still until the afternoon, when one line was brought back with the help of a generator.
                Dock workers were sent home, and three ships with grain lay outside the harbour. The mayor said that
                spare parts were short after the third attack of the month, and asked the government for transformers.
                """
                        + BACKGROUND);
        assertDistinct(ORIGINAL, other, Reason.BACKGROUND, Reason.LITTLE_SHARED);
    }

    @Test
    void keepsEpisodesOfASerialApart() {
        var first = episode("Tuesday", "Pokrovsk", "Myrnohrad", "Kostyantynivka", 41, 17, 1_180, 26);
        var second = episode("Wednesday", "Kupyansk", "Huliaipole", "Siversk", 58, 9, 1_020, 31);
        for (var outlet : new String[] {"one.example", "two.example"}) {
            assertDistinct(
                    new Page("one.example", "Front line report for Tuesday", first),
                    new Page(outlet, "Front line report for Wednesday", second),
                    Reason.SERIAL);
        }
    }

    private static String episode(
            String day, String a, String b, String c, int attacks, int drones, int men, int guns) {
        return """
                The general staff said in its evening report for %1$s that there had been %5$d clashes along the front
                since the morning. The heaviest fighting was near %2$s, where defenders threw back %6$d assaults
                according to the report. Further attacks were made towards %3$s, and in the direction of %4$s
                the enemy tried to improve his positions without success. The air force said that it had brought down
                %6$d drones over night, while the losses of the enemy over the day were put at %7$d men and
                %8$d guns. The figures cannot be checked. Units near %2$s and %4$s kept up their work on second lines,
                the report said, and the next one was announced for the morning after %1$s.
                """
                .formatted(day, a, b, c, attacks, drones, men, guns);
    }

    @Test
    void takesANewLeadUnderANewTitleForAnUpdate() {
        var lead =
                """
                A second round of talks on the future of the Ukrainian forces ended late in the evening without a paper
                that all could sign, diplomats in the Swiss city said as the last cars drove off.
                """;
        var later = new Page("one.example", "No paper yet as second round ends", lead + NEWS + BACKGROUND);
        assertThat(Made.judge(ORIGINAL, later))
                .asInstanceOf(type(Update.class))
                .satisfies(u -> assertThat(u.similarity()).isGreaterThan(0.65));
    }

    @Test
    void keepsTwoReportsOnOneStatementApart() {
        var statement = "\"" + NEWS.replace("\n", " ").strip() + "\"\n";
        var one = new Page("one.example", "Ministry gives its view of the talks", report("bank", "market") + statement);
        var two =
                new Page("two.example", "What the ministry said, line by line", report("river", "garden") + statement);
        assertThat(Made.judge(one, two)).isInstanceOf(Distinct.class);
    }

    /** Eighty words that no other report has. */
    private static String report(String one, String other) {
        return Made.text(Made.words(new Random(one.hashCode()), 80)) + " " + other + ".\n";
    }

    private static final String PARAPHRASE =
            """
            After 9 hours of talks between Andriy Yermak and Marco Rubio, a new version raises the limit from 600,000
            to 800,000 troops; the lower number was rejected by Friedrich Merz and Keir Starmer on 22 November.
            According to Rustem Umerov, Kyiv needs 14 days because the Verkhovna Rada has to be asked. Meanwhile Steve
            Witkoff is ready to go to Moscow this Tuesday together with Jared Kushner and meet Yuri Ushakov there.
            From Ursula von der Leyen came the wish to keep the 140 billion euros at Euroclear in Brussels off the
            table, while Emmanuel Macron insists on wording about the 26 countries gathered by Paris and London.
            """;

    @Test
    void takesASentenceBySentenceParaphraseForARewrite() {
        var rewrite = new Page("two.example", "Limit on troops could be raised", PARAPHRASE);
        assertThat(Made.judge(new Page("one.example", TITLE, NEWS), rewrite))
                .asInstanceOf(type(Rewrite.class))
                .satisfies(r -> assertThat(r.numbers().overlap().names().both()).isGreaterThan(20));
        assertThat(Made.judge(
                        new Page("one.example", TITLE, NEWS),
                        new Page("one.example", "Limit on troops could be raised", PARAPHRASE)))
                .as("of the outlet itself")
                .isInstanceOf(Distinct.class);
    }

    @Test
    void keepsAnIndependentReportApart() {
        var other =
                """
                Delegations led by Marco Rubio edged toward an understanding on troop limits at the weekend, people
                briefed on the meeting said. Kyiv's forces could number 800,000 under the revised text. For Keir
                Starmer the question of guarantees comes first, and Downing Street expects to hear from Washington by
                Thursday. Volodymyr Zelensky thanked Donald Trump in an evening address and said that 5 points remain.
                In Berlin the opposition asked Friedrich Merz for a debate. Analysts at the Chatham House institute
                doubt that Moscow will accept, and Sergei Lavrov spoke of a trap. Oil fell by 2 percent in London.
                """;
        assertThat(Made.judge(
                        new Page("one.example", TITLE, NEWS),
                        new Page("two.example", "Talks edge on in Geneva", other)))
                .isInstanceOf(Distinct.class);
    }

    @Test
    void joinsAShortEntryWithItsTextInEitherDirection() {
        var entry = new Page("two.example", "Gap over size of army narrows", LEAD);
        assertThat(Made.judge(ORIGINAL, entry)).isInstanceOf(Copy.class);
        assertThat(Made.judge(entry, ORIGINAL)).isInstanceOf(Copy.class);
        var another = new Page("three.example", "Gap over size of army narrows", LEAD);
        assertThat(Made.judge(entry, another)).isInstanceOf(Copy.class);
        var unlike = new Page("two.example", "Power cut in the port city", "Rockets hit a substation before dawn.");
        assertThat(Made.judge(ORIGINAL, unlike)).isInstanceOf(Distinct.class);
    }

    @Test
    void joinsEntriesOfATitleOnlyByThatTitleAndOverOutlets() {
        var entry = new Page("one.example", TITLE, "");
        assertThat(Made.judge(entry, new Page("two.example", TITLE, ""))).isInstanceOf(Copy.class);
        assertDistinct(entry, new Page("one.example", TITLE, ""), Reason.TOO_SHORT);
        assertDistinct(entry, new Page("two.example", TITLE, DISPATCH), Reason.TOO_SHORT);
        assertThat(Made.judge(entry, new Page("two.example", "Envoys in Geneva go home", "")))
                .isInstanceOf(Distinct.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Developing", "Morning briefing", "Live: latest updates", "\u2026"})
    void joinsNothingByAFewWords(String words) {
        for (var text : new String[] {"", words}) {
            assertThat(Made.judge(new Page("one.example", words, text), new Page("two.example", words, text)))
                    .isInstanceOf(Distinct.class);
        }
    }

    @Test
    void neverMatchesUnrelatedTexts() {
        var random = new Random(404);
        for (var i = 0; i < 100; i++) {
            var a = new Page("a", "", Made.text(Made.words(random, 50 + random.nextInt(600))));
            var b = new Page("b", "", Made.text(Made.words(random, 50 + random.nextInt(600))));
            assertThat(Made.judge(a, b)).as("pair %d", i).isInstanceOf(Distinct.class);
        }
    }

    private static void assertCopy(Page later, double least) {
        assertThat(Made.judge(ORIGINAL, later)).asInstanceOf(type(Copy.class)).satisfies(copy -> {
            assertThat(copy.similarity()).isBetween(least, 1.0);
            assertThat(copy.numbers().containment()).isEqualTo(copy.similarity(), within());
        });
    }

    private static Offset<Double> within() {
        return Offset.offset(0.001);
    }

    private static void assertDistinct(Page earlier, Page later, Reason... reasons) {
        assertThat(Made.judge(earlier, later))
                .asInstanceOf(type(Distinct.class))
                .satisfies(d -> assertThat(d.reason()).as("%s", d.numbers()).isIn((Object[]) reasons));
    }
}
