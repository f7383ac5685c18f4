// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.deadline.DateMention;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.Reading;
import tools.jackson.databind.node.ObjectNode;

/** {@code dossier score --deadlines}: how well deadlines are found, dated and judged. */
public final class DeadlineScoring {
    private static final int DAY = 10;

    private final Talk talk;
    private final GoldLines lines;
    private final Dossier dossier;
    private final ArticleReader gated;
    private final ArticleReader open;
    private final LineLanguage languages = new LineLanguage();
    private final DeadlineScore score = new DeadlineScore();
    private final List<String> misses = new ArrayList<>();
    private int wrong;

    public DeadlineScoring(Talk talk, Dossier dossier) {
        this.talk = talk;
        this.lines = new GoldLines(talk);
        this.dossier = dossier;
        gated = ArticleReader.of(dossier);
        open = gated.withoutGate();
    }

    /** Reads the gold lines of files and of all {@code .jsonl} files in folders. */
    public void read(List<Path> gold) {
        lines.read(gold, this::judge);
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        judge(DeadlineGoldLine.of(place, object));
    }

    private void judge(DeadlineGoldLine gold) {
        var article = gold.article();
        var language = languages.named(article.language(), gold.title(), article.text());
        var time = article.time();
        var read = (gold.whole() ? gated : open)
                .read(new ArticleText(
                        gold.title(),
                        article.text(),
                        language,
                        time == null ? null : time.at(),
                        article.outlet(),
                        null));
        var wrongs = new ArrayList<String>();
        deadlines(gold, read, language == null ? dossier.defaultLanguage() : language, wrongs);
        dates(gold, read, "term", wrongs);
        dates(gold, read, "event", wrongs);
        if (!wrongs.isEmpty()) {
            wrong++;
            misses.add(gold.place() + "  (" + (time == null ? "no date" : time.at()) + ")");
            misses.add("    " + article.text());
            misses.addAll(wrongs);
            misses.add("");
        }
    }

    private void deadlines(DeadlineGoldLine gold, Reading read, String language, List<String> wrongs) {
        var left = new ArrayList<>(read.deadlines());
        var right = 0;
        for (var said : gold.deadlines()) {
            var found = left.stream()
                    .filter(d -> said.meets(d.start(), d.end()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                wrongs.add("  - " + said.phrase() + " " + said.due() + " " + said.is());
                continue;
            }
            left.remove(found);
            right++;
            var day = sameDay(said.due(), found.due());
            var status = said.is().equals(found.status());
            score.found(said.is(), day, status);
            if (!day || !status) {
                wrongs.add("  - " + said.phrase() + " " + said.due() + " " + said.is());
                wrongs.add("  ~ " + text(found));
            }
        }
        left.forEach(d -> wrongs.add("  + " + text(d)));
        score.line(language, new Hits(right, left.size(), gold.deadlines().size() - right));
    }

    /** To the day: an hour is not asked for. */
    private static boolean sameDay(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? one == null && other == null : day(one).equals(day(other));
    }

    private static String day(String due) {
        return due.substring(0, Math.min(DAY, due.length()));
    }

    private void dates(DeadlineGoldLine gold, Reading read, String kind, List<String> wrongs) {
        var said = gold.dates().stream().filter(d -> d.is().equals(kind)).toList();
        var left = new ArrayList<DateMention>(
                read.dates().stream().filter(d -> d.kind().equals(kind)).toList());
        var right = 0;
        for (var one : said) {
            if (left.removeIf(d -> one.meets(d.start(), d.end()))) {
                right++;
            } else {
                wrongs.add("  - " + kind + " " + one.phrase());
            }
        }
        left.forEach(d -> wrongs.add("  + " + kind + " " + d.phrase()));
        score.kind(kind, new Hits(right, left.size(), said.size() - right));
    }

    private static String text(DeadlineMention d) {
        return "%s %s %s, set by %s, bound %s".formatted(d.phrase(), d.due(), d.status(), d.setBy(), d.bound());
    }

    /** Returns whether every line was good. */
    public boolean print(boolean withMisses) {
        if (withMisses) {
            misses.forEach(talk::result);
        }
        talk.result("%s %s: %d gold lines, %d wrong".formatted(dossier.id(), dossier.version(), score.lines(), wrong));
        talk.result("");
        score.table().forEach(talk::result);
        return lines.good();
    }

    DeadlineScore score() {
        return score;
    }
}
