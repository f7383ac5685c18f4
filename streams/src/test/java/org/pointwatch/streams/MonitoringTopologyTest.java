// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.claiming;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

class MonitoringTopologyTest {
    private static final String CAP =
            """
            Aides of Donald Trump said on Saturday that the pages on Ukraine are not final, and the draft would cap the country's army at 600,000 soldiers.
            Officials in two capitals described the limit as the hardest part of the whole document to sell at home.
            One adviser who has read the pages said the figure had been copied from an older text without much thought.
            """;
    private static final String CAP_AND_NATO = CAP + "The text also says that Ukraine will not join NATO.\n";
    private static final String FOOTBALL =
            """
            The home side won by two goals on a wet evening in front of a crowd that had waited all autumn for a victory.
            Their captain said afterwards that the plan had been to press early and that it had worked better than hoped.
            """;

    private static final String GERMAN =
            """
            Der Entwurf sieht nach Angaben von Beratern vor, die Armee der Ukraine auf 600,000 Soldaten zu begrenzen.
            In zwei Hauptstädten hieß es, dies sei der schwierigste Teil des ganzen Papiers.
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
    void countsAnArticleUnderWhatItMentions() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));

        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("plan:small-plan")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("actor:trump")).isEqualTo("1/1/0/0");
        var finding = stage.last(Topics.FINDINGS).values().iterator().next();
        var evidence = finding.points().get(0).evidence().get(0);
        assertThat(finding.sentences().get(evidence.sentence()).text()).contains("cap the country's army at 600,000");
    }

    @Test
    void unrelatedNewsIsOnlyTheDenominator() {
        stage.arrives(revision("https://a.example/2", "a.example", 0, 1, "A win at last", FOOTBALL));

        assertThat(stage.last(Topics.COVERAGE)).hasSize(1);
        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
    }

    @Test
    void aFindingCarriesTheLanguageOfTheTextWhateverTheFeedClaims() {
        stage.arrives(claiming("fr", revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP)));
        stage.arrives(claiming("en-US", revision("https://b.example/2", "b.example", 0, 1, "Armee", GERMAN)));
        stage.arrives(claiming("pl", revision("https://c.example/3", "c.example", 0, 1, "28", "28")));

        assertThat(stage.last(Topics.FINDINGS).values())
                .extracting(finding -> finding.outlet() + " " + finding.language())
                .containsExactlyInAnyOrder("a.example en", "b.example de", "c.example pl");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
    }

    @Test
    void aDossierThatAsksForFacetsHasItsTargetsCountedByThem() {
        var faceted = Stage.smallDossier().yaml().replace("label:", "facets: [language, group]\nlabel:");
        stage.publish(new DossierRecord("small-plan", "2+faceted", "2", "faceted", faceted));
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));

        assertThat(stage.counts("point:army-cap/lang:en")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("all/lang:en")).isEqualTo("1/1/0/0");
        assertThat(stage.last(Topics.COVERAGE).keySet()).noneMatch(key -> key.contains("/group:"));
        assertThat(stage.last(Topics.FINDINGS).values())
                .allSatisfy(f -> assertThat(f.facets()).containsExactly("language", "group"));
    }

    @Test
    void anEditMovesTheCountsWithIt() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP_AND_NATO));
        assertThat(stage.counts("point:nato-membership")).isEqualTo("1/1/0/0");

        stage.arrives(revision("https://a.example/1", "a.example", 0, 30, "Army limit", CAP));

        assertThat(stage.counts("point:nato-membership")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
    }

    @Test
    void anEarlierStateOfTheTextArrivingLateChangesNothing() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 30, "Army limit", CAP));
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP_AND_NATO));

        assertThat(stage.counts("point:nato-membership")).isEqualTo("0/0/0/0");
    }

    @Test
    void aCopyOfAnotherOutletBelongsToTheOriginal() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.arrives(revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP));

        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
        assertThat(stage.last(Topics.STORIES).values())
                .extracting(s -> s.relation())
                .containsExactlyInAnyOrder(Relation.ORIGINAL, Relation.COPY);
    }

    @Test
    void aLateOriginalTurnsTheFormerOneIntoACopy() {
        stage.arrives(revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP));
        stage.arrives(revision("https://c.example/7", "c.example", 25, 26, "Army limit in the draft", CAP));
        var original = revision("https://a.example/1", "a.example", 0, 40, "Army limit", CAP);
        stage.arrives(original);

        assertThat(stage.counts("point:army-cap")).isEqualTo("3/1/2/0");
        assertThat(stage.last(Topics.STORIES).values())
                .allSatisfy(s -> assertThat(s.story()).isEqualTo(original.id()));
    }

    @Test
    void anOutletsOwnLaterVersionIsAnUpdate() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.arrives(revision("https://a.example/2", "a.example", 60, 61, "Army limit and more", CAP_AND_NATO));

        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/0/1");
        assertThat(stage.counts("point:nato-membership")).isEqualTo("1/0/0/1");
    }

    @Test
    void aWithdrawnOriginalCountsNowhereAndReleasesItsCopies() {
        var original = revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP);
        stage.arrives(original);
        stage.arrives(revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP));
        stage.arrives(withdrawn(original, 90));

        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        assertThat(stage.last(Topics.FINDINGS)).doesNotContainKey(original.id());
        assertThat(stage.last(Topics.STORIES)).doesNotContainKey(original.id());
    }

    @Test
    void keepsTheWordsOfWhatMentionsSomethingWhileItDoes() {
        var article = revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP);
        stage.arrives(article);
        stage.arrives(revision("https://b.example/2", "b.example", 5, 6, "A win at last", FOOTBALL));
        assertThat(stage.last(Topics.TEXTS).keySet()).containsExactly(article.id());
        assertThat(stage.last(Topics.TEXTS).get(article.id()).text()).isEqualTo(CAP);

        stage.arrives(revision("https://a.example/1", "a.example", 0, 30, "Army limit", CAP_AND_NATO));
        assertThat(stage.last(Topics.TEXTS).get(article.id()).text()).isEqualTo(CAP_AND_NATO);

        stage.arrives(revision("https://a.example/1", "a.example", 0, 60, "A win at last", FOOTBALL));
        assertThat(stage.last(Topics.TEXTS)).isEmpty();

        stage.arrives(revision("https://a.example/1", "a.example", 0, 90, "Army limit again", CAP));
        assertThat(stage.last(Topics.TEXTS)).containsKey(article.id());
        stage.arrives(withdrawn(article, 120));
        assertThat(stage.last(Topics.TEXTS)).isEmpty();
    }

    @Test
    void anAnalystsSplitIsCountedAndUndone() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        var copy = revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP);
        stage.arrives(copy);
        stage.decided(decision("1", Override.SPLIT, copy.id(), null, 30));
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/2/0/0");

        stage.decided(decision("2", Override.UNDO, copy.id(), null, 40));
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
    }

    @Test
    void anAnalystsMergeIsCountedWhoeverIsNamedFirst() {
        var earlier = revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP);
        var later = revision("https://b.example/8", "b.example", 25, 26, "A win at last", FOOTBALL);
        stage.decided(decision("1", Override.MERGE, earlier.id(), later.id(), 30));
        stage.decided(decision("1", Override.MERGE, later.id(), earlier.id(), 30));
        stage.arrives(later);
        stage.arrives(earlier);

        assertThat(stage.counts("all")).isEqualTo("2/1/1/0");
        assertThat(stage.last(Topics.STORIES).get(later.id()).story()).isEqualTo(earlier.id());
        assertThat(stage.last(Topics.STORIES).get(later.id()).similarity()).isNull();
    }

    @Test
    void anArticleWhoseTimeIsCorrectedChangesPlaces() {
        var first = revision("https://a.example/1", "a.example", 10, 11, "Army limit", CAP);
        var other = revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP);
        stage.arrives(first);
        stage.arrives(other);
        assertThat(stage.last(Topics.STORIES).get(other.id()).story()).isEqualTo(first.id());

        var corrected = revision("https://a.example/1", "a.example", 15, 40, "Army limit, corrected", CAP_AND_NATO);
        var moved = revision("https://b.example/9", "b.example", 5, 41, "Kyiv told to shrink its army", CAP);
        stage.arrives(corrected);
        stage.arrives(moved);

        assertThat(stage.last(Topics.STORIES).get(first.id()).story()).isEqualTo(other.id());
        assertThat(stage.last(Topics.STORIES).get(other.id()).relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/1/1/0");
    }

    @Test
    void whatEveryArticleOfAnOutletHasIsCountedAsCapped() {
        for (var i = 0; i < 5; i++) {
            var news = "Report number " + i + " of the day says that thing " + i + " was seen at place " + i + ".\n";
            stage.arrives(
                    revision("https://a.example/" + i, "a.example", i, i + 1, "News of kind " + i, news + FOOTBALL));
        }

        assertThat(stage.meters.counter("pointwatch_shingles_capped_total").count())
                .isPositive();
    }

    @Test
    void aTextIsForgottenByWallClockOnceNothingNewCanMatchIt() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.passes(Duration.ofDays(1_000));
        assertThat(stage.meters.counter("pointwatch_documents_expired_total").count())
                .isEqualTo(Probe.SHARDS);

        stage.arrives(revision("https://b.example/9", "b.example", 20, 21, "Kyiv told to shrink army", CAP));
        assertThat(stage.counts("point:army-cap")).isEqualTo("2/2/0/0");
    }

    private static Override decision(String id, String kind, String subject, String with, int minute) {
        return new Override(id, kind, subject, with, null, "analyst", "", Stage.NOON.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void outletsAreDistinctInEveryWindow() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.arrives(revision("https://a.example/2", "a.example", 60, 61, "Army limit and more", CAP_AND_NATO));
        stage.arrives(revision("https://b.example/9", "b.example", 90, 91, "Kyiv told to shrink army", CAP));
        stage.arrives(revision("https://b.example/8", "b.example", 91, 92, "A win at last", FOOTBALL));

        var day = stage.last(Topics.ROLLING).get("point:army-cap@24h");
        assertThat(day.counts().outlets()).isEqualTo(2);
        assertThat(day.previous().articles()).isZero();
    }

    @Test
    void case101_whatCannotBeDecodedIsCountedAndTheStreamGoesOn() {
        stage.arrives("x", "no json".getBytes(StandardCharsets.UTF_8));
        stage.arrives("y", "{\"v\":2}".getBytes(StandardCharsets.UTF_8));
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));

        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        assertThat(stage.meters
                        .counter("pointwatch_dead_letters_total", "stage", "decode")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aRecordUnderAForeignKeyBecomesADeadLetter() {
        var r = revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP);
        stage.arrives("somebody-else", JsonSerde.of(Topics.ARTICLES).encode(r));

        assertThat(stage.raw(Topics.DEAD_LETTERS)).containsOnlyKeys("somebody-else");
        assertThat(stage.last(Topics.COVERAGE)).isEmpty();
    }

    @Test
    void anUnsoundDossierIsRefusedAndTheOneBeforeStaysInForce() {
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.publish(new DossierRecord("small-plan", "2+broken", "2", "broken", "points: ["));
        stage.arrives(revision("https://b.example/1", "b.example", 5, 6, "No NATO", CAP_AND_NATO));

        assertThat(stage.counts("point:nato-membership")).startsWith("1/");
        assertThat(stage.last(Topics.FINDINGS).values())
                .extracting(f -> f.dossierVersion())
                .containsOnly("1+test");
    }

    @Test
    void aNewDossierIsUsedFromTheNextRecordOn() {
        var renamed = Stage.smallDossier().yaml().replace("id: nato-membership", "id: alliance-membership");
        stage.arrives(revision("https://a.example/1", "a.example", 0, 1, "Army limit", CAP));
        stage.publish(new DossierRecord("small-plan", "2+renamed", "2", "renamed", renamed));
        stage.arrives(revision("https://b.example/1", "b.example", 5, 6, "No NATO", CAP_AND_NATO));

        assertThat(stage.counts("point:alliance-membership")).startsWith("1/");
        assertThat(stage.counts("point:nato-membership")).isEqualTo("0/0/0/0");
    }
}
