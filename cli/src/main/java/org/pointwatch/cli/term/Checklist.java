// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** The steps of a start, each with what came of it and how long it took; on a terminal the last line may be drawn over. */
public final class Checklist {
    private static final double NANOS = 1e9;
    private static final String ERASE = "\r\033[2K";

    private final Talk talk;
    private final long started = System.nanoTime();

    public Checklist(Talk talk) {
        this.talk = talk;
    }

    /** Does something and says that it is done, with what its value says. */
    public <T> T step(String name, Supplier<T> work, Function<T, String> told) {
        var begun = System.nanoTime();
        draw("  … " + name);
        var made = work.get();
        var took = (System.nanoTime() - begun) / NANOS;
        done(String.format(Locale.ROOT, "  ✓ %-12s %-58s %5.1f s", name, told.apply(made), took));
        return made;
    }

    /** A line that stays. */
    public void done(String line) {
        talk.say((talk.terminal() ? ERASE : "") + line);
    }

    /** A line that the next one replaces; nothing where nobody watches. */
    public void draw(String line) {
        if (talk.terminal()) {
            talk.err().print(ERASE + line);
            talk.err().flush();
        }
    }

    /** Progress of long work: drawn over on a terminal, a plain line elsewhere. */
    public void progress(String line) {
        if (talk.terminal()) {
            draw(line);
        } else {
            talk.say(line);
        }
    }

    /** How often progress is worth a line. */
    public long progressEveryMillis() {
        return talk.terminal() ? 250 : 5_000;
    }

    public double seconds() {
        return Math.round((System.nanoTime() - started) / NANOS * 10) / 10.0;
    }
}
