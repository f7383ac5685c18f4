// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.sentiment.Features;
import org.pointwatch.domain.sentiment.Grains;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.TargetNet;
import org.pointwatch.domain.sentiment.WordClasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SentimentFileTest {
    private static final TargetNet NET = net();

    private static TargetNet net() {
        var rows = new byte[(TargetNet.UNKNOWN + 3) * TargetNet.DEPTH];
        rows[5] = -7;
        return new TargetNet(new TargetNet.Parts(
                new int[] {4, -9},
                new Grains(rows, 0.5f),
                new Grains(new byte[TargetNet.REACH * TargetNet.DEPTH * TargetNet.FILTERS], 1),
                new Grains(new byte[TargetNet.FILTERS], 1),
                new Grains(new byte[TargetNet.SIDES * TargetNet.POOLED], 1),
                new Grains(new byte[] {3, 4}, 0.25f)));
    }

    private static byte[] written() throws IOException {
        return written(NET);
    }

    private static byte[] written(@Nullable TargetNet net) throws IOException {
        var weights = new byte[2 << Features.TABLE_BITS];
        weights[7] = -3;
        var classes = new WordClasses(
                List.of(new WordClasses.Entry("good".hashCode(), new byte[] {0, (byte) 200})), new byte[201]);
        var bytes = new ByteArrayOutputStream();
        SentimentFile.write(new SentimentModel(List.of("en"), classes, weights, 0.5f, 1, 2, net), bytes);
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
        var parts = Objects.requireNonNull(model.net()).parts();
        assertThat(parts.stems()).containsExactly(4, -9);
        assertThat(parts.rows().values()[5]).isEqualTo((byte) -7);
        assertThat(parts.rows().step()).isEqualTo(0.5f);
        assertThat(parts.base().values()).containsExactly(3, 4);
        var again = new ByteArrayOutputStream();
        SentimentFile.write(model, again);
        assertThat(again.toByteArray()).isEqualTo(written());
    }

    @Test
    void aModelNeedsNoNet() throws IOException {
        assertThat(SentimentFile.read(new ByteArrayInputStream(written(null))).net())
                .isNull();
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
