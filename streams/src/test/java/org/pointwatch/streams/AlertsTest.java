// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;

/** What comes out at {@code alerts}, kind by kind. */
class AlertsTest {
    private static final String CAP = "point:army-cap";
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void heard(Fact fact) {
        stage.internally("by-alert-target", CAP, fact, AlertSerdes.fact());
        stage.passes(Duration.ofSeconds(2));
    }

    private Source live(String article) {
        return new Source(article, null, stage.now(), true, "Sentence of " + article + ".");
    }

    private Fact.Deadline deadline(String due, String status, Source source) {
        var over = Instant.parse(due + "T22:00:00Z");
        return new Fact.Deadline("d1", "ukraine", "trump", due, over, "day", status, null, 1, source);
    }

    private Fact.Counted figure(double value, Source source) {
        var text = (long) value + " soldiers";
        return new Fact.Counted(List.of(new Figure("army-cap", value, "soldiers", text, 0, 9, null)), source);
    }

    private void counted(String target, Instant bucket, int stories, int tone) {
        var own = new SentimentSums(stories, (long) stories * tone, (long) stories * tone * tone, 0, 0, 0);
        var delta = Delta.of(
                target, bucket, new Counts(stories, stories, 0, 0, own, SentimentSums.ZERO), "a.example", stories);
        stage.internally("by-target", Target.coverageKey(target, bucket), delta, LedgerSerdes.delta());
    }

    /** So many stories about the target and twice as many in all, every other hour of three weeks until now. */
    private void usual(int stories) {
        var end = Target.bucket(stage.now());
        for (var hour = 1; hour < 22 * 24; hour += 2) {
            counted(CAP, end.minus(Duration.ofHours(hour)), stories, 0);
            counted(Target.ALL, end.minus(Duration.ofHours(hour)), 2 * stories, 0);
        }
        look();
        assertThat(stage.alerts).isEmpty();
    }

    /** Twice: the first look is at what {@code all} was before. */
    private void look() {
        stage.later(Duration.ofMinutes(6));
        stage.later(Duration.ofMinutes(6));
    }

    private List<String> told() {
        return stage.alerts.stream().map(Alert::kind).toList();
    }

    private double outcome(String outcome) {
        return stage.meters
                .counter("pointwatch_alerts_total", "outcome", outcome)
                .count();
    }

    @Test
    void aDeadlineFromNewToDenied() {
        heard(deadline("2025-11-27", "set", live("a")));
        heard(deadline("2025-11-27", "repeated", live("b")));
        heard(deadline("2025-11-28", "moved", live("c")));
        heard(deadline("2025-11-28", "softened", live("d")));
        heard(deadline("2025-11-28", "denied", live("e")));

        assertThat(told()).containsExactly("new-deadline", "deadline-moved", "deadline-softened", "deadline-denied");
        assertThat(stage.alerts.get(1).escalates())
                .isEqualTo(stage.alerts.get(0).id());
        assertThat(stage.alerts.get(0).dossier()).isEqualTo("small-plan");
        assertThat(stage.alerts.get(0).evidence()).containsExactly("Sentence of a.");
        assertThat(outcome("fired")).isEqualTo(4);
    }

    @Test
    void aDeadlineComesNearAndPassesByTheClockAlone() {
        heard(deadline("2025-11-27", "set", live("a")));
        for (var hour = 0; hour < 130; hour++) {
            stage.later(Duration.ofHours(1));
            stage.passes(Duration.ofSeconds(10));
        }
        heard(deadline("2025-11-27", "passed", new Source(null, null, stage.now(), true, null)));

        assertThat(told())
                .containsExactly("new-deadline", "deadline-near", "deadline-near", "deadline-near", "deadline-passed");
    }

    @Test
    void aContestedFigure() {
        heard(figure(600_000, live("a")));
        heard(figure(800_000, live("b")));
        heard(figure(800_000, live("c")));

        assertThat(told()).containsExactly("contested-figure");
        assertThat(stage.alerts.get(0).story()).isEqualTo("b");
    }

    @Test
    void aSurgeOnce() {
        usual(1);
        heard(new Fact.Sighted(live("a")));
        counted(CAP, Target.bucket(stage.now()), 20, 0);
        look();
        look();

        assertThat(told()).containsExactly("surge");
        assertThat(stage.alerts.get(0).why()).startsWith("20 stories in the last hour");
        assertThat(stage.alerts.get(0).evidence()).containsExactly("Sentence of a.");
    }

    @Test
    void aSurgeOutOfAnArchiveIsNone() {
        usual(1);
        heard(new Fact.Sighted(live("a")));
        heard(new Fact.Sighted(new Source("b", null, stage.now(), false, null)));
        counted(CAP, Target.bucket(stage.now()), 20, 0);
        look();
        look();

        assertThat(stage.alerts).isEmpty();
        assertThat(outcome("replay")).isEqualTo(1);
    }

    @Test
    void aSilenceWhileOthersAreInTheNews() {
        usual(2);
        for (var hour = 0; hour < 16; hour++) {
            stage.later(Duration.ofMinutes(45));
            counted(Target.ALL, Target.bucket(stage.now()), 4, 0);
            stage.later(Duration.ofMinutes(15));
        }

        assertThat(told()).containsExactly("silence");
    }

    @Test
    void whenNothingComesInNobodyIsSilent() {
        usual(1);
        stage.later(Duration.ofHours(16));
        look();

        assertThat(stage.alerts).isEmpty();
    }

