// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.FeedDate;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;
import org.pointwatch.wire.record.FeedState.KnownEntry;
import org.pointwatch.wire.record.Subscription;

/**
 * What one reading of a feed brings that was not published before.
 *
 * @param revisions to be published, oldest first
 * @param known what is remembered from now on, newest last; what the document still shows counts as new
 * @param arrivals when the new ones came: as they claim, else now
 * @param counts by name, for the counters: nothing is left out unseen
 */
record Harvest(List<Revision> revisions, List<KnownEntry> known, List<Instant> arrivals, Map<String, Integer> counts) {
    private static final int LONGEST_SUMMARY = 20_000;
    private static final Pattern LANGUAGE = Pattern.compile("([a-zA-Z]{2,3})(?:[-_].*)?");

    static Harvest of(Subscription subscription, ParsedFeed feed, List<KnownEntry> before, int keep, Instant now) {
        return new Gathering(subscription, feed, now).run(before, keep);
    }

    /** Whether the document has an entry that was published before. */
    boolean showsKnown() {
        return counts.containsKey("unchanged") || counts.containsKey("changed") || counts.containsKey("recognised");
    }

    /** The publisher of an entry: as the list says, else the domain of its link, of the site, of the feed. */
    static String outlet(Subscription subscription, @Nullable String link, @Nullable String site) {
        if (subscription.outlet() != null) {
            return subscription.outlet();
        }
        var url = CanonicalUrl.of(link) != null ? link : CanonicalUrl.of(site) != null ? site : subscription.feed();
        return Domains.ofUrl(url == null ? subscription.feed() : url);
    }

    private static final class Gathering {
        private final Subscription subscription;
        private final ParsedFeed feed;
        private final Instant now;
        private final @Nullable ZoneId zone;
        private final EntryIdentity identity;
        private final Map<String, Integer> counts = new TreeMap<>();

        Gathering(Subscription subscription, ParsedFeed feed, Instant now) {
            this.subscription = subscription;
            this.feed = feed;
            this.now = now;
            this.zone = zone(subscription.zone());
            this.identity = EntryIdentity.of(subscription.feed(), feed.link(), feed.entries());
        }

        Harvest run(List<KnownEntry> before, int keep) {
            var known = new LinkedHashMap<String, KnownEntry>();
            before.forEach(k -> known.put(k.id(), k));
            count("tossed", feed.tossed());
            var current = lastOfEach();
            var renamed = Renamed.among(current, before);
            var fresh = new ArrayList<Revision>();
            var arrivals = new ArrayList<Instant>();
            for (var revision : current.values()) {
                var other = renamed.get(revision.id());
                var old = other == null ? known.get(revision.id()) : other;
                if (old != null && old.revision().equals(revision.revision())) {
                    count(other == null ? "unchanged" : "recognised", 1);
                    known.remove(old.id());
                    known.put(old.id(), old);
                } else {
                    fresh.add(old == null ? revision : asFirstSeen(revision, old));
                    count(old == null ? "new" : "changed", 1);
                    if (old == null) {
                        arrivals.add(revision.published() == null ? now : revision.published());
                    }
                }
            }
            fresh.sort(
                    Comparator.comparing((Revision r) -> EventTime.of(r).at()).thenComparing(Revision::id));
            fresh.forEach(r -> remember(known, r));
            var kept = List.copyOf(known.values());
            return new Harvest(fresh, kept.subList(Math.max(0, kept.size() - keep), kept.size()), arrivals, counts);
        }

        /** One document may tell the same entry twice: the last one stands. */
        private Map<String, Revision> lastOfEach() {
            var all = new LinkedHashMap<String, Revision>();
            for (var entry : feed.entries()) {
                if (EntryIdentity.nameless(entry)) {
                    count("refused-nameless", 1);
                } else {
                    var revision = revision(entry);
                    if (all.put(revision.id(), revision) != null) {
                        count("repeated", 1);
                    }
                }
            }
            return all;
        }

        private static void remember(Map<String, KnownEntry> known, Revision r) {
            known.remove(r.id());
            known.put(r.id(), new KnownEntry(r.id(), r.revision(), r.firstSeen(), r.published(), r.publishedSource()));
        }

        private Revision revision(FeedEntry entry) {
            var content = entry.content();
            var summary = entry.summary();
            if (content.isEmpty() && summary.length() > LONGEST_SUMMARY) {
                content = summary;
                summary = "";
            }
            summary = CleanText.head(summary, LONGEST_SUMMARY);
            var text = CleanText.head(content, Revision.MAX_TEXT);
            var published = published(entry);
            if (EventTime.of(published.at(), now).source() == EventTime.Source.PUBLISHED_CLAMPED) {
                count("date-clamped", 1);
            }
            count("date-" + published.source(), 1);
            return new Revision(
                    identity.article(entry),
                    Ids.revision(entry.title(), summary, text),
                    subscription.feed(),
                    outlet(subscription, entry.link(), feed.link()),
                    subscription.group(),
                    CanonicalUrl.of(entry.link()),
                    entry.title(),
                    summary,
                    text,
                    text.length() < content.length(),
                    language(entry),
                    entry.author(),
                    null,
                    published.at(),
                    published.source(),
                    FeedDates.read(entry.updated(), zone, now).at(),
                    now,
                    now,
                    Body.FEED_ONLY,
                    Origin.LIVE);
        }

        /** Where a feed only says when it changed an entry, that was when it came. */
        private FeedDate published(FeedEntry entry) {
            var published = FeedDates.read(entry.published(), zone, now);
            if (!published.source().equals(FeedDate.NONE)) {
                return published;
            }
            var updated = FeedDates.read(entry.updated(), zone, now);
            return updated.at() == null ? updated : new FeedDate(updated.at(), "feed-updated");
        }

        private Revision asFirstSeen(Revision r, KnownEntry old) {
            return r.draft()
                    .published(old.published(), old.publishedSource())
                    .firstSeen(old.firstSeen())
                    .done();
        }

        private @Nullable String language(FeedEntry entry) {
            for (var claim : new @Nullable String[] {entry.language(), feed.language(), subscription.language()}) {
                var m = claim == null ? null : LANGUAGE.matcher(claim.strip());
                if (m != null && m.matches()) {
                    return m.group(1).toLowerCase(Locale.ROOT);
                }
            }
            return null;
        }

        private void count(String name, int n) {
            if (n > 0) {
                counts.merge(name, n, Integer::sum);
            }
        }

        private static @Nullable ZoneId zone(@Nullable String name) {
            try {
                return name == null ? null : ZoneId.of(name);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
