// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.SentimentScorer;
import tools.jackson.databind.node.ObjectNode;

/** {@code sentiment --score}: how many targets of gold lines get the label that people gave them. */
public final class SentimentScoreRun {
    private static final String ROW = "%-10s %6s %6s %6s %9s %9s %9s";
    private static final int LABELS = Label.values().length;

    private final Talk talk;
    private final String file;
    private final SentimentJudge judge;
    private final int[][] counts = new int[LABELS][LABELS];
    private final List<String> misses = new ArrayList<>();

    /** @param scorer instead of the shipped model; null for that one */
    public SentimentScoreRun(Talk talk, String file, @Nullable SentimentScorer scorer) {
        this.talk = talk;
        this.file = file;
        this.judge = new SentimentJudge(scorer);
    }

    /** Returns whether every line was good. */
    public boolean run(boolean withMisses) {
        var lines = new GoldLines(talk);
        lines.read(file, this::judge);
        if (withMisses) {
            misses.forEach(talk::result);
        }
        print();
        return lines.good();
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        var said = label(object.path("label").asString(""));
        var read = SentimentLine.of(object);
        var found = judge.judge(read);
        counts[said.ordinal()][found.label().ordinal()]++;
        if (said != found.label()) {
            misses.add("%s  - %s  + %s %s  %s".formatted(line.id(), said, found.label(), found.score(), read.text()));
        }
    }

    private static Label label(String name) throws BadLine {
        for (var label : Label.values()) {
            if (name(label).equals(name)) {
                return label;
            }
        }
        throw new BadLine("\"label\" is missing or not one of negative, neutral, positive");
    }

    private static String name(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private void print() {
        talk.result(ROW.formatted("", "said", "found", "right", "precision", "recall", "F1"));
        var sum = 0.0;
        for (var label : Label.values()) {
            var of = hits(label);
            sum += of.f1();
            var said = of.right() + of.missed();
            var found = of.right() + of.wrong();
            talk.result(ROW.formatted(
                    name(label),
                    said,
                    found,
                    of.right(),
                    share(of.right(), found),
                    share(of.right(), said),
                    text(of.f1())));
        }
        talk.result("macro-F1 " + text(sum / LABELS));
    }

    private record Of(int right, int wrong, int missed) {
        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }
    }

    private Of hits(Label label) {
        var l = label.ordinal();
        var said = 0;
        var found = 0;
        for (int other = 0; other < LABELS; other++) {
            said += counts[l][other];
            found += counts[other][l];
        }
        return new Of(counts[l][l], found - counts[l][l], said - counts[l][l]);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : text((double) part / whole);
    }

    private static String text(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
