// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class StanceFinderTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ArticleReader reader = ArticleReader.of(Fleets.dossier());

    private List<StanceMention> found(String text, String language) {
        return reader.read(new ArticleText("", text, language, null, null, null))
                .stances();
    }

    private List<String> told(String text) {
        return found(text, "en").stream()
                .filter(m -> !m.stance().equals("unknown"))
                .map(m -> m.actor() + " " + m.point() + " " + m.stance() + (m.by() == null ? "" : " by " + m.by()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            textBlock =
                    """
            Norland rejected a cap on its fleet. # norland fleet-cap oppose
            Norland accepts a cap on its fleet. # norland fleet-cap support
            Norland does not accept a cap on its fleet. # norland fleet-cap oppose
            Norland refuses to accept any limits on its fleet. # norland fleet-cap oppose
            Norland insists on a strong fleet. # norland fleet-cap oppose
            Sudland demanded that Norland drop the cap on the fleet. # sudland fleet-cap oppose
            Norlandic officials rejected a cap on the fleet. # norland fleet-cap oppose
            Smith, the chancellor, opposes a cap on the fleet. # smith fleet-cap oppose
            A cap on the fleet was rejected by Norland. # norland fleet-cap oppose
            Smith arrived and rejected a cap on the fleet. # smith fleet-cap oppose
            Norland's demand for a cap on the fleet stands. # norland fleet-cap support
            Norland rejected Sudland's opposition to the fund. # norland fund support; sudland fund oppose
            Smith called a cap on the fleet unacceptable. # smith fleet-cap oppose
            Norland welcomed the fund. # norland fund support
            Norland rejects bases on its soil. # norland no-bases support
            Norland rejects a ban on bases. # norland no-bases oppose
            "We will never accept a cap on the fleet," Smith said. # smith fleet-cap oppose
            "Bases must never be built here," Smith said. # smith no-bases support
            "A cap on the fleet must be rejected," Smith said. # smith fleet-cap oppose
            "There can be no cap on the fleet," Smith said. # smith fleet-cap oppose
            "A cap on the fleet is a red line," Smith said. # smith fleet-cap oppose
            "They spoke of the fund, and we reject it," Smith said. # smith fund oppose
            Smith said that Norland rejects a cap on the fleet. # norland fleet-cap oppose by smith; smith fleet-cap oppose
            Norland rejects a cap on the fleet, a diplomat said. # norland fleet-cap oppose by a diplomat
            "Ostland will not accept a cap on the fleet," Jones said. # jones fleet-cap oppose
            Norland would accept a cap on the fleet only if Sudland did. # norland fleet-cap conditional
            "We are ready for the fund, provided it is fair," Smith said. # smith fund conditional
            Norland is willing to discuss a cap on the fleet if Sudland leaves. # norland fleet-cap conditional
            Norland rejects a cap on the fleet until Sudland disarms. # norland fleet-cap conditional
            Norland wants the whole fleet to be scrapped. # norland fleet-cap support
            Norland sees no need for a cap on the fleet. # norland fleet-cap oppose
            Norland still sees little point in a cap on the fleet. # norland fleet-cap oppose
            Smith said Norland had no interest in a cap on the fleet. # norland fleet-cap oppose by smith; smith fleet-cap oppose
            "There is no reason for a cap on the fleet," Smith said. # smith fleet-cap oppose
            Norland welcomed the fund, bases or no bases. # norland fund support
            Norland argued in favour of the fund. # norland fund support
            Norland wants the fund at once. # norland fund support
            Smith voiced firm opposition to a cap on the fleet. # smith fleet-cap oppose
            Norlandic objections to a cap on the fleet remain. # norland fleet-cap oppose
            Opposition from Norland to a cap on the fleet has grown. # norland fleet-cap oppose
            The draft limits the fleet, a cap that Norland fears and a demand that Sudland rejects. # sudland fleet-cap oppose
            The draft puts a cap on the fleet, which Norland rejects. # norland fleet-cap oppose
            Smith, speaking on Monday in the harbour, rejected a cap on the fleet. # smith fleet-cap oppose
            Norland, Sudland and Smith reject a cap on the fleet. # norland fleet-cap oppose; smith fleet-cap oppose; sudland fleet-cap oppose
            Norland's foreign ministry rejected a cap on the fleet. # norland fleet-cap oppose
            Officials in Norland rejected a cap on the fleet. # norland fleet-cap oppose
            Norland once again rejected a cap on the fleet. # norland fleet-cap oppose
            Smith described a cap on the fleet as a grave mistake. # smith fleet-cap oppose
            "It would be wrong to put a cap on the fleet," Smith said. # smith fleet-cap oppose
            Smith said that the fleet could not be limited. # smith fleet-cap oppose
            Smith made clear that he would never accept a cap on the fleet. # smith fleet-cap oppose
            Smith said that he would keep the fund if Sudland paid. # smith fund conditional
            Smith said his country would never accept a cap on the fleet. # norland fleet-cap oppose by smith; smith fleet-cap oppose
            Smith repeated Norland's rejection of a cap on the fleet. # norland fleet-cap oppose by smith; smith fleet-cap oppose
            Norland has rejected the clause under which a cap would be put on the fleet. # norland fleet-cap oppose
            Norland is ready to accept the fund, Smith said, provided that it is fair. # norland fund conditional by smith; smith fund conditional
            Norland would accept a cap on the fleet should Sudland leave. # norland fleet-cap conditional
            Were Sudland to leave, Norland would accept a cap on the fleet. # norland fleet-cap conditional
            Unless Sudland disarms, Norland will not accept a cap on the fleet. # norland fleet-cap conditional
            Norland cannot agree to a cap on the fleet while the war lasts. # norland fleet-cap conditional
            Norland will agree to a cap on the fleet when Sudland leaves. # norland fleet-cap conditional
            Norland made its support for the fund contingent on fair terms. # norland fund conditional
            Norland demands the fund as soon as the war ends. # norland fund support
            Norland, Sudland and Smith want the cap on the fleet removed. # norland fleet-cap oppose; smith fleet-cap oppose; sudland fleet-cap oppose
            Smith threw her weight behind the fund. # smith fund support
            Smith said no to the fund. # smith fund oppose
            Smith bowed to pressure from Sudland and accepted a cap on the fleet. # smith fleet-cap support
            """)
    void tellsWhoStandsWhere(String text, String expected) {
        assertThat(String.join("; ", told(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Smith said that Sudland had rejected a cap on the fleet.",
                "Smith said that Sudland rejects a cap on the fleet.",
                "Smith believes Sudland rejects a cap on the fleet.",
                "Smith is confident Sudland rejects a cap on the fleet.",
                "Smith did not say that Norland accepts a cap on the fleet.",
                "Smith stopped short of saying that Norland accepts a cap on the fleet.",
                "Smith rejected reports that Norland would accept a cap on the fleet.",
                "The war goes on until Norland accepts a cap on the fleet.",
                "When Norland accepts a cap on the fleet, the war will end.",
                "Norland would have accepted a cap on the fleet.",
                "Norland initially accepted a cap on the fleet.",
                "Not all Norlandic officials reject a cap on the fleet.",
                "Some Norlandic officials reject a cap on the fleet.",
                "Norlandic opposition leaders reject a cap on the fleet.",
                "Nobody in the Norlandic government accepts a cap on the fleet.",
                "Everyone but Norland rejects a cap on the fleet.",
                "Smith dismissed the notion that Norland agreed to put a cap on the fleet.",
                "Norland's consent to a cap on the fleet would require a truce.",
                "Norland would not accept decisions about a cap on the fleet.",
                "Norland wants to know how a cap on the fleet would work.",
                "Smith denied that Norland accepts a cap on the fleet.",
                "Did Norland accept a cap on the fleet?",
                "If Norland accepts a cap on the fleet, the talks go on.",
                "Norland may accept a cap on the fleet.",
                "Norland is expected to accept a cap on the fleet.",
                "Norland had accepted a cap on the fleet.",
                "Norland does not oppose a cap on the fleet.",
                "Norland is willing to discuss a cap on the fleet.",
                "Norland demanded talks on a cap on the fleet.",
                "Norland rejected reports of a cap on the fleet.",
                "Norland would accept a cap on the fleet.",
                "Norland rejected what Sudland demands of the fleet, a cap.",
                "The allies of Norland rejected a cap on the fleet.",
                "Norland's neighbours rejected a cap on the fleet.",
                "Norland agreed that a cap on the fleet is a topic.",
                "Norland agreed to a truce after a cap on the fleet was lifted.",
                "The plan says that Norland must accept a cap on the fleet.",
                "\"Under this plan we must accept a cap on the fleet,\" Smith said.",
                "Norland accepts its fleet.",
                "Nobody accepts a cap on the fleet.",
                "They would veto a cap on the fleet, Norland said, if asked.",
                "Norland praised the captains of the fleet.",
                "Norland refused to rule out a cap on the fleet.",
                "Norland would not exclude a cap on the fleet.",
                "Norland does not demand a cap on the fleet.",
                "Norland neither accepted nor rejected a cap on the fleet.",
                "Neither Norland nor Sudland accepts a cap on the fleet.",
                "Norland stopped short of accepting a cap on the fleet.",
                "Analysts say Norland rejects a cap on the fleet.",
                "Norland rejects a cap on the fleet, experts believe.",
                "Smith criticised Sudland for its talk of a cap on the fleet.",
                "Smith said the crew could not be blamed for the cap on the fleet.",
                "Smith said that Norland would see a cap on the fleet.",
                "Smith dropped his opposition to a cap on the fleet.",
                "The friend of the Norland rejected a cap on the fleet.",
                "Norland accepts any seat, cap on the fleet or not.",
                "Norland rejects a cap on the fleet, a diplomat in Sudland said.",
                "Norland accepts a cap on the fleet and rejects a cap on the fleet."
            })
    void abstainsWhereItIsNotPlain(String text) {
        assertThat(told(text)).isEmpty();
    }

    @Test
    void whoSpeaksOfAPointWithoutAPositionIsCounted() {
        var unknown = found("Smith said that the fund is large. Jones was not there.", "en");

        assertThat(unknown).hasSize(1);
        assertThat(unknown.get(0))
                .isEqualTo(new StanceMention("smith", "fund", "unknown", 18, 35, 0, "the fund is large", null));
    }

    @Test
    void theWordsAreTheQuotationOrElseTheSentence() {
        var quoted = found("\"We reject the fund,\" Smith said on Monday.", "en");
        assertThat(quoted).extracting(StanceMention::text).containsExactly("We reject the fund");
        var sentence = found("It rained. Norland rejects the fund.", "en");
        assertThat(sentence).extracting(StanceMention::text).containsExactly("Norland rejects the fund.");
        assertThat(("\n\nIt rained. Norland rejects the fund.")
                        .substring(sentence.get(0).start(), sentence.get(0).end()))
                .isEqualTo("Norland rejects the fund.");
    }

    @Test
    void longWordsAreCut() {
        var text = found("\"We reject the fund" + " and so on".repeat(60) + ",\" Smith said.", "en");
        assertThat(text).hasSize(1);
        assertThat(text.get(0).text()).hasSize(StanceMention.LONGEST).endsWith("…");
    }

    @Test
    void otherLanguagesHaveWordsOfTheirOwnAndAbstainWithoutCues() {
        assertThat(found("Norland підтримує фонд.", "uk"))
                .extracting(StanceMention::stance)
                .containsExactly("support");
        assertThat(found("Smith заявив, що не підтримає фонд.", "uk"))
                .extracting(StanceMention::stance)
                .containsExactly("oppose");
        assertThat(found("Norland відкидає флот.", "uk")).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "Norland rejects the fund ",
                        "Norland rejects the fund. ",
                        "\"We reject the fund,\" Smith said. ",
                        "not not not fund ",
                        "if Norland and Sudland, fund ",
                        "\"fund ",
                        "Smith said that Norland said that ",
                        "must fund ",
                        "would never accept the fleet cap base fund ")
                .map(piece -> piece.repeat(1_000_000 / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextTakesLong(String text) {
        assertTimeoutPreemptively(
                LIMIT, () -> assertThat(found(text, "en")).hasSizeLessThanOrEqualTo(StanceFinder.MOST));
    }

    @Test
    void anyWordsGiveStatementsOfTheText() {
        var random = new Random(5);
        var pieces = List.of(
                "Norland",
                "Smith",
                "Jones",
                "said",
                "that",
                "rejects",
                "accepts",
                "not",
                "a cap",
                "the fleet",
                "fund",
                "bases",
                "\"",
                ",",
                ".",
                "if",
                "and",
                "we",
                "must",
                "never",
                "by",
                "was",
                "unacceptable",
                "would",
                "demand for",
                "'s",
                "until",
                "?",
                "\n",
                "it");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(5) == 0 ? "" : " ");
            }
            for (var m : found(text.toString(), "en")) {
                assertThat(("\n\n" + text).substring(m.start(), m.end()))
                        .as(text.toString())
                        .startsWith(m.text().substring(0, 1));
                assertThat(Position.of(m.stance())).isPresent();
            }
        }
    }
}
