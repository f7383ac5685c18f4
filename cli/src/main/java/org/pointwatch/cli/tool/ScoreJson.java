// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The score as one object; a share that means nothing, such as the precision of what was never found, is null. */
final class ScoreJson {
    private ScoreJson() {}

    static Map<String, @Nullable Object> of(GoldScore score) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("lines", score.lines());
        json.put("points", sheet(score.points()));
        json.put("actors", sheet(score.actors()));
        var languages = new LinkedHashMap<String, Object>();
        score.languages().forEach((language, l) -> languages.put(language, language(l)));
        json.put("languages", languages);
        return json;
    }

    private static Map<String, Object> language(GoldScore.LanguageHits language) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lines", language.lines());
        json.put("points", hits(language.points()));
        json.put("actors", hits(language.actors()));
        return json;
    }

    private static Map<String, @Nullable Object> sheet(GoldScore.Sheet sheet) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("micro", hits(sheet.micro()));
        json.put("macroF1", sheet.macroF1());
        var targets = new LinkedHashMap<String, Object>();
        sheet.byTarget().forEach((id, h) -> targets.put(id, hits(h)));
        json.put("by", targets);
        return json;
    }

    private static Map<String, @Nullable Object> hits(Hits hits) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("tp", hits.right());
        json.put("fp", hits.extra());
        json.put("fn", hits.missed());
        json.put("precision", hits.precision());
        json.put("recall", hits.recall());
        json.put("f1", hits.f1());
        return json;
    }

    static Map<String, @Nullable Object> miss(Judged judged) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", judged.line().id());
        json.put("place", judged.line().place());
        json.put("text", judged.line().article().text());
        json.put("points", targets(judged.points()));
        json.put("actors", targets(judged.actors()));
        return json;
    }

    private static List<Map<String, Object>> targets(List<Judged.Target> targets) {
        return targets.stream()
                .<Map<String, Object>>map(t -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("id", t.id());
                    json.put("verdict", t.verdict().name().toLowerCase(Locale.ROOT));
                    json.put("evidence", t.proofs());
                    return json;
                })
                .toList();
    }
}
