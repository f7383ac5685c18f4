// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.WordClasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SentimentFileTest {
    private static byte[] written() throws IOException {
        var weights = new byte[2 << Features.TABLE_BITS];
        weights[7] = -3;
        var classes = new WordClasses(
                List.of(new WordClasses.Entry("good".hashCode(), new byte[] {0, (byte) 200})), new byte[201]);
        var bytes = new ByteArrayOutputStream();
        SentimentFile.write(new SentimentModel(List.of("en"), classes, weights, 0.5f, 1, 2), bytes);
        return bytes.toByteArray();
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        var model = SentimentFile.read(new ByteArrayInputStream(written()));
        assertThat(model.languages()).containsExactly("en");
        assertThat(model.weights()[7]).isEqualTo((byte) -3);
        assertThat(model.step()).isEqualTo(0.5f);
        assertThat(model.classes().entries()).singleElement().satisfies(e -> assertThat(e.classes())
                .containsExactly(0, 200));
        var again = new ByteArrayOutputStream();
        SentimentFile.write(model, again);
        assertThat(again.toByteArray()).isEqualTo(written());
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        var other = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(other)) {
            deflating.write(new byte[100]);
        }
        assertThatThrownBy(() -> SentimentFile.read(new ByteArrayInputStream(other.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no sentiment model");
        assertThatThrownBy(() -> SentimentFile.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theShippedModelSpeaksEnglishAlone() {
        assertThat(Sentiments.shipped().speaks("en")).isTrue();
        assertThat(Sentiments.shipped().speaks("uk")).isFalse();
        assertThat(Sentiments.shipped().speaks(null)).isFalse();
    }
}
