// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** What a careful reader makes of more than 200 sentences of our own, in five languages. */
class GoldTest {
    private static final int LINES = 200;
    private static final double ENOUGH = 0.98;

    private record Line(String language, LocalDateTime reference, String text, List<String> expected) {}

    @Test
    void readsTheGoldSentences() throws IOException {
        var lines = lines();
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var found = told(DateFinder.of(line.language).find(line.text, context(line)));
            if (!found.equals(line.expected)) {
                wrong.add(line.text + "\n  + " + found + "\n  - " + line.expected);
            }
        }
        assertThat(lines).hasSizeGreaterThan(LINES);
        assertThat(1 - (double) wrong.size() / lines.size())
                .as(String.join("\n", wrong))
                .isGreaterThan(ENOUGH);
    }

    @Test
    void readsTokensLikeTexts() throws IOException {
        for (var line : lines()) {
            var finder = DateFinder.of(line.language);
            var tokens = Tokens.plain("Title of " + line.text, line.text, line.language);
            assertThat(finder.find(tokens, context(line))).isEqualTo(finder.find(tokens.text(), context(line)));
        }
    }

    private static DateContext context(Line line) {
        return DateContext.of(line.reference, ZoneOffset.UTC);
    }

    private static List<String> told(List<DateExpression> found) {
        return found.stream()
                .map(e -> e.text() + " = " + days(e) + e.precision().label())
                .toList();
    }

    private static String days(DateExpression e) {
        if (e.from() == null && e.to() == null) {
            return "? ";
        }
        var from = e.from() == null ? "" : e.from();
        return from.equals(e.to())
                ? from + " "
                : (from + " .. " + Objects.requireNonNullElse(e.to(), "") + " ")
                        .stripLeading()
                        .replaceAll(" +", " ");
    }

    private static List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        var language = "";
        var reference = LocalDateTime.MIN;
        try (var in = GoldTest.class.getResourceAsStream("gold.txt");
                var reader =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("> ")) {
                    language = line.split(" ")[1];
                    reference = LocalDateTime.parse(line.split(" ")[2]);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line(language, reference, line));
                }
            }
        }
        return lines;
    }

    private static Line line(String language, LocalDateTime reference, String marked) {
        var text = new StringBuilder();
        var expected = new ArrayList<String>();
        var at = 0;
        for (var open = marked.indexOf('{'); open >= 0; open = marked.indexOf('{', at)) {
            var close = marked.indexOf('}', open);
            var expression = marked.substring(open + 1, close);
            text.append(marked, at, open).append(expression, 0, expression.indexOf(" = "));
            expected.add(expression);
            at = close + 1;
        }
        return new Line(
                language, reference, text.append(marked, at, marked.length()).toString(), expected);
    }
}
