// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.fetched;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** From what articles say to the topic {@code stances}, and back when they say it no more. */
class StancesTest {
    private static final String WORDS =
            """
            Envoys of both sides spent the night over the third draft in a hotel by the lake, and left by separate doors.
            The host thanked them for their patience and the kitchen for its soup.
            """;
    private static final String OTHER_WORDS =
            """
            Reporters were told in the press centre that the talks resume when the delegations are back from their capitals.
            Nobody wanted to say who would pay for the rooms until then.
            """;

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theLatestWordDecidesWhateverArrivesFirst() {
        var second = says(2, 60, OTHER_WORDS, "support of trump on army-cap by nato");
        var first = says(1, 0, WORDS, "oppose of trump on army-cap by -");
        stage.arrives(second);
        stage.arrives(first);

        var stance = only();
        assertThat(stance.stance()).isEqualTo("support");
        assertThat(stance.n()).isEqualTo(2);
        assertThat(stance.quotation()).isEqualTo("A stance is support of trump on army-cap by nato.");
        assertThat(stance.by()).isEqualTo("nato");
        assertThat(stance.outlet()).isEqualTo("paper2.example");
        assertThat(stance.history()).extracting(Stance.Earlier::stance).containsExactly("oppose");

        stage.arrives(withdrawn(second, 90));
        assertThat(only().stance()).isEqualTo("oppose");
        assertThat(only().history()).isEmpty();
        stage.arrives(withdrawn(first, 90));
        assertThat(stage.last(Topics.STANCES)).isEmpty();
    }

    @Test
    void aCopyIsSeenAndSaysNothingNew() {
        stage.arrives(says(2, 30, WORDS, "oppose of trump on army-cap by -"));
        stage.arrives(says(3, 60, WORDS, "oppose of trump on army-cap by -"));
        assertThat(only().n()).isEqualTo(1);
        assertThat(only().articles()).isEqualTo(2);

        stage.arrives(says(1, 0, WORDS, "oppose of trump on army-cap by -"));
        assertThat(only().n()).isEqualTo(1);
        assertThat(only().articles()).isEqualTo(3);
        assertThat(only().outlet()).isEqualTo("paper1.example");
    }

    @Test
    void anEditMovesItToAnotherPoint() {
        stage.arrives(says(1, 0, WORDS, "oppose of trump on army-cap by -"));
        var edited = says(1, 0, WORDS + "More is known.", "oppose of trump on nato-membership by -");
        stage.arrives(fetched(Stage.NOON.plusSeconds(600), edited));

        assertThat(only().point()).isEqualTo("nato-membership");
    }

    @Test
    void whatTheRulesFindGetsThere() {
        stage.arrives(
                revision(
                        "https://a.example/1",
                        "a.example",
                        0,
                        1,
                        "Talks",
                        "Donald Trump welcomed the plan to cap the army of Ukraine at 600,000. Ukraine and NATO were not there."));
        assertThat(stage.last(Topics.STANCES).get("trump|army-cap").stance()).isEqualTo("support");
    }

    @Test
    void whatIsDroppedIsSettledAndStays() {
        stage.arrives(says(1, 0, WORDS, "oppose of trump on army-cap by -"));
        stage.arrives(says(2, 60, OTHER_WORDS, "support of trump on army-cap by -"));
        var before = only();
        stage.passes(Expiry.KEPT.plusDays(1));
        stage.passes(Expiry.EVERY);
        assertThat(stage.meters
                        .counter("pointwatch_state_expired_total", "store", WalkStances.MENTIONS)
                        .count())
                .isEqualTo(2);
        assertThat(only()).isEqualTo(before);

        stage.arrives(says(3, 120, "Something else was said by the lake.", "conditional of trump on army-cap by -"));
        assertThat(only().stance()).isEqualTo("conditional");
        assertThat(only().n()).isEqualTo(3);
        assertThat(only().history()).extracting(Stance.Earlier::stance).containsExactly("oppose", "support");
    }

    @Test
    void whatIsTooMuchIsCounted() {
        var much = "oppose of trump on army-cap by -. A stance is ".repeat(65).trim();
        stage.arrives(says(1, 0, WORDS, much + " oppose of trump on army-cap by -"));

        assertThat(only().n()).isEqualTo(1);
        assertThat(stage.meters
                        .counter("pointwatch_stance_mentions_ignored_total", "reason", "many")
                        .count())
                .isEqualTo(6);
    }

    private Stance only() {
        var all = stage.last(Topics.STANCES);
        assertThat(all).hasSize(1);
        return all.values().iterator().next();
    }

    private static Revision says(int number, int minutes, String words, String stance) {
        var outlet = "paper" + number + ".example";
        return revision(
                "https://" + outlet + "/a",
                outlet,
                minutes,
                minutes + 1,
                "Night by the lake " + (words.startsWith("Envoys") ? "" : number),
                words + "A stance is " + stance + ".");
    }
}
