// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.time.Duration;

/** Work at hand: made-up articles, and the world's time. */
final class Supply {
    private static final Duration PATIENT = Duration.ofSeconds(2);
    private static final int MORE = 5;

    private final World world;
    private final Newsroom news;
    private final int chunk;
    private long patience;

    /** @param chunk of made-up revisions that come before each blow, and again behind it */
    Supply(World world, Newsroom news, int chunk) {
        this.world = world;
        this.news = news;
        this.chunk = chunk;
    }

    int chunk() {
        return chunk;
    }

    World world() {
        return world;
    }

    void come() {
        news.publish(chunk);
        patience = System.nanoTime() + PATIENT.toNanos();
    }

    /** To be called while something is waited for that only work can bring: if it lasts, the chunk was worked off. */
    void lasts() {
        if (System.nanoTime() > patience) {
            news.publish(MORE);
            patience = System.nanoTime() + PATIENT.toNanos();
        }
    }
}
