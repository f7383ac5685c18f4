// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** From what articles say to the topic {@code deadlines}, and back when they say it no more. */
class DeadlinesTest {
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
    void articlesMakeOneDeadlineAndTakeItBack() {
        var first = says(1, 0, WORDS, "set to 2025-11-27 by trump for nato about -");
        var second = says(2, 60, OTHER_WORDS, "set to 2025-11-27 by - for nato about -");
        stage.arrives(second);
        stage.arrives(first);

        var deadline = only();
        assertThat(deadline.stories()).isEqualTo(2);
        assertThat(deadline.setBy()).isEqualTo("trump");
        assertThat(deadline.firstSeen()).isEqualTo(Stage.NOON);
        assertThat(deadline.evidenceArticle()).isEqualTo(first.id());

        stage.arrives(withdrawn(first, 90));
        assertThat(only().stories()).isEqualTo(1);
        assertThat(only().setBy()).isNull();
        stage.arrives(withdrawn(second, 90));
        assertThat(stage.last(Topics.DEADLINES)).isEmpty();
    }

    @Test
    void aCopyIsNoStory() {
        stage.arrives(says(2, 30, WORDS, "set to 2025-11-27 by - for - about army-cap"));
        stage.arrives(says(3, 60, WORDS, "set to 2025-11-27 by - for - about army-cap"));
        assertThat(only().stories()).isEqualTo(1);

        stage.arrives(says(1, 0, WORDS, "set to 2025-11-27 by - for - about army-cap"));
        assertThat(only().stories()).isEqualTo(1);
        assertThat(only().evidenceArticle()).isEqualTo(url(1).id());
    }

    @Test
    void anEditMovesItToAnotherBinding() {
        stage.arrives(says(1, 0, WORDS, "set to 2025-11-27 by - for - about army-cap"));
        var before = only();
        stage.arrives(says(1, 0, WORDS + "More is known.", "set to 2025-11-27 by - for nato about army-cap"));

        assertThat(only().id()).isNotEqualTo(before.id());
        assertThat(only().bound()).isEqualTo("nato");
    }

    @Test
    void anEarlierDayMergesTheIdAndTimePassesTheOther() {
        stage.arrives(says(2, 60, OTHER_WORDS, "moved to 2025-11-26 by - for - about -"));
        var before = only().id();
        stage.arrives(says(1, 0, WORDS, "set to 2025-11-24 by - for - about -"));

        var all = stage.last(Topics.DEADLINES);
        var merged = all.remove(before);
        var now = all.values().iterator().next();
        assertThat(merged.status()).isEqualTo("merged");
        assertThat(merged.into()).isEqualTo(now.id());
        assertThat(now.due()).isEqualTo("2025-11-26");

        stage.later(Duration.ofDays(3));
        assertThat(stage.last(Topics.DEADLINES).get(now.id()).status()).isEqualTo("moved");
        stage.later(Duration.ofDays(2));
        var passed = stage.last(Topics.DEADLINES).get(now.id());
        assertThat(passed.status()).isEqualTo("passed");
        assertThat(passed.history().get(2).at()).isEqualTo("2025-11-27T00:00:00Z");
        assertThat(passed.history().get(2).article()).isNull();
    }

    @Test
    void whatWasSettledStaysAndGoesOn() {
        stage.arrives(says(1, 0, WORDS, "set to 2026-03-01 by trump for - about -"));
        stage.arrives(says(2, 60, OTHER_WORDS, "softened to - by - for - about -"));
        var before = only();
        stage.passes(Expiry.KEPT.plusDays(1));
        stage.passes(Expiry.EVERY);
        assertThat(stage.meters
                        .counter("pointwatch_state_expired_total", "store", WalkDeadlines.STATEMENTS)
                        .count())
                .isEqualTo(2);
        assertThat(only()).isEqualTo(before);

        stage.arrives(says(3, 120, "Something else was said by the lake.", "moved to 2026-04-01 by - for - about -"));
        assertThat(only().id()).isEqualTo(before.id());
        assertThat(only().stories()).isEqualTo(3);
        assertThat(only().history()).extracting(Deadline.Change::status).containsExactly("set", "softened", "moved");
    }

    @Test
    void whatCannotBeADeadlineIsCounted() {
        stage.arrives(says(1, 0, WORDS, "denied to - by trump for - about -"));
        stage.arrives(says(2, 0, OTHER_WORDS, "set to 2025-11-01 by trump for - about -"));

        assertThat(stage.last(Topics.DEADLINES)).isEmpty();
        assertThat(ignored("unmatched")).isEqualTo(1);
        assertThat(ignored("past")).isEqualTo(1);

        stage.arrives(says(
                3,
                9,
                "x",
                "set to 2025-11-27 by - for - about -. A deadline is "
                        .repeat(45)
                        .trim()));
        assertThat(only().stories()).isEqualTo(1);
        assertThat(ignored("many")).isEqualTo(5);
    }

    private double ignored(String reason) {
        return stage.meters
                .counter("pointwatch_deadline_mentions_ignored_total", "reason", reason)
                .count();
    }

    private Deadline only() {
        var all = stage.last(Topics.DEADLINES);
        assertThat(all).hasSize(1);
        return all.values().iterator().next();
    }

    private static Revision url(int number) {
        return says(number, 0, "", "");
    }

    private static Revision says(int number, int minutes, String words, String deadline) {
        var outlet = "paper" + number + ".example";
        return revision(
                "https://" + outlet + "/a",
                outlet,
                minutes,
                minutes + 1,
                "Night by the lake " + (words.startsWith("Envoys") ? "" : number),
                words + "A deadline is " + deadline + ".");
    }
}
