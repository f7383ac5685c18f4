// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.DateMention;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.tagging.TagResult;

/**
 * All that was found in one article. Sentences are those of {@code tags}.
 *
 * @param deadlines in text order, as are all lists here
 * @param tone how the whole document sounds, in thousandths, whoever it speaks of; null if nobody judged it
 */
public record Reading(
        TagResult tags,
        List<DeadlineMention> deadlines,
        List<DateMention> dates,
        List<Figure> figures,
        List<Quote> quotes,
        List<StanceMention> stances,
        @Nullable Integer tone) {

    static Reading without(TagResult tags) {
        return new Reading(tags, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
