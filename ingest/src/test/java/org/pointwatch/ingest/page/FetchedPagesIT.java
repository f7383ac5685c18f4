// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedFixtureServer;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.Fetcher;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("broker")
@SuppressWarnings("try")
final class FetchedPagesIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(3);

    private static final String TEXT =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month, officials said. "
                    + "Neither side spoke of a breakthrough, but both called the meeting useful.";

    private final KafkaAccess kafka = BROKER.fresh();

    @Test
    void theArticleFollowsItsEntryWithTheTextOfThePage() {
        try (var server = new FeedFixtureServer()) {
            server.serve(
                    "/feed",
                    "<rss version=\"2.0\"><channel><title>Wire</title><item><title>Envoys meet again</title><link>"
                            + server.url("/1") + "</link><description>They met.</description></item></channel></rss>");
            server.serve(
                    "/1",
                    "text/html",
                    ("<html><title>Envoys meet again</title><body><p>" + TEXT + "</p>")
                            .getBytes(StandardCharsets.UTF_8));
            var settings = FetchSettings.defaults()
                    .change()
                    .addressExceptions(Set.of(server.origin()))
                    .intervals(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ZERO)
                    .done();
            try (var writer = new SubscriptionWriter(kafka)) {
                writer.add(List.of(new Subscription(server.url("/feed"), "Wire", "Outlet", null, "en", null)));
            }
            try (var fetcher = Fetcher.start(
                    kafka,
                    settings,
                    PageSettings.DEFAULT.withSpacing(Duration.ZERO),
                    Clock.systemUTC(),
                    new SimpleMeterRegistry())) {
                await().atMost(Duration.ofSeconds(30)).until(() -> articles().size() == 2);
            }
        }
        assertThat(articles()).extracting(Revision::body).containsExactly(Body.FEED_ONLY, Body.FULL);
        assertThat(articles())
                .extracting(Revision::id)
                .containsOnly(articles().get(0).id());
        assertThat(articles().get(1).text()).isEqualTo(TEXT);
        assertThat(articles().get(1).summary()).isEqualTo("They met.");
    }

    private List<Revision> articles() {
        return Collect.from(kafka).values(Topics.ARTICLES);
    }
}
