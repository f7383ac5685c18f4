// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The latest reports about a target, for what its counts cannot show. */
final class Evidence {
    private static final int KEPT = 3;

    private Evidence() {}

    /** Of one article only the latest, and of one wording, too. */
    static List<Source> with(Source seen, List<Source> before) {
        var all = new ArrayList<Source>();
        all.add(seen);
        before.stream()
                .filter(s -> !Objects.equals(s.article(), seen.article()))
                .filter(s -> !Objects.equals(s.sentence(), seen.sentence()))
                .forEach(all::add);
        var newest = Comparator.comparing(Source::at).reversed().thenComparing(s -> String.valueOf(s.article()));
        return all.stream().sorted(newest).limit(KEPT).toList();
    }

    static List<String> sentences(List<Source> sources) {
        return sources.stream().map(Source::sentence).filter(Objects::nonNull).toList();
    }
}
