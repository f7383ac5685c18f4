// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("broker")
class ServicesTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static String url;
    private static String prefix;

    @BeforeAll
    static void remember() {
        url = POSTGRES.jdbcUrl();
        prefix = BROKER.kafka().prefix();
    }

    @Test
    void readsTheLastValueOfEachKey() {
        var kafka = BROKER.fresh();
        try (var publish = Publish.to(kafka)) {
            publish.send(Topics.SUBSCRIPTIONS, "b", feed("b", "first"))
                    .send(Topics.SUBSCRIPTIONS, "b", feed("b", "second"))
                    .send(Topics.SUBSCRIPTIONS, "a", feed("a", "only"))
                    .send(Topics.SUBSCRIPTIONS, "c", feed("c", "gone"))
                    .tombstone(Topics.SUBSCRIPTIONS, "c");
        }
        var collect = Collect.from(kafka);
        assertThat(collect.last(Topics.SUBSCRIPTIONS))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", feed("a", "only"), "b", feed("b", "second")));
        assertThat(collect.values(Topics.SUBSCRIPTIONS)).hasSize(4);
        assertThat(collect.records(Topics.SUBSCRIPTIONS)).hasSize(5);
        assertThat(collect.records(Topics.FEEDS)).isEmpty();
    }

    @Test
    void keepsTheTopicsOfTwoTestsApart() {
        Publish.all(BROKER.kafka(), Topics.SUBSCRIPTIONS, Map.of("a", feed("a", "here")));
        assertThat(Collect.from(BROKER.fresh()).last(Topics.SUBSCRIPTIONS)).isEmpty();
    }

    @Test
    void keepsDatabasesApart() throws SQLException {
        var other = POSTGRES.freshDatabase();
        try (var first = POSTGRES.connect();
                var second = POSTGRES.connect(other)) {
            assertThat(first.getCatalog()).isNotEqualTo(second.getCatalog());
        }
    }

    @Nested
    class SharedWithTheOuterClass {
        @Test
        void keepsItsDatabaseAndTopics() {
            assertThat(POSTGRES.jdbcUrl()).isEqualTo(url);
            assertThat(BROKER.kafka().prefix()).isEqualTo(prefix);
        }
    }

    private static Subscription feed(String url, String title) {
        return new Subscription(url, title, null, null, null, null);
    }
}
