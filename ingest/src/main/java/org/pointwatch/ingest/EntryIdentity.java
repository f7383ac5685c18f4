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
 */
record EntryIdentity(String feed, @Nullable String site, Set<String> shared) {

    static EntryIdentity of(String feed, @Nullable String siteLink, List<FeedEntry> entries) {
        var keys = new HashMap<String, Set<String>>();
        for (var entry : entries) {
            var link = CanonicalUrl.of(entry.link());
            if (link != null) {
                keys.computeIfAbsent(link, l -> new HashSet<>()).add(ownKey(entry));
            }
        }
        keys.values().removeIf(k -> k.size() < 2);
        return new EntryIdentity(feed, CanonicalUrl.of(siteLink), Set.copyOf(keys.keySet()));
    }

    String article(FeedEntry entry) {
        var link = CanonicalUrl.of(entry.link());
        return link == null || link.equals(site) || shared.contains(link)
                ? Ids.article(feed, ownKey(entry))
                : Ids.article(link);
    }

    private static String ownKey(FeedEntry entry) {
        if (entry.id() != null) {
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
