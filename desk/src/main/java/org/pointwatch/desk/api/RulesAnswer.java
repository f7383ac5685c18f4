// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.DossierSheet;

@Says("The rules of the dossier in force, in its order.")
record RulesAnswer(@Nullable String dossier, @Says("Label and content hash.") @Nullable String version, List<Row> rows)
        implements Listing {

    record Row(
            String point,
            @Says("As evidence names it.") String rule,
            @Says("ISO 639-1, or any for all languages.") String language,
            @Says("Name of the figure that it watches; null for a rule that finds the point.") @Nullable String figure,
            @Says("What the figure counts, null if the dossier does not say.") @Nullable String unit,
            @Says("In the notation of docs/dossier.md.") String text) {}

    static RulesAnswer of(@Nullable DossierSheet sheet, List<String> points, List<String> languages) {
        if (sheet == null) {
            return new RulesAnswer(null, null, List.of());
        }
        var rows = sheet.rules().stream()
                .filter(r -> points.isEmpty() || points.contains(r.point()))
                .filter(r -> languages.isEmpty() || languages.contains(r.language()))
                .map(r -> new Row(r.point(), r.id(), r.language(), r.figure(), r.unit(), r.text()))
                .toList();
        return new RulesAnswer(sheet.id(), sheet.version(), rows);
    }
}
