// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Retag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** A new dossier reaches what was tagged before it, where that is asked for. */
class RetagTest {
    private static final String CAP =
            """
            Aides of Donald Trump said on Saturday that the pages on Ukraine are not final, and the draft would cap the country's army at 600,000 soldiers.
            Officials in two capitals described the limit as the hardest part of the whole document to sell at home.
            """;
    private static final String CAP_AND_NATO = CAP + "The text also says that Ukraine will not join NATO.\n";
    private static final Revision FIRST = revision("https://a.example/1", "a.example", 0, 1, "Limits", CAP_AND_NATO);
    private static final Revision EDITED = revision("https://a.example/1", "a.example", 0, 30, "Limits", CAP);

    /** Where the stage's own dossier and the renamed one stand on their topic. */
    private static final long OLD = 0;

    private static final long NEW = 1;

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) {
        stage = new Stage(directory);
        stage.arrives(FIRST);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void findingsAndCountsAreThoseOfTheNewDossier() {
        stage.publish(renamed("2"));
        assertThat(stage.counts("point:nato-membership")).isEqualTo("1/1/0/0");
        ask(FIRST, "2", NEW);

        assertThat(finding().dossierVersion()).isEqualTo("2");
        assertThat(finding().points()).extracting(p -> p.point()).contains("alliance-membership");
        assertThat(stage.counts("point:nato-membership")).isEqualTo("0/0/0/0");
        assertThat(stage.counts("point:alliance-membership")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
        assertThat(stage.counts("all")).isEqualTo("1/1/0/0");
        assertThat(outcomes("tagged")).isEqualTo(1);
    }

    @Test
    void askedOnceMoreItIsLeftAlone() {
        stage.publish(renamed("2"));
        ask(FIRST, "2", NEW);
        var before = stage.raw(Topics.FINDINGS).get(FIRST.id());
        ask(FIRST, "2", NEW);

        assertThat(outcomes("up-to-date")).isEqualTo(1);
        assertThat(stage.raw(Topics.FINDINGS).get(FIRST.id())).isSameAs(before);
        assertThat(stage.counts("point:alliance-membership")).isEqualTo("1/1/0/0");
    }

    @Test
    void anEditThatCameFirstWins() {
        stage.arrives(EDITED);
        stage.publish(renamed("2"));
        ask(FIRST, "2", NEW);

        assertThat(finding().revision()).isEqualTo(EDITED.revision());
        assertThat(finding().dossierVersion()).isEqualTo("2");
        assertThat(stage.counts("point:alliance-membership")).isEqualTo("0/0/0/0");
    }

    @Test
    void anEditAfterTheNewDossierNeedsNoTagging() {
        stage.publish(renamed("2"));
        stage.arrives(EDITED);
        ask(FIRST, "2", NEW);

        assertThat(outcomes("up-to-date")).isEqualTo(1);
        assertThat(stage.counts("point:army-cap")).isEqualTo("1/1/0/0");
    }

    @Test
    void theNewestDossierIsTheOneThatIsUsed() {
        stage.publish(renamed("2"));
        stage.publish(renamed("3"));
        ask(FIRST, "2", NEW);

        assertThat(finding().dossierVersion()).isEqualTo("3");
        assertThat(outcomes("tagged-otherwise")).isEqualTo(1);
    }

    @Test
    void anUnsoundDossierChangesNothing() {
        stage.publish(new DossierRecord("small-plan", "2", "2", "2", "points: ["));
        ask(FIRST, "2", NEW);

        assertThat(finding().dossierVersion()).isEqualTo("1+test");
        assertThat(outcomes("up-to-date")).isEqualTo(1);
    }

    @Test
    void aRequestAheadOfItsDossierGoesRoundForAWhile() {
        ask(FIRST, "2", NEW);
        assertThat(outcomes("put-off")).isEqualTo(RecallArticles.MOST_LAPS);
        assertThat(outcomes("given-up")).isEqualTo(1);
        assertThat(finding().dossierVersion()).isEqualTo("1+test");
    }

    @Test
    void whatCannotBeTaggedAgainIsCounted() {
        stage.publish(renamed("2"));
        stage.asked("nobody", new Retag("small-plan", "2", NEW, 0));
        stage.asked(FIRST.id(), new Retag("another-plan", "2", OLD, 0));
        stage.arrives(withdrawn(FIRST, 40));
        ask(FIRST, "2", NEW);
        stage.arrives(Topics.RETAG, FIRST.id(), "no json".getBytes(StandardCharsets.UTF_8));

        assertThat(outcomes("unknown")).isEqualTo(1);
        assertThat(outcomes("other-dossier")).isEqualTo(1);
        assertThat(outcomes("withdrawn")).isEqualTo(1);
        assertThat(stage.meters
                        .counter("pointwatch_dead_letters_total", "stage", "decode")
                        .count())
                .isEqualTo(1);
        assertThat(stage.last(Topics.FINDINGS)).isEmpty();
        assertThat(stage.counts("all")).isEqualTo("0/0/0/0");
    }

    private void ask(Revision article, String version, long position) {
        stage.asked(article.id(), new Retag("small-plan", version, position, 0));
    }

    private Finding finding() {
        return stage.last(Topics.FINDINGS).get(FIRST.id());
    }

    private double outcomes(String outcome) {
        return Tag.retags(stage.meters, outcome).count();
    }

    private static DossierRecord renamed(String version) {
        var yaml = Stage.smallDossier().yaml().replace("id: nato-membership", "id: alliance-membership");
        return new DossierRecord("small-plan", version, version, version, yaml);
    }
}
