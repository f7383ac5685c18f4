// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.StoryScore.Said;
import org.pointwatch.domain.story.StoryJudge.Verdict;

/** {@code stories --score}: one file, judged as a set of its own, beside what careful readers say of it. */
public final class StoryScoreRun {
    private final Talk talk;
    private final String file;
    private final Map<String, StoryScoreLine> gold = new LinkedHashMap<>();
    private final StoryScore score = new StoryScore();
    private final List<String> misses = new ArrayList<>();
    private boolean good = true;

    public StoryScoreRun(Talk talk, String file) {
        this.talk = talk;
        this.file = file;
    }

    /** Returns whether every line was good. */
    public boolean run(boolean withMisses) {
        judge();
        if (withMisses) {
            misses.forEach(talk::result);
        }
        talk.result("%s: %d articles, %d wrong".formatted(file, score.articles(), score.wrong()));
        talk.result("");
        StoryScoreTable.of(score).forEach(talk::result);
        return good;
    }

    /** The counts alone. */
    StoryScore judge() {
        var verdicts = new StorySet(talk).verdicts(file, this::take);
        for (var line : gold.values()) {
            var verdict = verdicts.get(line.id());
            if (line.of() != null && !verdicts.containsKey(line.of())) {
                problem(line.place(), "\"truth.of\" names " + line.of() + ", which no good line of this file has");
            } else if (verdict != null) {
                judge(line, verdict);
            }
        }
        return score;
    }

    private void judge(StoryScoreLine line, Verdict verdict) {
        var said = new Said(verdict.relation(), verdict.of());
        var truth = new Said(line.relation(), line.of());
        if (!score.add(line.kind(), said, truth)) {
            misses.add(line.id() + "  " + line.kind() + "  (" + line.place() + ")");
            misses.add("    " + line.title());
            misses.add("  + " + text(said) + similarity(verdict));
            misses.add("  - " + text(truth));
            misses.add("");
        }
    }

    private static String similarity(Verdict verdict) {
        return verdict.of() == null
                ? ""
                : String.format(Locale.ROOT, ", similarity %.3f", verdict.how().similarityOrZero());
    }

    private static String text(Said said) {
        return said.relation().name().toLowerCase(Locale.ROOT) + (said.of() == null ? "" : " of " + said.of());
    }

    private void take(JsonLines.Line line) {
        var place = file + ":" + line.number();
        var object = line.object();
        if (object == null) {
            problem(place, String.valueOf(line.problem()));
            return;
        }
        try {
            var read = StoryScoreLine.of(file, line, object);
            var had = gold.putIfAbsent(read.id(), read);
            if (had != null && !had.agrees(read)) {
                throw new BadLine("the revision at " + had.place() + " has another truth: give both the same");
            }
        } catch (BadLine e) {
            problem(place, String.valueOf(e.getMessage()));
        }
    }

    private void problem(String place, String problem) {
        good = false;
        talk.say("pointwatch: " + place + ": " + problem);
    }
}
