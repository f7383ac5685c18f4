// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import java.util.List;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Finding;

/** Records as the topics hold them. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2025-11-24T12:00:00Z");

    private Samples() {}

    /** One sentence that mentions all of the given points and actors. */
    public static Finding finding(
            String article, Instant at, String outlet, String sentence, List<String> points, List<String> actors) {
        return finding(article, at, outlet, "https://news.example/" + article, sentence, points, actors);
    }

    public static Finding finding(
            String article,
            Instant at,
            String outlet,
            String url,
            String sentence,
            List<String> points,
            List<String> actors) {
        var proof = List.of(new Evidence(0, 1, 1, "rule"), new Evidence(0, 1, 0, "rule"));
        return new Finding(
                article,
                "r",
                "plan",
                "1",
                outlet,
                url,
                "Title",
                "en",
                null,
                null,
                List.of(),
                at,
                EventTime.Source.PUBLISHED,
                List.of(new Sentence(9, 20, false, sentence), new Sentence(0, 7, true, "Title")),
                points.stream().map(p -> new PointMention(p, 1, null, proof)).toList(),
                actors.stream().map(a -> new ActorMention(a, null, proof)).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    public static Finding finding(String article, Instant at, String outlet, String point) {
        return finding(article, at, outlet, "Sentence of " + article + ".", List.of(point), List.of());
    }

    public static Coverage coverage(String target, Instant bucket, long stories, long copies, long updates) {
        return coverage(target, bucket, stories, copies, updates, SentimentSums.ZERO);
    }

    public static Coverage coverage(
            String target, Instant bucket, long stories, long copies, long updates, SentimentSums own) {
        var counts = new Counts(stories + copies + updates, stories, copies, updates, own, SentimentSums.ZERO);
        return Coverage.of(target, bucket, counts, 1);
    }

    public static DossierRecord dossier() {
        return new DossierRecord(
                "plan",
                "label-1",
                "label",
                "1",
                """
                title: A plan
                points:
                  - {id: army-cap, title: Army capped, numbers: {us-28: 6, eu: [4, 5]},
                     rules: {en: [army, {id: army-cap/en/4, rule: troops NEAR/2 cap}, forces], any: '"600 000"'},
                     figures: [{name: army size, unit: persons, rules: {en: ['number(1..9) troops']}}]}
                  - {id: ceasefire, title: Ceasefire, numbers: {us-28: [27, 28]}}
                actors:
                  - {id: rubio, name: Marco Rubio}
                """);
    }
}
