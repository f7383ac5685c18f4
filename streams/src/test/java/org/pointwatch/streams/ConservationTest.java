// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.streams.Conservation.Line;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.fetched;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** Each record that comes in ends in one account, each article in one state, and what is lost is seen. */
class ConservationTest {
    private static final Revision A =
            revision("https://a.example/1", "a.example", 0, 1, "A win at last", "The home side won by two goals.");
    private static final Revision EDITED =
            revision("https://a.example/1", "a.example", 0, 9, "A win at last", "The home side won by three goals.");
    private static final Revision B =
            revision("https://b.example/1", "b.example", 0, 1, "Rain", "It rained all day in the north.");

    @Test
    void everyRecordEndsInOneAccountAndEveryArticleInOneState(@TempDir Path directory) {
        try (var stage = new Stage(directory)) {
            stage.arrives(A);
            stage.arrives(A);
            stage.arrives(EDITED);
            stage.arrives(B);
            stage.arrives(withdrawn(B, 30));
            stage.arrives(fetched(A.firstSeen().plus(EventTime.HORIZON.plusDays(1)), B));
            stage.arrives("x", "no json".getBytes(StandardCharsets.UTF_8));
            stage.arrives("somebody-else", JsonSerde.of(Topics.ARTICLES).encode(A));
            stage.arrives(Topics.ARTICLES, A.id(), null);

            assertThat(stage.gauge("pointwatch_articles_in")).isEqualTo(9);
            assertThat(account(stage, "counted")).isEqualTo(4);
            assertThat(account(stage, "seen-before")).isEqualTo(1);
            assertThat(account(stage, "expired")).isEqualTo(1);
            assertThat(account(stage, "dead-lettered")).isEqualTo(2);
            assertThat(account(stage, "refused")).isEqualTo(1);
            assertThat(state(stage, "known")).isEqualTo(2);
            assertThat(state(stage, "posted")).isEqualTo(1);
            assertThat(state(stage, "withdrawn")).isEqualTo(1);
            assertThat(state(stage, "waiting")).isZero();
            assertThat(stage.conservationDifference()).isZero();
        }
    }

    private static double account(Stage stage, String account) {
        return stage.gauge("pointwatch_articles_account", "account", account);
    }

    private static double state(Stage stage, String state) {
        return stage.gauge("pointwatch_articles_state", "state", state);
    }

    @Test
    void aRecordThatNobodyTakesOnIsMissed() {
        var conservation = new Conservation(new SimpleMeterRegistry());
        var books = context();
        var entry = new ReadArticles(conservation);
        entry.init(books);

        entry.process(new Record<>(A.id(), JsonSerde.of(Topics.ARTICLES).encode(A), 0));

        assertThat(conservation.sum(Line.IN)).isEqualTo(1);
        assertThat(conservation.difference()).isEqualTo(1);
    }

    @Test
    void anArticleThatIsKeptAndNeverPostedIsMissed() {
        var conservation = new Conservation(new SimpleMeterRegistry());
        var books = conservation.open(context());

        books.recordBegins();
        books.articleMoves(null, Line.KNOWN);
        books.recordIs(Line.COUNTED);
        books.recordEnds();

        assertThat(conservation.difference()).isEqualTo(1);
    }

    @Test
    void theBooksGoOnAfterARestart() {
        var context = context();
        var first = new Conservation(new SimpleMeterRegistry()).open(context);
        first.recordBegins();
        first.recordIs(Line.SEEN_BEFORE);
        first.recordEnds();

        var again = new Conservation(new SimpleMeterRegistry());
        again.open(context);

        assertThat(again.sum(Line.SEEN_BEFORE)).isEqualTo(1);
        assertThat(again.difference()).isZero();
    }

    private static MockProcessorContext<String, @Nullable Revision> context() {
        var context = new MockProcessorContext<String, @Nullable Revision>();
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Conservation.STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        context.setCurrentSystemTimeMs(Duration.ofDays(1).toMillis());
        return context;
    }
}
