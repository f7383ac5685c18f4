// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.sentiment.Label;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {
    private static final ModelFiles FILES = new ModelFiles(Path.of("m"), Path.of("t"), Path.of("c"));

    private static List<Label> values(List<String> names, String mapping) {
        return Labels.of(FILES, names, mapping).values();
    }

    @Test
    void understandsUsualNames() {
        assertThat(values(List.of("POSITIVE", "NEGATIVE"), "")).containsExactly(Label.POSITIVE, Label.NEGATIVE);
        assertThat(values(List.of("neg", "neu", "pos"), "")).containsExactly(Label.values());
        assertThat(values(List.of("1 star", "2 stars", "3 stars", "4 stars", "5 stars"), ""))
                .containsExactly(Label.NEGATIVE, Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE, Label.POSITIVE);
        assertThat(values(List.of("Very Negative", "mixed", "very_positive"), ""))
                .containsExactly(Label.values());
    }

    @Test
    void takesNamesOrPlaces() {
        var names = List.of("contradiction", "entailment", "neutral");
        assertThat(values(names, "contradiction=negative, entailment = positive"))
                .containsExactly(Label.NEGATIVE, Label.POSITIVE, Label.NEUTRAL);
        assertThat(values(names, "1=positive,0=1 star")).containsExactly(Label.NEGATIVE, Label.POSITIVE, Label.NEUTRAL);
        assertThat(values(List.of(), "1=positive,0=negative")).containsExactly(Label.NEGATIVE, Label.POSITIVE);
        assertThat(values(List.of("a=b", "c"), "a=b=negative,c=positive"))
                .containsExactly(Label.NEGATIVE, Label.POSITIVE);
    }

    @Test
    void takesTheUsersWordOverTheModels() {
        assertThat(values(List.of("negative", "positive"), "negative=positive,positive=negative"))
                .containsExactly(Label.POSITIVE, Label.NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource({
        // the likeliest label stands, and the score with it
        "0,  0,  0,     0,     NEUTRAL",
        "0,  0,  9,     1000,  POSITIVE",
        "9,  0,  0,    -1000,  NEGATIVE",
        "1,  1,  0,    -100,   NEUTRAL",
        "0,  1000, 0,   0,     NEUTRAL",
        "1e30, 0, 0,   -1000,  NEGATIVE",
        "-Infinity, 0, -Infinity, 0, NEUTRAL"
    })
    void weighsThreeLabels(float negative, float neutral, float positive, int thousandths, Label label) {
        var labels = Labels.of(FILES, List.of("negative", "neutral", "positive"), "");
        var sentiment = Verdict.of(new float[] {negative, neutral, positive}, labels);
        assertThat(sentiment).isNotNull();
        assertThat(sentiment.thousandths()).isEqualTo(thousandths);
        assertThat(sentiment.label()).isEqualTo(label);
    }

    @Test
    void addsUpLabelsOfOneSide() {
        var labels = Labels.of(FILES, List.of("1 star", "2 stars", "3 stars", "4 stars", "5 stars"), "");
        // No single label beats three stars, but the two below it do together.
        var sentiment = Verdict.of(new float[] {1, 1, 1.5F, -2, -2}, labels);
        assertThat(sentiment).isNotNull();
        assertThat(sentiment.label()).isEqualTo(Label.NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, NEUTRAL", "0, 1, NEUTRAL", "0, 1.2, POSITIVE", "1.2, 0, NEGATIVE", "1, 0, NEUTRAL"})
    void asksAModelWithoutNeutralToBeSure(float negative, float positive, Label label) {
        var labels = Labels.of(FILES, List.of("negative", "positive"), "");
        var sentiment = Verdict.of(new float[] {negative, positive}, labels);
        assertThat(sentiment).isNotNull();
        assertThat(sentiment.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "0, NaN", "Infinity, 0", "-Infinity, -Infinity"})
    void saysNothingByNoNumbers(float negative, float positive) {
        var labels = Labels.of(FILES, List.of("negative", "positive"), "");
        assertThat(Verdict.of(new float[] {negative, positive}, labels)).isNull();
    }
}
