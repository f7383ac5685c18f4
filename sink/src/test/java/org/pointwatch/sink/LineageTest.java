// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** Where stories come from and how they went round. */
@Tag("broker")
class LineageTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private World world;
    private Publish publish;

    @BeforeEach
    void prepare() {
        world = new World(BROKER, POSTGRES);
        publish = Publish.to(world.kafka);
    }

    @AfterEach
    void close() {
        publish.close();
        world.close();
    }

    private void article(
            String id, String outlet, long lag, @Nullable String agency, Relation relation, @Nullable String of) {
        publish.send(Topics.FINDINGS, id, Samples.credited(id, outlet, NOON.plusSeconds(lag), agency));
        publish.send(Topics.STORIES, id, Samples.story(id, relation, of, lag));
    }

    /** One story of five articles in four outlets, two rewrites of it, and a story that nobody took up. */
    private void publishAll() {
        article("a", "one.example", 0, null, Relation.ORIGINAL, null);
        article("b", "two.example", 600, "ap", Relation.COPY, "a");
        article("c", "three.example", 1_800, "reuters", Relation.COPY, "a");
        article("d", "three.example", 3_700, "reuters", Relation.UPDATE, "a");
        article("e", "four.example", 7_300, null, Relation.COPY, "a");
        article("w", "five.example", 9_000, null, Relation.REWRITE, "c");
        article("v", "six.example", 8_000, null, Relation.REWRITE, "a");
        article("z", "seven.example", 60, null, Relation.ORIGINAL, null);
        publish.flush();
    }

    private List<Object> lineage(String columns, String story) throws SQLException {
        var rows = world.query("SELECT " + columns + " FROM story_lineage WHERE story = '" + story + "'");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void countsAStoryFromItsFirstArticleToItsLast() throws SQLException {
        publishAll();
        world.run();
        assertThat(lineage(
                        "outlet, title, articles, copies, updates, outlets, probable_source, agency, credits,"
                                + " median_lag_seconds, longest_lag_seconds, rewrites, rewritten_as::text",
                        "a"))
                .containsExactly(
                        "one.example",
                        Samples.TITLE,
                        5L,
                        3L,
                        1L,
                        4L,
                        "reuters",
                        "reuters",
                        2L,
                        2_750.0,
                        7_300L,
                        2L,
                        "{v,w}");
        assertThat(lineage(
                        "first_at = '2025-11-22T12:00:00Z', last_at = '2025-11-22T12:00:00Z'::timestamptz + interval '7300 s'",
                        "a"))
                .containsExactly(true, true);
        assertThat(world.query("SELECT story FROM story_lineage ORDER BY 1"))
                .containsExactly(List.of("a"), List.of("v"), List.of("w"), List.of("z"));
    }

    @Test
    void namesTheOutletOfAStoryThatCreditsNobody() throws SQLException {
        publishAll();
        world.run();
        var alone = new ArrayList<Object>(List.of("seven.example", 0L, 1L, 0L, 0L, 1L, 0L, "{}"));
        alone.add(null);
        assertThat(lineage(
                        "probable_source, credits, articles, copies, updates, outlets, rewrites, rewritten_as::text,"
                                + " median_lag_seconds",
                        "z"))
                .isEqualTo(alone);
    }

    @Test
    void ofEqualsTheAgencyCreditedEarliestIsTheSource() throws SQLException {
        publishAll();
        publish.tombstone(Topics.FINDINGS, "d").tombstone(Topics.STORIES, "d").flush();
        world.run();
        assertThat(lineage("probable_source, credits, articles, updates", "a")).containsExactly("ap", 1L, 4L, 0L);
    }

    @Test
    void countsWhatIsThereWhileFindingsAreStillToCome() throws SQLException {
        publish.send(Topics.STORIES, "b", Samples.story("b", Relation.COPY, "a"))
                .flush();
        world.run();
        var unknown = new ArrayList<Object>(List.of(1L, 0L));
        unknown.add(null);
        unknown.add(null);
        assertThat(lineage("articles, outlets, probable_source, first_at", "a")).isEqualTo(unknown);
    }

    @Test
    void showsCopiesByOutletAndHour() throws SQLException {
        publishAll();
        world.run();
        assertThat(world.query("SELECT to_char(hour AT TIME ZONE 'UTC', 'HH24:MI'), outlet, copies, updates"
                        + " FROM story_hours WHERE story = 'a' ORDER BY 1, 2"))
                .containsExactly(
                        List.of("12:00", "three.example", 1L, 0L),
                        List.of("12:00", "two.example", 1L, 0L),
                        List.of("13:00", "three.example", 0L, 1L),
                        List.of("14:00", "four.example", 1L, 0L));
        assertThat(world.query("SELECT DISTINCT story FROM story_hours")).containsExactly(List.of("a"));
    }

    @Test
    void explainsEveryColumnOfItsViews() throws SQLException {
        world.run();
        assertThat(world.query("SELECT a.attname FROM pg_attribute a WHERE a.attnum > 0 AND a.attrelid IN"
                        + " ('story_lineage'::regclass, 'story_hours'::regclass)"
                        + " AND col_description(a.attrelid, a.attnum) IS NULL"))
                .isEmpty();
    }
}
