// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.concurrent.Callable;
import org.pointwatch.bench.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench stories}: the offline core, and the work of the topology's steps at a full window. */
@Command(
        name = "stories",
        description = "Measure recognising stories: a set judged at once, and an article arriving at a full window.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: POINTWATCH_JAVA_OPTS=-Xmx8g pointwatch bench stories --window 1000000"})
public final class StoriesCommand implements Callable<Integer> {
    /** What a window's documents and their index take at most, generously. */
    private static final long BYTES_AN_ARTICLE = 5_500;

    @Option(
            names = "--articles",
            defaultValue = "20000",
            description = "Articles judged at once, and arriving at the full window (${DEFAULT-VALUE}).")
    private int articles;

    @Option(names = "--rounds", defaultValue = "5", description = "Of judging the set (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--window",
            defaultValue = "100000",
            description = "Articles of the window; a million needs -Xmx8g (${DEFAULT-VALUE}).")
    private int window;

    @Override
    public Integer call() {
        if (window <= 2 * articles) {
            System.err.printf(
                    "pointwatch: --window %d: must hold more than twice the %d of --articles; raise the one or lower the other%n",
                    window, articles);
            return 2;
        }
        if (window * BYTES_AN_ARTICLE > Runtime.getRuntime().maxMemory()) {
            System.err.printf(
                    "pointwatch: --window %d: needs about %,d MB of heap, there are %,d;"
                            + " set POINTWATCH_JAVA_OPTS=-Xmx%dm%n",
                    window,
                    window * BYTES_AN_ARTICLE >> 20,
                    Runtime.getRuntime().maxMemory() >> 20,
                    window * BYTES_AN_ARTICLE * 5 / 4 >> 20);
            return 1;
        }
        System.out.println("load: " + Load.FIRST_REVISIONS_DESCRIPTION);
        CoreFigures.measure(System.out, articles, rounds);
        new StageFigures(System.out).measure(window, articles);
        return 0;
    }
}
