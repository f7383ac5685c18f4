// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.DossierSheet.Rule;
import tools.jackson.databind.JsonNode;

/** The rules of a dossier's points with the ids that evidence names them by: numbered as docs/dossier.md says. */
final class DossierRules {
    private final List<Rule> rules = new ArrayList<>();

    private DossierRules() {}

    static List<Rule> of(JsonNode points) {
        var found = new DossierRules();
        for (var point : points) {
            var id = point.path("id").asString("");
            found.read(point.path("rules"), id, id, null, null);
            var n = 0;
            for (var figure : point.path("figures")) {
                n++;
                found.read(
                        figure.path("rules"),
                        id,
                        id + "/figure/" + n,
                        figure.path("name").asString(""),
                        figure.path("unit").isString() ? figure.path("unit").asString() : null);
            }
        }
        return List.copyOf(found.rules);
    }

    private void read(JsonNode byLanguage, String point, String owner, @Nullable String figure, @Nullable String unit) {
        for (var language : byLanguage.properties()) {
            var list = language.getValue();
            var n = 0;
            for (var rule : list.isArray() ? list : List.of(list)) {
                var named = rule.isObject();
                var id = named ? rule.path("id").asString("") : owner + "/" + language.getKey() + "/" + (n + 1);
                n = named ? last(id, n) : n + 1;
                var text = named ? rule.path("rule").asString("") : rule.asString("");
                rules.add(new Rule(point, id, language.getKey(), figure, unit, text));
            }
        }
    }

    /** A rule that says its id numbers those behind it. */
    private static int last(String id, int before) {
        try {
            return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            return before; // whether a dossier is right was decided before it came to the topic
        }
    }
}
