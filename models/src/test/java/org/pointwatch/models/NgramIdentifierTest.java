// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.language.Languages;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentences of our own, in languages/: one a line, after its language. unseen.tsv was written after all constants were chosen, and changed none. */
final class NgramIdentifierTest {
    private static final NgramIdentifier IDENTIFIER = new NgramIdentifier();
    private static final Set<String> FOLLOWED = Set.of("en", "uk", "ru", "de", "fr", "pl", "es");

    private record Line(String language, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"headlines", "kept-back", "unseen", "summaries"})
    void mistakesNothingThatItSettlesOnAlone(String file) throws IOException {
        assertThat(read(file))
                .allSatisfy(line -> assertThat(settled(line, null)).isIn(line.language(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headlines", "kept-back", "unseen", "summaries"})
    void isNotMisledByATrueClaim(String file) throws IOException {
        assertThat(read(file))
                .allSatisfy(line -> assertThat(settled(line, line.language())).isEqualTo(line.language()));
    }

    @ParameterizedTest
    @CsvSource({"headlines, 0.85, 0.85", "kept-back, 0.85, 0.85", "unseen, 0.85, 0.85", "summaries, 1, 1"})
    void settlesOnMostTextsAlone(String file, double all, double followed) throws IOException {
        var lines = read(file);
        assertThat(share(lines, (l, s) -> l.language().equals(s))).isGreaterThanOrEqualTo(all);
        lines.removeIf(l -> !FOLLOWED.contains(l.language()));
        assertThat(share(lines, (l, s) -> l.language().equals(s))).isGreaterThanOrEqualTo(followed);
    }

    @Test
    void believesAParagraphRatherThanTheFeed() throws IOException {
        var articles = new LinkedHashMap<String, StringBuilder>();
        for (var line : read("summaries")) {
            articles.computeIfAbsent(line.language(), l -> new StringBuilder())
                    .append(line.text())
                    .append(' ');
        }
        articles.forEach((language, text) -> assertThat(settled(new Line(language, text.toString()), "ro-RO"))
                .isEqualTo(language));
    }

    @ParameterizedTest
    @CsvSource({
        "UKRAINE: TALKS END WITHOUT A DEAL IN GENEVA AS TRUMP AND ZELENSKY DISAGREE, en",
        "DAS WEISSE HAUS NENNT DIE GESPRÄCHE IN GENF FRUCHTBAR, de",
        "Read https://www.example.org/de/nachrichten/krieg/ or mail die.zeitung@example.de for the whole story, en",
        "«Мы ждём ответа» (\"We are waiting for an answer\") сказал пресс-секретарь журналистам в понедельник, ru"
    })
    void looksAtTheWordsOnly(String text, String language) {
        assertThat(settled(new Line(language, text), null)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "28", "— 1,000 … 2025-11-27 !!!", "👍👍", "https://example.org/a/b", "\ud83d", "́"})
    void saysNothingWithoutALetter(String text) {
        assertThat(IDENTIFIER.identify("", text)).isNull();
    }

    @Test
    void readsDecomposedLettersLikeWholeOnes() {
        var text = "Київ відкинув обмеження чисельності війська";
        assertThat(IDENTIFIER.identify(Normalizer.normalize(text, Normalizer.Form.NFD), ""))
                .isEqualTo(IDENTIFIER.identify(text, ""));
    }

    @Test
    void readsTheBeginningOnly() {
        var text = "Die Regierung hat am Montag über den Entwurf beraten. ".repeat(10);
        assertThat(IDENTIFIER.identify("", text + "and now for something different ".repeat(5_000)))
                .isEqualTo(IDENTIFIER.identify("", text));
        assertThat(IDENTIFIER.identify("", "1 ".repeat(100_000) + text)).isNull();
    }

    @Test
    void answersOnAnyText() {
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            var span = 1 << 4 + random.nextInt(13);
            for (var n = random.nextInt(400); n > 0; n--) {
                text.append((char) random.nextInt(span));
            }
            Languages.settle(IDENTIFIER.identify("", text.toString()), "en");
        }
        for (var text :
                List.of("a".repeat(500), "aaaa ".repeat(100), "щ".repeat(500), "ß ".repeat(300), "'".repeat(99))) {
            Languages.settle(IDENTIFIER.identify(text, text), null);
        }
    }

    private static String settled(Line line, String declared) {
        return Languages.settle(IDENTIFIER.identify("", line.text()), declared);
    }

    private static double share(List<Line> lines, BiPredicate<Line, String> right) {
        return (double) lines.stream()
                        .filter(l -> right.test(l, settled(l, null)))
                        .count()
                / lines.size();
    }

    private static List<Line> read(String file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var in = NgramIdentifierTest.class.getResourceAsStream("/languages/" + file + ".tsv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var fields = line.split("\t");
                lines.add(new Line(fields[0], fields[1]));
            }
        }
        return lines;
    }
}
