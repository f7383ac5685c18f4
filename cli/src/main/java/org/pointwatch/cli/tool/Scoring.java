// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code dossier score}: how well a dossier finds what careful readers find. */
public final class Scoring {
    private final Talk talk;
    private final GoldLines lines;
    private final Dossier dossier;
    private final Tagger gated;
    private final Tagger open;
    private final LineLanguage languages = new LineLanguage();
    private final GoldScore score;
    private final List<Judged> misses = new ArrayList<>();

    public Scoring(Talk talk, Dossier dossier) {
        this.talk = talk;
        this.lines = new GoldLines(talk);
        this.dossier = dossier;
        gated = Tagger.of(dossier);
        open = gated.withoutGate();
        score = new GoldScore(
                dossier.points().stream().map(PlanPoint::id).toList(),
                dossier.actors().stream().map(Actor::id).toList());
    }

    /** Reads the gold lines of files and of all {@code .jsonl} files in folders. */
    public void read(List<Path> gold) {
        lines.read(gold, this::judge);
    }

    private void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine {
        var gold = GoldLine.of(place, line, object, dossier);
        var found = tag(gold);
        var judged = Judged.of(gold, found);
        score.add(judged, found.language() == null ? dossier.defaultLanguage() : found.language());
        if (!judged.isPerfect()) {
            misses.add(judged);
        }
    }

    private TagResult tag(GoldLine gold) {
        var tagger = gold.whole() ? gated : open;
        return tagger.tag(gold.title(), gold.article().text(), language(gold), gold.day());
    }

    private @Nullable String language(GoldLine gold) {
        return languages.named(
                gold.article().language(), gold.title(), gold.article().text());
    }

    private Explanation explain(GoldLine gold) {
        var tagger = gold.whole() ? gated : open;
        return tagger.explain(gold.title(), gold.article().text(), language(gold), gold.day());
    }

    /** Returns whether every line was good. */
    public boolean print(boolean withMisses, @Nullable String only) {
        if (withMisses) {
            misses(only)
                    .flatMap(m -> MissText.of(m, explain(m.line())).stream())
                    .forEach(talk::result);
        }
        talk.result("%s %s: %d gold lines, %d wrong"
                .formatted(dossier.id(), dossier.version(), score.lines(), misses.size()));
        talk.result("");
        ScoreTable.of(score).forEach(talk::result);
        return lines.good();
    }

    /** The same as one object. */
    public boolean printJson(boolean withMisses, @Nullable String only) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dossier", dossier.id());
        json.put("version", dossier.version());
        json.putAll(ScoreJson.of(score));
        if (withMisses) {
            json.put("misses", misses(only).map(ScoreJson::miss).toList());
        }
        json.put("problems", lines.problems());
        talk.result(Json.MAPPER.writeValueAsString(json));
        return lines.good();
    }

    private Stream<Judged> misses(@Nullable String only) {
        return misses.stream().filter(m -> only == null || m.isWrongAbout(only));
    }
}
