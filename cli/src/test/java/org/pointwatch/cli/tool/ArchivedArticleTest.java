// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a line of an archive becomes. */
final class ArchivedArticleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LINE = "{'id':7,'url':'https://www.Outlet.example/a?utm_source=x','title':' T\u0000 ',"
            + "'text':'one\\r\\n\\r\\ntwo','published':'2019-03-04T05:06:07Z','language':'de_AT','x':1}";

    private static Revision read(String line) throws BadLine {
        return ArchivedArticle.read(
                (ObjectNode) Json.MAPPER.readTree(line.replace('\'', '"').replace("\u0000", "\\u0000")), NOW);
    }

    @Test
    void anArticleCountsAtItsOriginalTimeUnderTheIdThatAFeedWouldGiveIt() throws BadLine {
        var r = read(LINE);
        assertThat(r.url()).isEqualTo("https://www.outlet.example/a");
        assertThat(r.id()).isEqualTo(Ids.article("https://www.outlet.example/a"));
        assertThat(r.outlet()).isEqualTo("outlet.example");
        assertThat(r.title()).isEqualTo("T");
        assertThat(r.text()).isEqualTo("one\ntwo");
        assertThat(r.revision()).isEqualTo(Ids.revision("T", "", "one\ntwo"));
        assertThat(r.language()).isEqualTo("de");
        assertThat(r.published())
                .isEqualTo("2019-03-04T05:06:07Z")
                .isEqualTo(r.fetched())
                .isEqualTo(r.firstSeen());
        assertThat(r.body()).isEqualTo(Body.FULL);
        assertThat(r.origin()).isEqualTo(Origin.REPLAY);
        assertThat(read(LINE)).isEqualTo(r);
    }

    @Test
    void whatTheArchiveKnowsStands() throws BadLine {
        var r = read(
                "{'id':'x','outlet':'The Paper','text':'','firstSeen':'2020-01-02T00:00:00Z','fetched':'2020-01-03T00:00:00Z'}");
        assertThat(r.outlet()).isEqualTo("The Paper");
        assertThat(r.id()).isEqualTo(Ids.article("The Paper", "id:x"));
        assertThat(r.published()).isNull();
        assertThat(r.firstSeen()).isEqualTo("2020-01-02T00:00:00Z");
        assertThat(r.fetched()).isEqualTo("2020-01-03T00:00:00Z");
    }

    @Test
    void aRecordOfTheTopicComesBackAsItIsButForItsOrigin() throws BadLine {
        var once = read(LINE);
        var json = new String(JsonSerde.of(Topics.ARTICLES).encode(once), StandardCharsets.UTF_8);
        assertThat(read(json)).isEqualTo(once);
        assertThat(read(json.replace("\"v\":1,", "").replace("\"replay\"", "\"live\"")))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|\"text\" is missing or no string",
                "{'text':1}|\"text\" is missing or no string",
                "{'text':'t','published':'2020-01-01'}|neither \"url\" nor \"outlet\"",
                "{'text':'t','outlet':'o','published':'2020-01-01'}|neither \"url\" nor \"id\"",
                "{'text':'t','url':'ftp://o.example/'}|\"url\" is no http",
                "{'text':'t','url':'https://o.example/'}|no \"published\"",
                "{'text':'t','url':'https://o.example/','published':'2099-01-01'}|not in the future",
                "{'text':'t','url':'https://o.example/','published':'1970-01-01'}|from 1995 on",
                "{'text':'t','url':'https://o.example/','published':5}|\"published\" is no string",
                "{'v':2,'revision':'r','body':'full'}|has \"v\":2",
                "{'revision':'r','body':'full'}|no JSON of a Revision"
            })
    void whatCannotBeUsedIsNamedWithItsMend(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(BadLine.class).hasMessageContaining(message);
    }
}
