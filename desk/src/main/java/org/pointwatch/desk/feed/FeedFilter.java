// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a feed is asked for: of several values of one name any may fit, of several names all must.
 *
 * @param kinds of alerts, or of deadlines their status
 * @param points ids
 * @param actors ids
 */
public record FeedFilter(SortedSet<String> kinds, SortedSet<String> points, SortedSet<String> actors) {
    public FeedFilter {
        kinds = new TreeSet<>(kinds);
        points = new TreeSet<>(points);
        actors = new TreeSet<>(actors);
    }

    /** The query that asks for this, the same however it was put. */
    public String query(String kindName) {
        var parts = new ArrayList<String>();
        kinds.forEach(kind -> parts.add(kindName + "=" + AlertEntry.encoded(kind)));
        points.forEach(point -> parts.add("point=" + AlertEntry.encoded(point)));
        actors.forEach(actor -> parts.add("actor=" + AlertEntry.encoded(actor)));
        return String.join("&", parts);
    }

    /** A feed's name for people. */
    public String named(String title) {
        var all = new ArrayList<>(kinds);
        all.addAll(points);
        all.addAll(actors);
        return all.isEmpty() ? title : title + ": " + String.join(", ", List.copyOf(all));
    }
}
