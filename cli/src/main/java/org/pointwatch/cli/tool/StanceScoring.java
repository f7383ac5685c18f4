// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.Reading;
import org.pointwatch.domain.stance.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code dossier score --stances}: whose position on which point is told rightly, and how often none is told. A stance told of a
 * pair that the gold line does not name is wrong.
 */
public final class StanceScoring {
    private static final String ROW = "%-12s %6s %6s %6s %6s %9s %9s";

    private final Talk talk;
    private final GoldLines lines;
    private final Dossier dossier;
    private final ArticleReader reader;
    private final LineLanguage languages = new LineLanguage();
    private final SortedMap<String, Sheet> byLanguage = new TreeMap<>();
    private final Map<Position, Hits> byPosition = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    /**
     * Figures of some lines.
     *
     * @param statements pairs of actor and point that gold lines name, whatever their stance
     * @param told of these, how many got a stance that is not unknown
     * @param hits of stances that are not unknown
     */
    record Sheet(int statements, int told, Hits hits) {
        static final Sheet NONE = new Sheet(0, 0, Hits.NONE);

        Sheet plus(Sheet other) {
            return new Sheet(statements + other.statements, told + other.told, hits.plus(other.hits));
        }

        double coverage() {
            return statements == 0 ? 0 : (double) told / statements;
        }
    }

    public StanceScoring(Talk talk, Dossier dossier) {
        this.talk = talk;
        this.lines = new GoldLines(talk);
        this.dossier = dossier;
        reader = ArticleReader.of(dossier).withoutGate();
        for (var position : Position.values()) {
            if (position.decided()) {
                byPosition.put(position, Hits.NONE);
            }
        }
    }

    /** Reads the gold lines of files and of all {@code .jsonl} files in folders. */
    public void read(List<Path> gold) {
        lines.read(gold, this::judge);
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        judge(ArticleLine.of(object), wanted(object.path("stances")), place);
    }

    private static SortedMap<String, Position> wanted(JsonNode list) throws BadLine {
        if (!list.isArray()) {
            throw new BadLine("no list \"stances\": name a file of such gold lines");
        }
        var wanted = new TreeMap<String, Position>();
        for (var one : list) {
            var stance = one.path("stance").asString("");
            var position = Position.of(stance);
            if (position.isEmpty()
                    || !one.path("actor").isString()
                    || !one.path("point").isString()) {
                throw new BadLine("\"stances\" holds " + one + ": each has an \"actor\", a \"point\" and a \"stance\":"
                        + " support, oppose, conditional or unknown");
            }
            wanted.put(one.path("actor").asString() + "|" + one.path("point").asString(), position.get());
        }
        return wanted;
    }

    private void judge(ArticleLine article, SortedMap<String, Position> wanted, String place) {
        var language = languages.named(article.language(), article.title(), article.text());
        var time = article.time();
        var found = found(reader.read(new ArticleText(
                article.title(), article.text(), language, time == null ? null : time.at(), article.outlet(), null)));
        var wrongs = new ArrayList<String>();
        var sheet = new Sheet(wanted.size(), 0, Hits.NONE);
        for (var one : wanted.entrySet()) {
            var told = found.remove(one.getKey());
            sheet = sheet.plus(judge(one.getKey(), one.getValue(), told, wrongs));
        }
        for (var extra : found.entrySet()) {
            sheet = sheet.plus(judge(extra.getKey(), null, extra.getValue(), wrongs));
        }
        byLanguage.merge(language == null ? dossier.defaultLanguage() : language, sheet, Sheet::plus);
        if (!wrongs.isEmpty()) {
            misses.add(place);
            misses.add("    " + article.text());
            misses.addAll(wrongs);
            misses.add("");
        }
    }

    /** Per pair what the last statement says that says anything. */
    private static SortedMap<String, Position> found(Reading read) {
        var found = new TreeMap<String, Position>();
        for (var m : read.stances()) {
            Position.of(m.stance())
                    .filter(Position::decided)
                    .ifPresent(position -> found.put(m.actor() + "|" + m.point(), position));
        }
        return found;
    }

    /** @param wanted null for a pair that the line does not name */
    private Sheet judge(String pair, @Nullable Position wanted, @Nullable Position told, List<String> wrongs) {
        var decided = wanted != null && wanted.decided();
        var right = told != null && told == wanted;
        if (decided) {
            byPosition.merge(wanted, right ? new Hits(1, 0, 0) : new Hits(0, 0, 1), Hits::plus);
        }
        if (told != null && !right) {
            byPosition.merge(told, new Hits(0, 1, 0), Hits::plus);
        }
        if (decided && !right || told != null && !right) {
            wrongs.add("  %s %s: %s, found %s"
                    .formatted(
                            told == null ? "-" : "+",
                            pair,
                            wanted == null ? "not asked for" : wanted.label(),
                            told == null ? "none" : told.label()));
        }
        var hits = new Hits(right ? 1 : 0, told != null && !right ? 1 : 0, decided && !right ? 1 : 0);
        return new Sheet(0, told != null && wanted != null ? 1 : 0, hits);
    }

    Sheet all() {
        return byLanguage.values().stream().reduce(Sheet.NONE, Sheet::plus);
    }

    /** Returns whether every line was good. */
    public boolean print(boolean withMisses) {
        if (withMisses) {
            misses.forEach(talk::result);
        }
        talk.result(dossier.id() + " " + dossier.version() + ", stances");
        talk.result(ROW.formatted("stance", "", "tp", "fp", "fn", "precision", "recall"));
        byPosition.forEach((position, hits) -> row(position.label(), "", hits));
        talk.result(ROW.formatted("language", "stated", "tp", "fp", "fn", "precision", "recall"));
        byLanguage.forEach((language, sheet) -> row(language, String.valueOf(sheet.statements()), sheet.hits()));
        var all = all();
        row("all", String.valueOf(all.statements()), all.hits());
        talk.result("told %d of %d statements: coverage %s"
                .formatted(all.told(), all.statements(), ScoreTable.share(all.coverage())));
        return lines.good();
    }

    private void row(String name, String statements, Hits hits) {
        talk.result(ROW.formatted(
                name,
                statements,
                hits.right(),
                hits.extra(),
                hits.missed(),
                ScoreTable.share(hits.precision()),
                ScoreTable.share(hits.recall())));
    }
}
