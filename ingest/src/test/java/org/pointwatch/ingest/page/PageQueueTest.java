// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;

import static org.assertj.core.api.Assertions.assertThat;

final class PageQueueTest {
    static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final PageOwner OWNER = (page, revision, refused) -> true;

    private final PageQueue queue = new PageQueue(Duration.ofSeconds(5), 3);

    static Revision entry(String url, String title, String summary) {
        return new Revision(
                Ids.article(url),
                Ids.revision(title, summary, ""),
                "https://a.example/feed",
                "a.example",
                null,
                url,
                title,
                summary,
                "",
                false,
                "en",
                null,
                null,
                null,
                "none",
                null,
                NOW,
                NOW,
                Body.FEED_ONLY,
                Origin.LIVE);
    }

    private static PageTask task(String url) {
        return task(url, OWNER);
    }

    private static PageTask task(String url, PageOwner owner) {
        return PageTask.of(PageTask.waiting(entry(url, "A title", "")), owner);
    }

    private static String taken(PageQueue queue, Instant at) {
        var task = queue.take(at);
        return task == null ? "" : task.url();
    }

    @Test
    void asksAHostOnceAtATimeAndWithAPause() {
        queue.add(task("https://a.example/1"), NOW);
        queue.add(task("https://www.a.example/2"), NOW);
        queue.add(task("https://b.example/1"), NOW);
        assertThat(taken(queue, NOW)).isEqualTo("https://a.example/1");
        assertThat(taken(queue, NOW)).isEqualTo("https://b.example/1");
        assertThat(taken(queue, NOW.plusSeconds(60))).isEmpty();
        queue.done("a.example", NOW.plusSeconds(1));
        assertThat(taken(queue, NOW.plusSeconds(4))).isEmpty();
        assertThat(taken(queue, NOW.plusSeconds(5))).isEqualTo("https://www.a.example/2");
    }

    @Test
    void honoursLongerPausesAndRefusals() {
        queue.slow("a.example", Duration.ofSeconds(30), NOW);
        queue.add(task("https://a.example/1"), NOW);
        queue.add(task("https://a.example/2"), NOW);
        assertThat(taken(queue, NOW)).isNotEmpty();
        queue.done("a.example", NOW);
        assertThat(taken(queue, NOW.plusSeconds(29))).isEmpty();
        queue.hold("a.example", NOW.plusSeconds(100), NOW);
        assertThat(taken(queue, NOW.plusSeconds(99))).isEmpty();
        assertThat(taken(queue, NOW.plusSeconds(100))).isEqualTo("https://a.example/2");
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThat(queue.add(task("https://a.example/1"), NOW)).isTrue();
        assertThat(queue.add(task("https://a.example/2"), NOW)).isTrue();
        assertThat(queue.add(task("https://a.example/3"), NOW)).isTrue();
        assertThat(queue.add(task("https://a.example/4"), NOW)).isFalse();
        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.room()).isZero();
    }

    @Test
    void letsGoOfWhatAnotherOwnerTakesOver() {
        PageOwner other = (page, revision, refused) -> false;
        queue.add(task("https://a.example/1"), NOW);
        queue.add(task("https://a.example/2", other), NOW);
        queue.add(task("https://b.example/1", other), NOW);
        assertThat(queue.withdraw(other)).isEqualTo(2);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(taken(queue, NOW)).isEqualTo("https://a.example/1");
        queue.done("a.example", NOW);
        assertThat(taken(queue, NOW.plusSeconds(60))).isEmpty();
        assertThat(queue.withdraw(other)).isZero();
    }
}
