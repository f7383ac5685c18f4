// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.pointwatch.bench.Load;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;

/** Articles in the order in which they are seen, so many in a window. */
final class Arrivals {
    private static final long SEED = 4;
    private static final Instant START = Instant.parse("2025-11-20T00:00:00Z");

    private final Load load;

    /** A document with its sketch. */
    record Sketched(Document document, Sketch sketch) {}

    Arrivals(int window) {
        load = Load.ofFirstRevisions(SEED, START, CopyRule.WINDOW.dividedBy(window));
    }

    List<Revision> next(int articles) {
        return IntStream.range(0, articles).mapToObj(i -> load.next()).toList();
    }

    /** On all cores. */
    static List<Sketched> sketched(List<Revision> revisions) {
        return revisions.parallelStream().map(Arrivals::sketched).toList();
    }

    static Sketched sketched(Revision r) {
        var sketch = Sketcher.sketch(r.title(), r.readable());
        return new Sketched(
                Document.of(r.id(), r.revision(), EventTime.of(r).at(), r.firstSeen(), r.outlet(), sketch), sketch);
    }
}
