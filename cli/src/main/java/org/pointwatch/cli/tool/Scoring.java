// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.wire.Json;

/** {@code dossier score}: how well a dossier finds what careful readers find. */
public final class Scoring {
    private final Talk talk;
    private final Dossier dossier;
    private final Tagger gated;
    private final Tagger open;
    private final LineLanguage languages = new LineLanguage();
    private final GoldScore score;
    private final List<Judged> misses = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public Scoring(Talk talk, Dossier dossier) {
        this.talk = talk;
        this.dossier = dossier;
        gated = Tagger.of(dossier);
        open = gated.withoutGate();
        score = new GoldScore(
                dossier.points().stream().map(PlanPoint::id).toList(),
                dossier.actors().stream().map(Actor::id).toList());
    }

    /** Reads the gold lines of files and of all {@code .jsonl} files in folders. */
    public void read(List<Path> gold) {
        for (var file : files(gold)) {
            try (var lines = JsonLines.open(file)) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    judge(file, line);
                }
            } catch (IOException e) {
                throw Failure.of(file + ": " + e.getMessage(), e);
            }
        }
    }

    static List<String> files(List<Path> gold) {
        var files = new ArrayList<String>();
        for (var path : gold) {
            try (var inside = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
                inside.filter(f -> f.equals(path) || f.toString().endsWith(".jsonl"))
                        .map(Path::toString)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw Failure.of(path + ": cannot be read (" + e + "): name a file or folder of gold lines", e);
            }
        }
        return files;
    }

    private void judge(String file, JsonLines.Line line) {
        var object = line.object();
        if (object == null) {
            problem(file, line, String.valueOf(line.problem()));
            return;
        }
        try {
            var gold = GoldLine.of(file, line, object, dossier);
            var found = tag(gold);
            var judged = Judged.of(gold, found);
            score.add(judged, found.language() == null ? dossier.defaultLanguage() : found.language());
            if (!judged.isPerfect()) {
                misses.add(judged);
            }
        } catch (BadLine e) {
            problem(file, line, String.valueOf(e.getMessage()));
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

    private void problem(String file, JsonLines.Line line, String problem) {
        var message = file + ":" + line.number() + ": " + problem;
        problems.add(message);
        talk.say("pointwatch: " + message);
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
        return problems.isEmpty();
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
        json.put("problems", problems);
        talk.result(Json.MAPPER.writeValueAsString(json));
        return problems.isEmpty();
    }

    private Stream<Judged> misses(@Nullable String only) {
        return misses.stream().filter(m -> only == null || m.isWrongAbout(only));
    }
}
