// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pointwatch.bench.match.Arrivals.Sketched;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.story.StoryEvent;

/**
 * What the topology's steps do with an arriving article once a window is full, without broker and disk: sketch it, encode
 * and decode a probe for each shard, keep and match it there, and work out the stories. One thread, its processor time.
 */
final class StageFigures {
    private static final int AT_A_TIME = 1_000;

    private final PrintStream out;
    private final KeptShards shards = new KeptShards();
    private final KeptStories stories = new KeptStories();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long matches;

    StageFigures(PrintStream out) {
        this.out = out;
    }

    /** @param arriving articles that are measured; as many before them warm the code up and have their stories told */
    void measure(int window, int arriving) {
        var arrivals = new Arrivals(window);
        shards.fill(arrivals, window - 2 * arriving);
        arrive(arrivals, arriving);
        nanos.clear();
        matches = 0;
        var told = stories.delivered();
        var looked = shards.looked();
        arrive(arrivals, arriving);
        out.printf("stage at a window of %,d articles, the last %,d of them measured, one thread:%n", window, arriving);
        var all = 0.0;
        for (var step : nanos.entrySet()) {
            var micros = step.getValue() / 1e3 / arriving;
            all += micros;
            out.printf("  %-28s %7.1f microseconds of processor time an article%n", step.getKey(), micros);
        }
        out.printf("  %-28s %7.1f%n", "together", all);
        out.printf(
                "  records an article: %d probes, %.2f matches, %.2f messages between articles; %.1f documents looked up%n",
                Probe.SHARDS,
                (double) matches / arriving,
                (double) (stories.delivered() - told) / arriving,
                (double) (shards.looked() - looked) / arriving);
        out.printf(
                "  kept documents: %d bytes an article; silent hashes: %,d%n",
                shards.bytes() / (window - 2 * arriving), shards.silent());
        memory(window);
    }

    private void memory(int window) {
        var all = used();
        shards.releaseKept();
        var left = used();
        out.printf(
                "  heap: %,d MB, of which the documents' bytes %,d MB; index and newest stories %d bytes an article%n",
                all >> 20, all - left >> 20, left / window);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void arrive(Arrivals arrivals, int articles) {
        for (var left = articles; left > 0; left -= AT_A_TIME) {
            handle(arrivals.next(Math.min(left, AT_A_TIME)));
        }
    }

    private void handle(List<Revision> revisions) {
        var sketched = timed("sketch", () -> each(revisions, Arrivals::sketched));
        var sent = timed("probes to bytes", () -> each(sketched, StageFigures::sent));
        var read = timed("probes from bytes", () -> each(sent, probes -> each(probes, ProbeBytes::read)));
        timed("keep", () -> each(read, probes -> each(probes, shards::keep)));
        var found = timed("match", () -> each(read, this::found));
        found.forEach(f -> matches += f.size());
        timed("relate", () -> relate(sketched, found));
    }

    private static List<byte[]> sent(Sketched s) {
        return each(Probe.of(s.document(), s.sketch(), false), ProbeBytes::of);
    }

    private List<Matches> found(List<Probe> probes) {
        var found = new ArrayList<Matches>();
        probes.forEach(probe -> found.addAll(shards.add(probe)));
        return found;
    }

    private boolean relate(List<Sketched> sketched, List<List<Matches>> found) {
        for (var i = 0; i < sketched.size(); i++) {
            var d = sketched.get(i).document();
            stories.know(d.article(), new StoryEvent.Known(d.time(), d.outlet()));
            found.get(i).forEach(stories::find);
        }
        return true;
    }

    private static <A, B> List<B> each(List<A> all, Function<A, B> work) {
        var done = new ArrayList<B>(all.size());
        for (var one : all) {
            done.add(work.apply(one));
        }
        return done;
    }

    private <T> T timed(String step, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var started = threads.getCurrentThreadCpuTime();
        var done = work.get();
        nanos.merge(step, threads.getCurrentThreadCpuTime() - started, Long::sum);
        return done;
    }
}
