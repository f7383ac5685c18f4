// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Finding;

/** The rows of {@code mentions} that belong to one finding: one for each place where a target was found. */
final class Children {
    static final String TABLE = "mentions";

    /** Each row in this order. */
    static final List<Column<Object>> COLUMNS = List.of(
            column("article", Column.Type.TEXT),
            column("target_kind", Column.Type.TEXT),
            column("target_id", Column.Type.TEXT),
            column("n", Column.Type.INT4),
            column("outlet", Column.Type.TEXT),
            column("event_time", Column.Type.TIMESTAMPTZ),
            column("sentence_no", Column.Type.INT4),
            column("in_title", Column.Type.BOOL),
            column("sentence", Column.Type.TEXT),
            column("matched", Column.Type.TEXT),
            column("match_start", Column.Type.INT4),
            column("match_end", Column.Type.INT4),
            column("rule", Column.Type.TEXT),
            column("confidence", Column.Type.FLOAT8),
            column("sentiment_own", Column.Type.INT4),
            column("sentiment_quoted", Column.Type.INT4),
            column("sentence_start", Column.Type.INT4));

    /** Where {@code event_time} stands in a row. */
    static final int EVENT_TIME = 5;

    private final Finding finding;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Children(Finding finding) {
        this.finding = finding;
    }

    static List<@Nullable Object[]> of(Finding finding) {
        var children = new Children(finding);
        for (var point : finding.points()) {
            children.add("point", point.point(), point.confidence(), point.sentiment(), point.evidence());
        }
        for (var actor : finding.actors()) {
            children.add("actor", actor.actor(), null, actor.sentiment(), actor.evidence());
        }
        return children.rows;
    }

    private void add(
            String kind,
            String id,
            @Nullable Double confidence,
            @Nullable TargetSentiment sentiment,
            List<Evidence> places) {
        for (var n = 0; n < places.size(); n++) {
            rows.add(row(kind, id, confidence, sentiment, places.get(n), n));
        }
    }

    private @Nullable Object[] row(
            String kind,
            String id,
            @Nullable Double confidence,
            @Nullable TargetSentiment sentiment,
            Evidence place,
            int n) {
        var sentences = finding.sentences();
        var known = place.sentence() >= 0 && place.sentence() < sentences.size();
        var sentence = known ? sentences.get(place.sentence()) : null;
        return new @Nullable Object[] {
            finding.article(),
            kind,
            Text.clean(id),
            n,
            Text.clean(Tables.outlet(finding.outlet())),
            finding.eventTime(),
            place.sentence(),
            sentence == null ? null : sentence.title(),
            sentence == null ? null : Text.clean(sentence.text()),
            sentence == null ? null : Text.clean(matched(sentence, place)),
            place.start(),
            place.end(),
            Text.clean(place.rule()),
            confidence,
            sentiment == null ? null : sentiment.own(),
            sentiment == null ? null : sentiment.quoted(),
            sentence == null ? null : sentence.start()
        };
    }

    /** The words of the match, null where the offsets lie outside the sentence. */
    private static @Nullable String matched(Sentence sentence, Evidence place) {
        var from = place.start() - sentence.start();
        var to = place.end() - sentence.start();
        return from < 0 || to < from || to > sentence.text().length()
                ? null
                : sentence.text().substring(from, to);
    }

    private static Column<Object> column(String name, Column.Type type) {
        return new Column<>(name, type, row -> row);
    }
}
