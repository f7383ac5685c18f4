// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.bench.match.Arrivals.Sketched;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.story.StoryJudge;
import org.pointwatch.domain.story.StoryJudge.Verdict;

/** The offline core: a whole set judged at once, sketching and shards on all cores. */
final class CoreFigures {
    private CoreFigures() {}

    /** One run's times, on the clock and of all processors, in nanoseconds. */
    private record Times(long sketching, long judging, long stories, long processors) {
        long all() {
            return sketching + judging + stories;
        }
    }

    static void measure(PrintStream out, int articles, int rounds) {
        var revisions = new Arrivals(articles).next(articles);
        var times = new ArrayList<Times>();
        for (var round = 0; round < rounds; round++) {
            times.add(times(revisions));
        }
        var best = times.stream().min(Comparator.comparing(Times::all)).orElseThrow();
        var cores = Runtime.getRuntime().availableProcessors();
        out.printf(
                "core: %,d articles at once on %d cores, the best of %d rounds: %,.0f articles/s%n",
                articles, cores, rounds, articles * 1e9 / best.all());
        out.printf(
                "  sketching %.1f, matching %.1f, stories %.1f microseconds on the clock an article;"
                        + " %.1f of processor time, collector and compiler included%n",
                best.sketching() / 1e3 / articles,
                best.judging() / 1e3 / articles,
                best.stories() / 1e3 / articles,
                best.processors() / 1e3 / articles);
    }

    private static Times times(List<Revision> revisions) {
        var processors = processors();
        var started = System.nanoTime();
        var sketched = Arrivals.sketched(revisions);
        var isSketched = System.nanoTime();
        var judge = judge(sketched);
        var isJudged = System.nanoTime();
        stories(judge, sketched);
        var ended = System.nanoTime();
        return new Times(isSketched - started, isJudged - isSketched, ended - isJudged, processors() - processors);
    }

    private static StoryJudge judge(List<Sketched> sketched) {
        var judge = new StoryJudge();
        judge.addAll(
                sketched.stream().map(Sketched::document).toList(),
                sketched.stream().map(Sketched::sketch).toList());
        return judge;
    }

    static Map<String, Verdict> stories(List<Sketched> sketched) {
        return stories(judge(sketched), sketched);
    }

    private static Map<String, Verdict> stories(StoryJudge judge, List<Sketched> sketched) {
        var inOrder = new LinkedHashMap<String, String>();
        sketched.stream()
                .map(Sketched::document)
                .sorted(Comparator.comparing(Document::time).thenComparing(Document::article))
                .forEach(d -> inOrder.put(d.article(), d.outlet()));
        return judge.verdicts(inOrder);
    }

    private static long processors() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
