// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {
    private static final String TEXT = "one two three four five six seven eight nine";

    private static Excerpt around(String text, String target, int room) {
        var start = text.indexOf(target);
        return Excerpt.around(text, 0, text.length(), start, start + target.length(), room);
    }

    @Test
    void keepsAllThatFits() {
        assertThat(around(TEXT, "five", 100))
                .isEqualTo(new Excerpt("one two three four ", "five", " six seven eight nine"));
    }

    @Test
    void cutsAtBlanksOnBothSides() {
        assertThat(around(TEXT, "five", 20)).isEqualTo(new Excerpt("four ", "five", " six"));
    }

    @Test
    void givesOneSideWhatTheOtherDoesNotNeed() {
        assertThat(around(TEXT, "one", 20)).isEqualTo(new Excerpt("", "one", " two three four"));
        assertThat(around(TEXT, "nine", 20)).isEqualTo(new Excerpt("six seven eight ", "nine", ""));
    }

    @Test
    void staysInTheSentence() {
        assertThat(Excerpt.around(TEXT, 4, 18, 8, 13, 100)).isEqualTo(new Excerpt("two ", "three", " four"));
    }

    @Test
    void cutsALongTarget() {
        assertThat(around(TEXT, TEXT, 20).target()).isEqualTo("one two th");
        assertThat(around("😀😀", "😀😀", 2).target()).isEqualTo("😀");
        assertThat(around("😀😀", "😀😀", 6).target()).isEqualTo("😀");
    }

    @Test
    void mendsHalvesOfCharacters() {
        assertThat(around("a\uD800b hero \uDC00", "hero", 50)).isEqualTo(new Excerpt("a\uFFFDb ", "hero", " \uFFFD"));
        assertThat(around("a😀 hero", "hero", 50).text()).isEqualTo("a😀 hero");
    }

    @Test
    void neverTakesMoreThanItsRoom() {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var k = 1 + random.nextInt(60); k > 0; k--) {
                text.append(List.of("a", " ", "😀", "\uD83D", "\uDE00", "word").get(random.nextInt(6)));
            }
            var start = random.nextInt(text.length());
            var stop = start + 1 + random.nextInt(text.length() - start);
            var room = random.nextInt(70);
            var excerpt = Excerpt.around(text.toString(), 0, text.length(), start, stop, room);
            assertThat(excerpt.target()).isNotEmpty();
            assertThat(excerpt.text().length()).isLessThanOrEqualTo(Math.max(2, room));
            assertThat(excerpt.text().codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000))
                    .isTrue();
        }
    }

    @Test
    void takesMarksApart() {
        var marks = new Marks(List.of("[SEP]", " <s> ", "[T]", "|", "😀x", ""));
        assertThat(marks.defuse("a [SEP] b[T][T] | <s> 😀x [sep]")).isEqualTo("a [ SEP] b[ T][ T] | < s> 😀 x [sep]");
        var plain = "nothing [here <a>";
        assertThat(marks.defuse(plain)).isSameAs(plain);
    }
}
