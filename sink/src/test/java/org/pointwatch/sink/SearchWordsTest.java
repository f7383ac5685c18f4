// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.search.WiderQuery;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** No article is missed that PostgreSQL would find by its title or one of its sentences. */
class SearchWordsTest {
    private static final List<String> BITS = List.of(
            "army",
            "Army's",
            "600,000",
            "12.5kg",
            "-5",
            "1e5x",
            "v1.2beta",
            "a-b-c",
            "example.org/pathсвіт",
            "x@example.org",
            "https://example.org/a?b=c",
            "ΟΔΟΣ",
            "İstanbul",
            "ß",
            "café",
            "cafe\u0301",
            "«слово»",
            "№7",
            "m²",
            "<b>bold</b>",
            "&amp;",
            "&ampfoo",
            "O’Neil",
            "U.S.",
            "/usr/lib/x.so",
            "你好世界",
            "१२३",
            "ⅷ",
            "👍",
            "'",
            "\\",
            "\"",
            "_x_y",
            "т.е.",
            "3rd",
            "é",
            "...",
            "100%",
            "a/b",
            "żołnierz",
            "C++",
            "=1+1",
            "\t",
            "word",
            "𐐀x");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private Direct direct;

    @BeforeEach
    void prepare() throws SQLException {
        direct = new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()));
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    private static String text(Random random, int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> BITS.get(random.nextInt(BITS.size())) + (random.nextInt(3) == 0 ? "" : " "))
                .collect(Collectors.joining());
    }

    private static String query(Random random) {
        var q = text(random, 2);
        return switch (random.nextInt(4)) {
            case 0 -> "\"" + q.replace("\"", "") + "\"";
            case 1 -> q + " or " + text(random, 2);
            case 2 -> q + " -" + text(random, 1);
            default -> q;
        };
    }

    @Test
    void missesNothing() throws SQLException {
        var random = new Random(16);
        for (var i = 0; i < 400; i++) {
            var body = text(random, 6) + " cap on the army";
            direct.put(Topics.FINDINGS, "a" + i, Samples.finding("a" + i, "one.example", NOON, text(random, 4), body));
        }
        direct.store();
        var found = 0;
        for (var i = 0; i < 400; i++) {
            var query = query(random);
            var matching = matching(query, "true");
            found += matching.size();
            var tree = tree(query);
            var wider = tree == null ? null : WiderQuery.of(tree);
            if (wider != null) {
                var kept = "f.search_words @@ '" + wider.replace("'", "''") + "'::tsquery";
                assertThat(matching(query, kept)).as(query + " as " + wider).isEqualTo(matching);
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private String tree(String query) throws SQLException {
        return (String) direct.query("SELECT querytree(websearch_to_tsquery('simple', " + literal(query) + "))")
                .get(0)
                .get(0);
    }

    private List<List<Object>> matching(String query, String condition) throws SQLException {
        var q = "websearch_to_tsquery('simple', " + literal(query) + ")";
        return direct.query("SELECT DISTINCT f.article FROM findings f JOIN mentions m ON m.article = f.article WHERE ("
                + "to_tsvector('simple', f.title) @@ " + q + " OR to_tsvector('simple', m.sentence) @@ " + q + ") AND "
                + condition + " ORDER BY 1");
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Test
    void keepsNothingOfAnArticleWithoutMentions() throws SQLException {
        direct.put(Topics.FINDINGS, "a", Samples.finding("a", "o", NOON, "Title", List.of(), List.of(), List.of()))
                .put(Topics.FINDINGS, "b", Samples.finding("b", "o", NOON))
                .store();
        assertThat(direct.query("SELECT article, length(search_words) > 5 FROM findings ORDER BY 1"))
                .containsExactly(List.of("a", false), List.of("b", true));
    }
}
