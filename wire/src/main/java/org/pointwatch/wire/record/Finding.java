// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.deadline.DateMention;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Sentence;

/**
 * All that was found in one revision: a pure function of the revision and the dossier.
 *
 * @param article article id, also the key
 * @param dossierVersion label and content hash of the dossier that was used
 * @param language as declared or found, null if unknown
 * @param eventTime the time the article counts under
 * @param sentences the sentences that evidence points into
 * @param agency id of the news agency that the article credits with its text, null if none; records of builds that did
 *     not look for it have no such field, and without an agency none is written
 * @param group the outlet's group in the list of feeds, null if it has none; written like the agency
 * @param facets what else the dossier asks to count by: language, group; null if nothing, written like the agency
 * @param stances attributed statements about points, and where they say their actors stand; null if there are none,
 *     written like the agency
 * @param tone of the whole document in thousandths, null until scored
 */
public record Finding(
        String article,
        String revision,
        String dossier,
        String dossierVersion,
        String outlet,
        @Nullable String url,
        String title,
        @Nullable String language,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> facets,
        Instant eventTime,
        EventTime.Source eventTimeSource,
        List<Sentence> sentences,
        List<PointMention> points,
        List<ActorMention> actors,
        List<DeadlineMention> deadlines,
        List<DateMention> dates,
        List<Figure> figures,
        List<Quote> quotes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StanceMention> stances,
        @Nullable Integer tone) {

    /** None and null are written alike: not at all. */
    public Finding {
        facets = facets == null || facets.isEmpty() ? null : List.copyOf(facets);
        stances = stances == null || stances.isEmpty() ? null : List.copyOf(stances);
    }

    /** Without stances. */
    public Finding(
            String article,
            String revision,
            String dossier,
            String dossierVersion,
            String outlet,
            @Nullable String url,
            String title,
            @Nullable String language,
            @Nullable String agency,
            @Nullable String group,
            @Nullable List<String> facets,
            Instant eventTime,
            EventTime.Source eventTimeSource,
            List<Sentence> sentences,
            List<PointMention> points,
            List<ActorMention> actors,
            List<DeadlineMention> deadlines,
            List<DateMention> dates,
            List<Figure> figures,
            List<Quote> quotes,
            @Nullable Integer tone) {
        this(
                article,
                revision,
                dossier,
                dossierVersion,
                outlet,
                url,
                title,
                language,
                agency,
                group,
                facets,
                eventTime,
                eventTimeSource,
                sentences,
                points,
                actors,
                deadlines,
                dates,
                figures,
                quotes,
                null,
                tone);
    }
}
