// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.AlertKind;

/**
 * A route that the desk answers without {@link Api}, told beside it in the OpenAPI document: what is counted in memory, and
 * what other programs subscribe to. Unknown parameters are ignored there.
 *
 * @param type of the answer's content
 * @param answer the record that its JSON is, null where the format is told elsewhere
 * @param format what the answer holds
 * @param validated whether it has an ETag
 */
record Besides(
        String path,
        String summary,
        List<Param> params,
        String type,
        @Nullable Class<?> answer,
        String format,
        boolean validated) {

    private static final Param FROM = Param.one(
            "from",
            ParamKind.TIME,
            "Begin of a range of event time, inclusive, in whole quarters of an hour. By default all held.");
    private static final Param KINDS = Param.words("kind", "Any of these.", List.copyOf(AlertKind.ids()));
    private static final String ALERTS = "What was told, the newest 200.";

    static List<Besides> all() {
        return List.of(
                new Besides(
                        "/api/coverage",
                        "Counts of targets over the newest 60 days, from memory: as live as the page.",
                        List.of(
                                Param.many(
                                        "target",
                                        ParamKind.TARGET,
                                        "point:<id>, actor:<id>, plan:<dossier> or all; no pairs and no facets."),
                                FROM,
                                Params.TO),
                        "application/json",
                        CoverageAnswer.class,
                        "The answer.",
                        false),
                new Besides(
                        "/api/stream",
                        "Server-sent events whenever a count changes, at most twice a second.",
                        List.of(Param.word(
                                "range", "all", "Which counts, ending with asOf.", "all", "28d", "7d", "24h")),
                        "text/event-stream",
                        null,
                        "Events snapshot (asOf, state, range, heading, totals, targets), update (asOf, state, totals, and the"
                                + " targets that changed) and beat (asOf, state; every 15 s), with rows as in /api/coverage."
                                + " Last-Event-ID resumes; 200 readers at most.",
                        false),
                feed(
                        "/deadlines.ics",
                        "Calendar of deadlines, the 500 last spoken of.",
                        "text/calendar",
                        "RFC 5545; one event a deadline.",
                        Param.words("status", "Any of these.", DeadlinesAnswer.STATUSES)),
                feed("/alerts.atom", ALERTS, "application/atom+xml", "RFC 4287; one entry an alert.", KINDS),
                feed("/alerts.json", ALERTS, "application/feed+json", "JSON Feed 1.1; one item an alert.", KINDS));
    }

    private static Besides feed(String path, String summary, String type, String format, Param kinds) {
        return new Besides(path, summary, List.of(kinds, Params.POINTS, Params.ACTORS), type, null, format, true);
    }
}
