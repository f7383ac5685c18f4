// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.record.FeedState.KnownEntry;

/**
 * Entries that we know under another id. Some feeds give every entry a new id at each poll, or a new link: such an
 * entry is told by its text, if its date agrees too, or if it has no link of its own and most of its document came back
 * like that.
 */
final class Renamed {
    private static final int SEVERAL = 3;

    private Renamed() {}

    /** Known entries by the id that they go by in this document. */
    static Map<String, KnownEntry> among(Map<String, Revision> current, List<KnownEntry> before) {
        var byText = new HashMap<String, KnownEntry>();
        var ids = new HashSet<String>();
        for (var entry : before) {
            ids.add(entry.id());
            if (!current.containsKey(entry.id())) {
                byText.put(entry.revision(), entry);
            }
        }
        var alike = new ArrayList<Map.Entry<Revision, KnownEntry>>();
        for (var revision : current.values()) {
            var old = ids.contains(revision.id()) ? null : byText.remove(revision.revision());
            if (old != null) {
                alike.add(Map.entry(revision, old));
            }
        }
        var most = alike.size() >= SEVERAL && alike.size() * 2 >= current.size();
        return alike.stream()
                .filter(pair -> same(pair.getKey(), pair.getValue(), most))
                .collect(Collectors.toMap(pair -> pair.getKey().id(), Map.Entry::getValue));
    }

    private static boolean same(Revision now, KnownEntry old, boolean most) {
        var linked = now.url() != null && now.id().equals(Ids.article(now.url()));
        var sameDate = Objects.equals(now.published(), old.published());
        return linked ? sameDate && now.published() != null : sameDate || most;
    }
}
