// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.Explanation;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.analysis.ExplanationJson;

/** {@code dossier explain}: why each rule did or did not match a text. */
public final class Explaining {
    private final Talk talk;
    private final Dossier dossier;
    private final @Nullable String point;

    /** @param point to explain this one only */
    public Explaining(Talk talk, Dossier dossier, @Nullable String point) {
        if (point != null && dossier.point(point).isEmpty()) {
            throw Failure.usage("--point " + point + ": " + dossier.id() + " has no such point; its points are "
                    + String.join(
                            ", ", dossier.points().stream().map(p -> p.id()).toList()));
        }
        this.talk = talk;
        this.dossier = dossier;
        this.point = point;
    }

    /** @param language null to tell it from the text */
    public Explanation explain(String title, String text, @Nullable String language, @Nullable LocalDate day) {
        var settled = new LineLanguage().named(language, title, text);
        return Tagger.of(dossier).explain(title, text, settled, day);
    }

    /** @param all every rule that did not match, not only the best few of a point */
    public void print(Explanation explanation, boolean all) {
        talk.result(dossier.id() + " " + dossier.version() + ", language " + explanation.language());
        ExplanationText.of(explanation, point, all).forEach(talk::result);
    }

    public void printJson(Explanation explanation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dossier", dossier.id());
        json.put("version", dossier.version());
        json.putAll(ExplanationJson.of(explanation, point));
        talk.result(Json.MAPPER.writeValueAsString(json));
    }
}