    @Test
    void anotherTone() {
        usual(4);
        heard(new Fact.Sighted(live("a")));
        var end = Target.bucket(stage.now());
        for (var hour = 1; hour < 20; hour++) {
            counted(CAP, end.minus(Duration.ofHours(hour)).minus(QUARTER), 2, -1_000);
        }
        look();

        assertThat(told()).containsExactly("tone-shift");
    }

    /** Nothing but articles: they are read, judged, counted, and the counts looked at. */
    @Test
    void articlesThatTurnAgainstSomebodyAreToldWithTheirSentences() {
        var news = new Turn(stage);
        for (var day = 16; day >= 1; day--) {
            news.about(day * 24 * 60, 6, Turn.KIND);
        }
        look();
        assertThat(told()).doesNotContain("tone-shift");
        news.about(-4 * 60, 12, Turn.UNKIND);
        look();

        assertThat(stage.alerts)
                .filteredOn(a -> a.kind().equals("tone-shift"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.target()).isEqualTo("actor:trump");
                    assertThat(alert.why())
                            .startsWith("tone -")
                            .contains(" over 12 stories of ")
                            .contains("; it was +");
                    assertThat(alert.evidence()).containsExactly(Turn.UNKIND);
                });
        news.about(-5 * 60, 6, Turn.UNKIND);
        look();
        assertThat(told().stream().filter("tone-shift"::equals)).hasSize(1);
    }

    /** What papers write of one person, and nothing like the other. */
    private static final class Turn {
        static final String KIND = "Ukraine thanked Donald Trump warmly for a brave and generous offer.";
        static final String UNKIND =
                "In Ukraine critics called Donald Trump a shameless bully and a weak, dishonest man.";

        private static final List<String> WORDS = List.of(
                ("baker bridge candle carpet corner dinner engine farmer garden hammer harbour island kettle ladder market"
                                + " meadow mirror morning orchard painter parcel pepper pillow pocket railway ribbon river"
                                + " saddle shelter shoulder silver station summer table timber tower valley village"
                                + " window winter")
                        .split(" "));

        private final Stage stage;
        private final Random random = new Random(5);
        private int number;

        Turn(Stage stage) {
            this.stage = stage;
        }

        /** @param ago minutes before noon */
        void about(int ago, int many, String sentence) {
            for (var i = 0; i < many; i++, number++) {
                var outlet = "paper" + number % 40 + ".example";
                var text = filler() + filler() + "\n" + sentence + "\n" + filler() + filler();
                var at = i * 10 - ago;
                stage.arrivesAtOnce(revision("https://" + outlet + "/" + number, outlet, at, at, filler(), text));
            }
        }

        private String filler() {
            var words = random.ints(6, 0, WORDS.size()).mapToObj(WORDS::get).toList();
            return "The %s and the %s were near the %s, while a %s and a %s stood behind the %s. "
                    .formatted(words.toArray());
        }
    }

    @Test
    void reportsThemselvesAreTheEvidence() {
        var text = "Officials said the draft would cap the army of Ukraine at 600,000 soldiers.";
        var seen = revision("https://a.example/1", "a.example", 300, 300, "Army to be capped", text);
        stage.arrives(seen);
        usual(1);
        counted(CAP, Target.bucket(stage.now()), 20, 0);
        look();

        assertThat(told()).containsExactly("surge");
        assertThat(stage.alerts.get(0).evidence()).containsExactly(text);
        assertThat(stage.alerts.get(0).story()).isEqualTo(seen.id());
    }

    private static Revision says(String outlet, int minutes, String text) {
        return revision("https://" + outlet + "/a", outlet, minutes, minutes, "Night by the lake", text);
    }

    @Test
    void fromAnArticleThroughTheLedgerToTheDesk() {
        var words = "Envoys of both sides spent the night over the third draft in a hotel by the lake. ";
        var set = "A deadline is set to 2025-11-27 by trump for nato about army-cap.";
        stage.arrives(says("a.example", 300, words + set));
        stage.arrives(says("b.example", 310, words + set));

        assertThat(told()).containsExactly("new-deadline");
        var alert = stage.alerts.get(0);
        assertThat(alert.target()).isEqualTo(CAP);
        assertThat(alert.why()).startsWith("new deadline 2025-11-27 for nato (in 5 days");
        assertThat(alert.evidence()).hasSize(1).allSatisfy(sentence -> assertThat(sentence)
                .contains("2025-11-27"));

        var original = says("c.example", 290, words + set);
        stage.arrives(original);
        assertThat(told()).containsExactly("new-deadline");
    }

    @Test
    void aDeadlineOutOfAnArchiveIsNoNews() {
        var set = "A deadline is set to 2025-11-27 by trump for nato about army-cap.";
        stage.arrives(Stage.from(Origin.REPLAY, says("a.example", 300, set)));

        assertThat(stage.alerts).isEmpty();
        assertThat(outcome("replay")).isEqualTo(1);
    }

    @Test
    void anArchiveReadAgainTellsNothing() {
        for (var i = 0; i < 12; i++) {
            var text = "Officials said on day " + i + " that the draft would cap the army of Ukraine at " + (600 + i)
                    + ",000 soldiers, and not at 600,000 as " + "was said in place number " + i + " before.";
            var r = revision("https://a.example/" + i, "a.example", 300 + i, 300 + i, "Army to be capped " + i, text);
            stage.arrives(Stage.from(Origin.REPLAY, r));
        }
        usual(1);
        counted(CAP, Target.bucket(stage.now()), 20, 0);
        look();

        assertThat(stage.alerts).isEmpty();
        assertThat(outcome("replay")).isPositive();
    }
}
