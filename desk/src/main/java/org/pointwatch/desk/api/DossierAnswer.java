// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.DossierSheet;

@Says("The dossier in force: what is followed, in its order. Empty before the first dossier has arrived.")
record DossierAnswer(
        @Nullable Instant asOf,
        @Nullable String dossier,
        String title,
        @Says("Label and content hash.") @Nullable String version,
        List<Plan> plans,
        List<Point> points,
        List<Actor> actors) {

    record Plan(String id, String title, @Says("The day it became known.") @Nullable String date) {}

    record Point(
            String target,
            String id,
            String title,
            @Says("In the first plan version; several with commas; null if it has none there.") @Nullable String number,
            @Says("Plan version to number.") Map<String, String> numbers,
            @Says("Language to how many rules find the point in it, and watch its figures; see rules.")
                    Map<String, Long> rules) {}

    record Actor(String target, String id, String title) {}

    static DossierAnswer of(@Nullable Instant asOf, @Nullable DossierSheet sheet) {
        if (sheet == null) {
            return new DossierAnswer(asOf, null, "", null, List.of(), List.of(), List.of());
        }
        return new DossierAnswer(
                asOf,
                sheet.id(),
                sheet.title(),
                sheet.version(),
                sheet.plans().stream()
                        .map(p -> new Plan(p.id(), p.title(), p.date()))
                        .toList(),
                sheet.points().stream()
                        .map(p ->
                                new Point(p.target(), p.id(), p.title(), p.number(), p.numbers(), rules(sheet, p.id())))
                        .toList(),
                sheet.actors().stream()
                        .map(a -> new Actor(a.target(), a.id(), a.title()))
                        .toList());
    }

    private static Map<String, Long> rules(DossierSheet sheet, String point) {
        return sheet.rules().stream()
                .filter(r -> r.point().equals(point))
                .collect(Collectors.groupingBy(DossierSheet.Rule::language, LinkedHashMap::new, Collectors.counting()));
    }
}
