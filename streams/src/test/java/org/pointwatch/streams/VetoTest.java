// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.Overrides;
import org.pointwatch.wire.override.StoryAudit;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Retag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** An analyst's vetoes: what they take away, that they give it back, and that no order of arrival matters. */
final class VetoTest {
    private static final String CAP =
            """
            Aides of Donald Trump said on Saturday that the pages on Ukraine are not final, and the draft would cap the country's army at 600,000 soldiers.
            Officials in two capitals described the limit as the hardest part of the whole document to sell at home.
            One adviser who has read the pages said the figure had been copied from an older text without much thought.
            """;
    private static final String CAP_AND_NATO = CAP + "The text also says that Ukraine will not join NATO.\n";
    private static final List<Topic<?>> OUTPUTS =
            List.of(Topics.FINDINGS, Topics.TEXTS, Topics.STORIES, Topics.COVERAGE, Topics.DEADLINES, Topics.STANCES);

    private static final Revision FIRST = revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP);
    private static final Revision COPY =
            revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP);
    private static final Revision OTHER_COPY =
            revision("https://c.example/7", "c.example", 25, 26, "Army limit in the draft", CAP);

    private final List<Override> written = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private Path directory;
    private Stage stage;
    private int minute = 300;

    @BeforeEach
    void open(@TempDir Path fresh) {
        directory = fresh;
        stage = another();
    }

    @AfterEach
    void close() {
        stages.forEach(Stage::close);
    }

    private Stage another() {
        var opened = new Stage(directory.resolve(Integer.toString(stages.size())));
        stages.add(opened);
        return opened;
    }

    /** As a command would write it: newer than all that is there, and with what stands beside it. */
    private void decide(BiFunction<Overrides, StoryAudit, Change> decision) {
        var at = Stage.NOON.plus(Duration.ofMinutes(minute++));
        var change = decision.apply(Overrides.of(written), new StoryAudit("analyst", "", at));
        written.addAll(change.records());
        change.records().forEach(stage::decided);
    }

    private void veto(Revision article, String target) {
        decide((o, by) -> o.vetoes().vetoTag(article.id(), target, by));
    }

    private void allow(Revision article, String target) {
        decide((o, by) -> o.vetoes().allowTag(article.id(), target, by));
    }

    private void vetoOutlet(String outlet) {
        decide((o, by) -> o.vetoes().vetoOutlet(outlet, by));
    }

    private void allowOutlet(String outlet) {
        decide((o, by) -> o.vetoes().allowOutlet(outlet, by));
    }

    /** The last values of everything, byte by byte. */
    private static Map<String, String> all(Stage of) {
        var all = new TreeMap<String, String>();
        OUTPUTS.forEach(topic -> of.raw(topic)
                .forEach((key, value) ->
                        all.put(topic.name() + " " + key, HexFormat.of().formatHex(value))));
        return all;
    }

    /** The same on a stage of its own, in an order of its own. */
    private Map<String, String> otherwise(Consumer<Stage> order) {
        var other = another();
        order.accept(other);
        assertThat(other.conservationDifference()).isZero();
        return all(other);
    }

    @Test
    void aVetoedTagCountsNowhereAndComesBack() {
        stage.arrives(FIRST);
        var before = all(stage);
        veto(FIRST, "point:army-cap");

        assertThat(stage.counts("point:army-cap")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("pair:army-cap|trump")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("actor:trump")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("plan:small-plan")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        var finding = stage.last(Topics.FINDINGS).get(FIRST.id());
        assertThat(finding.points()).isEmpty();
        assertThat(finding.figures()).isEmpty();

        allow(FIRST, "point:army-cap");
        assertThat(all(stage)).isEqualTo(before);
    }

    @Test
    void anArticleAllOfWhoseTagsAreVetoedIsOnlyTheDenominator() {
        stage.arrives(FIRST);
        veto(FIRST, "point:army-cap");
        veto(FIRST, "actor:trump");

        assertThat(stage.counts("plan:small-plan")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        assertThat(stage.last(Topics.TEXTS)).isEmpty();
        allow(FIRST, "point:army-cap");
        assertThat(stage.last(Topics.TEXTS)).containsOnlyKeys(FIRST.id());
        assertThat(stage.counts("actor:trump")).isEqualTo("0/0/0/0");
    }

    @Test
    void aVetoMayComeBeforeItsArticleAndHoldsForItsEdits() {
        var edit = revision("https://a.example/1", "a.example", 0, 30, "Army limit", CAP_AND_NATO);
        stage.arrives(FIRST);
        veto(FIRST, "point:army-cap");
        stage.arrives(edit);
        assertThat(stage.counts("point:army-cap")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("point:nato-membership")).isEqualTo("1/1/0/0");

        assertThat(otherwise(s -> {
                    written.forEach(s::decided);
                    s.arrives(edit);
                    s.arrives(FIRST);
                }))
                .isEqualTo(all(stage));
    }

    @Test
    void theNewestRecordOfAnArticleSaysWhichVetoesStandInWhateverOrder() {
        stage.arrives(FIRST);
        veto(FIRST, "point:army-cap");
        veto(FIRST, "actor:trump");
        allow(FIRST, "point:army-cap");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("actor:trump")).isEqualTo("0/0/0/0");

        assertThat(otherwise(s -> {
                    for (var i = written.size() - 1; i >= 0; i--) {
                        s.decided(written.get(i));
                    }
                    s.arrives(FIRST);
                }))
                .isEqualTo(all(stage));
    }

    @Test
    void ofATopicThatIsCompactedTheLastRecordOfEachKeySaysAll() {
        stage.arrives(FIRST);
        stage.arrives(COPY);
        decide((o, by) -> o.stories().split(COPY.id(), by));
        veto(COPY, "actor:trump");
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/2/0/0");
        assertThat(stage.counts("actor:trump")).isEqualTo("1/1/0/0");
        assertThat(otherwise(this::compacted)).isEqualTo(all(stage));

        decide((o, by) -> o.stories().undo(COPY.id(), by));
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
        assertThat(stage.counts("actor:trump")).isEqualTo("1/1/0/0");
        assertThat(otherwise(this::compacted)).isEqualTo(all(stage));
    }

    private void compacted(Stage s) {
        var last = new TreeMap<String, Override>();
        written.forEach(d -> last.put(d.key(), d));
        s.arrives(COPY);
        last.values().forEach(s::decided);
        s.arrives(FIRST);
    }

    @Test
    void aVetoHoldsUnderANewDossierToo() {
        stage.arrives(FIRST);
        veto(FIRST, "point:army-cap");
        var newer = Stage.smallDossier().yaml().replace("id: nato-membership", "id: alliance-membership");
        stage.publish(new DossierRecord("small-plan", "2+renamed", "2", "renamed", newer));
        stage.asked(FIRST.id(), new Retag("small-plan", "2+renamed", 1, 0));

        var finding = stage.last(Topics.FINDINGS).get(FIRST.id());
        assertThat(finding.dossierVersion()).isEqualTo("2+renamed");
        assertThat(finding.points()).isEmpty();
        allow(FIRST, "point:army-cap");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
    }

    @Test
    void anArticleOfAVetoedOutletCountsNowhereAndItsCopiesAreJudgedAnew() {
        stage.arrives(FIRST);
        stage.arrives(COPY);
        stage.arrives(OTHER_COPY);
        var before = all(stage);
        vetoOutlet("a.example");

        assertThat(stage.counts("all")).isEqualTo("2/1/1/0");
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
        assertThat(stage.last(Topics.FINDINGS)).containsOnlyKeys(COPY.id(), OTHER_COPY.id());
        assertThat(stage.last(Topics.TEXTS)).containsOnlyKeys(COPY.id(), OTHER_COPY.id());
        assertThat(stage.last(Topics.STORIES).get(COPY.id()).relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(stage.last(Topics.STORIES).get(OTHER_COPY.id()).story()).isEqualTo(COPY.id());
        assertThat(stage.gauge("pointwatch_articles_state", "state", "vetoed")).isEqualTo(1);
        assertThat(stage.conservationDifference()).isZero();
        var only = another();
        only.arrives(COPY);
        only.arrives(OTHER_COPY);
        assertThat(all(stage)).isEqualTo(all(only));

        allowOutlet("a.example");
        assertThat(all(stage)).isEqualTo(before);
        assertThat(stage.gauge("pointwatch_articles_state", "state", "vetoed")).isZero();
        assertThat(stage.conservationDifference()).isZero();
    }

    @Test
    void whatAVetoedOutletPublishesIsKeptForLater() {
        var edit = revision("https://a.example/1", "a.example", 0, 30, "Army limit", CAP_AND_NATO);
        vetoOutlet("a.example");
        stage.arrives(COPY);
        stage.arrives(FIRST);
        stage.arrives(edit);
        assertThat(stage.last(Topics.FINDINGS)).containsOnlyKeys(COPY.id());
        assertThat(stage.conservationDifference()).isZero();

        allowOutlet("a.example");
        assertThat(stage.conservationDifference()).isZero();
        assertThat(otherwise(s -> {
                    s.arrives(edit);
                    s.arrives(FIRST);
                    s.arrives(COPY);
                }))
                .isEqualTo(all(stage));
    }

    @Test
    void anArticleThatItsOutletWithdrewStaysSo() {
        stage.arrives(FIRST);
        vetoOutlet("a.example");
        stage.arrives(withdrawn(FIRST, 90));
        assertThat(stage.gauge("pointwatch_articles_state", "state", "withdrawn"))
                .isEqualTo(1);
        assertThat(stage.conservationDifference()).isZero();
        allowOutlet("a.example");
        assertThat(stage.last(Topics.FINDINGS)).isEmpty();
        assertThat(stage.counts("all")).isEqualTo("0/0/0/0");
        assertThat(stage.conservationDifference()).isZero();
    }

    @Test
    void nothingBringsAnArticleOfAVetoedOutletBackButThatItIsAllowed() {
        stage.arrives(FIRST);
        vetoOutlet("a.example");
        var newer = Stage.smallDossier().yaml().replace("id: nato-membership", "id: alliance-membership");
        stage.publish(new DossierRecord("small-plan", "2+renamed", "2", "renamed", newer));
        stage.asked(FIRST.id(), new Retag("small-plan", "2+renamed", 1, 0));
        assertThat(stage.meters
                        .counter("pointwatch_retags_total", "outcome", "vetoed")
                        .count())
                .isEqualTo(1);
        veto(FIRST, "actor:trump");
        assertThat(stage.last(Topics.FINDINGS)).isEmpty();

        allowOutlet("a.example");
        var finding = stage.last(Topics.FINDINGS).get(FIRST.id());
        assertThat(finding.dossierVersion()).isEqualTo("2+renamed");
        assertThat(finding.actors()).extracting(a -> a.actor()).doesNotContain("trump");
    }

    @Test
    void manyArticlesOfAnOutletAreVisitedAShortStretchAtATime() {
        var many = RevisitArticles.Stretch.USUAL.changed() * 2 + 7;
        for (var i = 0; i < many; i++) {
            stage.arrives(revision(
                    "https://a.example/" + i, "a.example", i, i + 1, "Army limit " + i, "Report " + i + ".\n" + CAP));
            stage.arrives(revision("https://b.example/" + i, "b.example", i, i + 1, "Game " + i, "It was game " + i));
        }
        var before = all(stage);
        vetoOutlet("a.example");
        assertThat(stage.counts("all")).startsWith(many + "/");
        assertThat(stage.last(Topics.FINDINGS).values())
                .extracting(f -> f.outlet())
                .containsOnly("b.example");
        allowOutlet("a.example");
        assertThat(all(stage)).isEqualTo(before);
        assertThat(stage.conservationDifference()).isZero();
    }

    @Test
    void noAlertFiresBecauseOfAVetoOrBecauseItIsTakenBack() {
        var contested = revision(
                "https://d.example/2", "d.example", 30, 31, "Another limit", CAP.replace("600,000", "800,000"));
        watchNumbers(stage);
        stage.arrives(FIRST);
        vetoOutlet("d.example");
        stage.arrives(contested);
        allowOutlet("d.example");
        assertThat(stage.counts("point:army-cap")).startsWith("2/");
        assertThat(stage.alerts).isEmpty();

        var news = another();
        watchNumbers(news);
        news.arrives(FIRST);
        news.arrives(contested);
        assertThat(news.alerts).extracting(a -> a.kind()).containsExactly("contested-figure");
        stage = news;
        veto(contested, "point:army-cap");
        vetoOutlet("a.example");
        allow(contested, "point:army-cap");
        allowOutlet("a.example");
        assertThat(news.alerts).hasSize(1);
    }

    private static void watchNumbers(Stage of) {
        var figures = "figures: [{name: size, unit: soldiers, rules: {en: ['number(1000..900000) NEAR/2 soldiers']}}]";
        var yaml = Stage.smallDossier()
                .yaml()
                .replace("army NEAR/6 \"600,000\"", "army NEAR/6 soldiers")
                .replace("    numbers: {us-28: 6}\n", "    numbers: {us-28: 6}\n    " + figures + "\n");
        of.publish(new DossierRecord("small-plan", "2+figures", "2", "figures", yaml));
    }
}
