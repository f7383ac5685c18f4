// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.pointwatch.domain.article.Revision;

/** A load of which a part comes late: an original after its copies, an edit after the withdrawal that followed it. */
final class LateNews implements Supplier<Revision> {
    private static final double LATE = 0.03;
    private static final int BEHIND = 2_000;

    private final Supplier<Revision> load;
    private final SplittableRandom random;
    private final Deque<Held> held = new ArrayDeque<>();
    private long given;

    private record Held(long due, Revision revision) {}

    LateNews(Supplier<Revision> load, long seed) {
        this.load = load;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Revision get() {
        given++;
        if (!held.isEmpty() && held.peek().due() <= given) {
            return held.remove().revision();
        }
        var next = load.get();
        while (random.nextDouble() < LATE) {
            held.add(new Held(given + BEHIND, next));
            next = load.get();
        }
        return next;
    }
}
