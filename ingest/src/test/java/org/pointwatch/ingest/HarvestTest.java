// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.wire.record.FeedState.KnownEntry;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;

final class HarvestTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final Subscription SUBSCRIPTION =
            new Subscription("https://feeds.wire.example/rss", "Wire", null, "agencies", "en", "Europe/Kyiv");

    private static FeedEntry entry(String id, String link, String title, String date) {
        return new FeedEntry(id, title, link, date, null, "Summary.", "", null, null);
    }

    private static ParsedFeed feed(FeedEntry... entries) {
        return new ParsedFeed(
                "rss_2.0",
                "Wire",
                "https://wire.example/",
                null,
                null,
                List.of(entries),
                ParsedFeed.Rung.STRICT,
                0,
                List.of());
    }

    private static Harvest harvest(ParsedFeed feed, List<KnownEntry> before, Instant now) {
        return Harvest.of(SUBSCRIPTION, feed, before, 2_000, now);
    }

    @Test
    void takesTheCanonicalLinkForTheArticlesIdentity() {
        var revision = harvest(
                        feed(entry("g", "https://wire.example/1?utm_source=rss#x", "One", "2025-11-22")),
                        List.of(),
                        NOW)
                .revisions()
                .get(0);
        assertThat(revision.id()).isEqualTo(Ids.article("https://wire.example/1"));
        assertThat(revision.url()).isEqualTo("https://wire.example/1");
        assertThat(revision.revision()).isEqualTo(Ids.revision("One", "Summary.", ""));
        assertThat(revision.outlet()).isEqualTo("wire.example");
        assertThat(revision.group()).isEqualTo("agencies");
        assertThat(revision.language()).isEqualTo("en");
        assertThat(revision.publishedSource()).isEqualTo("feed-date-only");
        assertThat(revision.published()).isEqualTo("2025-11-21T22:00:00Z");
    }

    @Test
    void takesFeedAndEntryIdWhereALinkIsSharedOrMissingOrTheSitesOwn() {
        var harvest = harvest(
                feed(
                        entry("g1", "https://wire.example/live", "One", null),
                        entry("g2", "https://wire.example/live", "Two", null),
                        entry("g3", null, "Three", null),
                        entry(null, null, "Four", null),
                        entry("g5", "https://wire.example/", "Five", null)),
                List.of(),
                NOW);
        var feed = SUBSCRIPTION.feed();
        assertThat(harvest.revisions())
                .extracting(Revision::id)
                .containsExactlyInAnyOrder(
                        Ids.article(feed, "id:g1"),
                        Ids.article(feed, "id:g2"),
                        Ids.article(feed, "id:g3"),
                        Ids.article(feed, "title:Four"),
                        Ids.article(feed, "id:g5"));
    }

    @Test
    void publishesWhatIsNewOrChangedOldestFirstAndKeepsTheFirstClaim() {
        var one = entry("1", "https://wire.example/1", "One", "2025-11-22T09:00:00Z");
        var two = entry("2", "https://wire.example/2", "Two", "2025-11-22T08:00:00Z");
        var first = harvest(feed(one, two), List.of(), NOW);
        assertThat(first.revisions()).extracting(Revision::title).containsExactly("Two", "One");

        var edited = entry("1", "https://wire.example/1", "One, corrected", "2025-11-22T11:00:00Z");
        var later = harvest(feed(edited, two), first.known(), NOW.plusSeconds(600));
        assertThat(later.counts()).containsEntry("unchanged", 1).containsEntry("changed", 1);
        var revision = later.revisions().get(0);
        assertThat(later.revisions()).hasSize(1);
        assertThat(revision.published()).isEqualTo("2025-11-22T09:00:00Z");
        assertThat(revision.firstSeen()).isEqualTo(NOW);
        assertThat(revision.fetched()).isEqualTo(NOW.plusSeconds(600));
        assertThat(harvest(feed(edited, two), later.known(), NOW.plusSeconds(900))
                        .revisions())
                .isEmpty();
    }

    @Test
    void countsWhatItLeavesOutMergesAndDoubts() {
        var harvest = harvest(
                feed(
                        entry(null, null, "", null),
                        entry("1", "https://wire.example/1", "Old", "2099-01-01"),
                        entry("1", "https://wire.example/1", "New", "2025-11-22T13:00:00Z")),
                List.of(),
                NOW);
        assertThat(harvest.revisions()).extracting(Revision::title).containsExactly("New");
        assertThat(harvest.counts())
                .containsEntry("refused-nameless", 1)
                .containsEntry("repeated", 1)
                .containsEntry("date-implausible", 1)
                .containsEntry("date-clamped", 1);
    }

    @Test
    void remembersTheNewestAndWhatTheDocumentStillShows() {
        var known = List.<KnownEntry>of();
        for (var day = 0; day < 5; day++) {
            var entries = new ArrayList<FeedEntry>();
            entries.add(entry("pinned", "https://wire.example/pinned", "Pinned", null));
            entries.add(entry("d" + day, "https://wire.example/" + day, "Day " + day, null));
            known = Harvest.of(SUBSCRIPTION, feed(entries.toArray(FeedEntry[]::new)), known, 3, NOW)
                    .known();
        }
        assertThat(known).hasSize(3).extracting(KnownEntry::id).contains(Ids.article("https://wire.example/pinned"));
    }

    @Test
    void cutsLongTextsAndSaysSo() {
        var entry = new FeedEntry("1", "T", null, null, null, "s".repeat(30_000), "", null, null);
        var moved = harvest(feed(entry), List.of(), NOW).revisions().get(0);
        assertThat(moved.summary()).isEmpty();
        assertThat(moved.text()).hasSize(30_000);
        var endless = new FeedEntry("1", "T", null, null, null, "s", "x".repeat(300_000), null, null);
        var cut = harvest(feed(endless), List.of(), NOW).revisions().get(0);
        assertThat(cut.text()).hasSize(Revision.MAX_TEXT);
        assertThat(cut.truncated()).isTrue();
    }
}
