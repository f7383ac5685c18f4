// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.http.Cost;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.wire.record.FeedState.KnownEntry;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds that do not keep to what ids, links and dates are for: nothing floods, nothing is lost. */
final class LyingFeedTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final Subscription SUBSCRIPTION =
            new Subscription("https://liar.example/rss", "Liar", null, null, "en", null);

    private List<KnownEntry> known = List.of();
    private int poll;

    private static FeedEntry entry(@Nullable String id, String title, @Nullable String link, @Nullable String date) {
        return new FeedEntry(id, title, link, date, null, "Text of " + title, "", null, null);
    }

    private List<Revision> poll(List<FeedEntry> entries) {
        var feed = new ParsedFeed(
                "rss_2.0", "Liar", "https://liar.example/", null, null, entries, ParsedFeed.Rung.STRICT, 0, List.of());
        var now = NOW.plus(Duration.ofHours(poll++));
        var harvest =
                Cost.of(() -> Harvest.of(SUBSCRIPTION, feed, known, 2_000, now)).within();
        known = harvest.known();
        return harvest.revisions();
    }

    private static List<FeedEntry> entries(int n, IntFunction<FeedEntry> entry) {
        var all = new ArrayList<FeedEntry>();
        for (var i = 0; i < n; i++) {
            all.add(entry.apply(i));
        }
        return all;
    }

    private static String date(int hour) {
        return NOW.minus(Duration.ofHours(hour)).toString();
    }

    @Test
    void oneGuidForAllWithoutLinks() {
        assertThat(poll(entries(5, i -> entry("same", "Title " + i, null, date(i)))))
                .hasSize(5);
        assertThat(poll(entries(6, i -> entry("same", "Title " + i, null, date(i)))))
                .hasSize(1);
    }

    @Test
    void oneGuidForAllFromTheFirstEntryOn() {
        for (var n = 1; n <= 6; n++) {
            var size = n;
            assertThat(poll(entries(size, i -> entry("same", "Title " + i, null, date(i)))))
                    .as("entries: %d", n)
                    .hasSize(1);
        }
    }

    @Test
    void oneGuidForAllWithLinks() {
        for (var round = 0; round < 3; round++) {
            assertThat(poll(entries(5, i -> entry("same", "Title " + i, "https://liar.example/" + i, date(i)))))
                    .hasSize(round == 0 ? 5 : 0);
        }
    }

    @Test
    void case12_sameGuidWithManyTitlesAndNothingElse() {
        var entries = new ArrayList<FeedEntry>();
        for (var i = 0; i < 5_000; i++) {
            entries.add(new FeedEntry("g", "Title " + i, null, null, null, "", "", null, null));
        }
        assertThat(poll(entries)).extracting(Revision::title).containsExactly("Title 4999");
    }

    @Test
    void case14_withoutGuidLinkAndTitleItIsLeftOutAlone() {
        var nothing = new FeedEntry(null, "", null, null, null, "", "", null, null);
        var feed = new ParsedFeed(
                "rss_2.0",
                "Liar",
                null,
                null,
                null,
                List.of(entry("1", "One", null, null), nothing, entry("2", "Two", null, null)),
                ParsedFeed.Rung.STRICT,
                0,
                List.of());
        var harvest = Harvest.of(SUBSCRIPTION, feed, List.of(), 2_000, NOW);
        assertThat(harvest.revisions()).extracting(Revision::title).containsExactlyInAnyOrder("One", "Two");
        assertThat(harvest.counts()).containsEntry("refused-nameless", 1);
    }

    @Test
    void case13_oneGuidInTwoFeedsIsTwoEntries() {
        var other = new Subscription("https://other.example/rss", "Other", null, null, "en", null);
        var feed = new ParsedFeed(
                "rss_2.0",
                "Other",
                null,
                null,
                null,
                List.of(entry("1", "One", null, null)),
                ParsedFeed.Rung.STRICT,
                0,
                List.of());
        var there = Harvest.of(other, feed, List.of(), 2_000, NOW).revisions();
        assertThat(poll(List.of(entry("1", "One", null, null))).get(0).id())
                .isNotEqualTo(there.get(0).id());
    }

    @Test
    void aNewGuidAtEachPollWithoutLinks() {
        for (var round = 0; round < 4; round++) {
            var salt = round;
            assertThat(poll(entries(5, i -> entry("g" + i + "-" + salt, "Title " + i, null, date(i)))))
                    .as("poll %d", round)
                    .hasSize(round == 0 ? 5 : 0);
        }
        assertThat(poll(entries(6, i -> entry("g" + i + "-x", "Title " + i, null, date(i)))))
                .extracting(Revision::title)
                .containsExactly("Title 5");
    }

    @Test
    void aNewGuidAndANewDateAtEachPollWithoutLinks() {
        for (var round = 0; round < 4; round++) {
            var salt = round;
            assertThat(poll(entries(5, i -> entry("g" + i + "-" + salt, "Title " + i, null, date(i + salt)))))
                    .as("poll %d", round)
                    .hasSize(round == 0 ? 5 : 0);
        }
    }

    @Test
    void aNewLinkAtEachPoll() {
        for (var round = 0; round < 4; round++) {
            var salt = round;
            assertThat(poll(entries(
                            5, i -> entry(null, "Title " + i, "https://liar.example/" + salt + "/" + i, date(i)))))
                    .as("poll %d", round)
                    .hasSize(round == 0 ? 5 : 0);
        }
    }

    @Test
    void aColumnWithTheSameWordsEachDayIsNewEachDay() {
        for (var day = 0; day < 4; day++) {
            var link = "https://liar.example/letters/" + day;
            assertThat(poll(List.of(entry("l" + day, "Letters to the editor", link, date(-24 * day)))))
                    .as("day %d", day)
                    .hasSize(1);
        }
    }

    @Test
    void case53_datesThatChangeAtEachPoll() {
        for (var round = 0; round < 4; round++) {
            var salt = round;
            assertThat(poll(entries(5, i -> entry("g" + i, "Title " + i, "https://liar.example/" + i, date(salt)))))
                    .hasSize(round == 0 ? 5 : 0);
        }
        assertThat(known).allSatisfy(k -> assertThat(k.published()).isEqualTo(NOW));
    }

    @Test
    void anEmptyListAndThenEverythingAgain() {
        var all = entries(30, i -> entry("g" + i, "Title " + i, "https://liar.example/" + i, date(i)));
        assertThat(poll(all)).hasSize(30);
        assertThat(poll(List.of())).isEmpty();
        assertThat(poll(all)).isEmpty();
        assertThat(poll(List.of())).isEmpty();
        assertThat(poll(all)).isEmpty();
    }

    @Test
    void case54_anArchiveAtOnceComesOnceAndPushesNothingOut() {
        var news = entries(20, i -> entry("n" + i, "News " + i, "https://liar.example/n" + i, date(i)));
        assertThat(poll(news)).hasSize(20);
        var archive =
                entries(1_980, i -> entry("a" + i, "Old " + i, "https://liar.example/a" + i, date(24 * 3_650 + i)));
        var both = new ArrayList<>(news);
        both.addAll(archive);
        assertThat(poll(both)).hasSize(1_980).allSatisfy(r -> assertThat(r.title())
                .startsWith("Old"));
        assertThat(poll(both)).isEmpty();
        assertThat(poll(news)).isEmpty();
    }

    @Test
    void case108_twoDocumentsInTurn() {
        var a = entries(10, i -> entry("a" + i, "A " + i, "https://liar.example/a" + i, date(i)));
        var b = entries(10, i -> entry("b" + i, "B " + i, "https://liar.example/b" + i, date(i)));
        assertThat(poll(a)).hasSize(10);
        assertThat(poll(b)).hasSize(10);
        for (var i = 0; i < 10; i++) {
            assertThat(poll(i % 2 == 0 ? a : b)).isEmpty();
        }
    }

    @Test
    void case100_outOfOrderAndAgainAfterEightDays() {
        var one = entry("1", "One", "https://liar.example/1", date(1));
        var two = entry("2", "Two", "https://liar.example/2", date(2));
        assertThat(poll(List.of(one, two, one))).hasSize(2);
        assertThat(poll(List.of(two, one))).isEmpty();
        poll += 8 * 24;
        assertThat(poll(List.of(one))).isEmpty();
    }
}
