// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.url.CanonicalUrl;

/**
 * Which article an entry is. The canonical link tells, unless there is none, several entries of the feed share it, or it
 * is the site's own address; then the feed and the entry's id tell, or, where it has none, its title.
 *
 * @param shared links of several entries
 * @param oneId whether all entries go by one id, which then tells nothing
 */
record EntryIdentity(String feed, @Nullable String site, Set<String> shared, boolean oneId) {
    /** So many entries with one id, and dates or texts of their own, are different entries. */
    private static final int SEVERAL = 2;

    static EntryIdentity of(String feed, @Nullable String siteLink, List<FeedEntry> entries) {
        var oneId = oneId(entries);
        var keys = new HashMap<String, Set<String>>();
        for (var entry : entries) {
            var link = CanonicalUrl.of(entry.link());
            if (link != null) {
                keys.computeIfAbsent(link, l -> new HashSet<>()).add(ownKey(entry, oneId));
            }
        }
        keys.values().removeIf(k -> k.size() < 2);
        return new EntryIdentity(feed, CanonicalUrl.of(siteLink), Set.copyOf(keys.keySet()), oneId);
    }

    private static boolean oneId(List<FeedEntry> entries) {
        var ids = new HashSet<String>();
        var dates = new HashSet<String>();
        var texts = new HashSet<String>();
        for (var entry : entries) {
            ids.add(String.valueOf(entry.id()));
            dates.add(String.valueOf(entry.published()));
            texts.add(entry.summary() + entry.content());
        }
        return entries.size() >= SEVERAL && ids.size() == 1 && Math.max(dates.size(), texts.size()) >= SEVERAL;
    }

    String article(FeedEntry entry) {
        var link = ownLink(entry);
        return link == null ? Ids.article(feed, ownKey(entry, oneId)) : Ids.article(link);
    }

    /** The address that this entry has for itself, null if it has none. */
    @Nullable
    String ownLink(FeedEntry entry) {
        var link = CanonicalUrl.of(entry.link());
        return link == null || link.equals(site) || shared.contains(link) ? null : link;
    }

    private static String ownKey(FeedEntry entry, boolean oneId) {
        if (entry.id() != null && !oneId) {
            return "id:" + entry.id();
        }
        return entry.title().isEmpty()
                ? "text:" + Ids.hash("text", entry.summary(), entry.content())
                : "title:" + entry.title();
    }

    static boolean nameless(FeedEntry entry) {
        return entry.id() == null && entry.link() == null && entry.title().isEmpty();
    }
}
