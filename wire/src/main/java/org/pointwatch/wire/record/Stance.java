// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an actor stands on a point: support, oppose, conditional or unknown, with the quotation that shows it.
 *
 * @param quotation the words of the latest statement that tells a position, cut at 500 characters
 * @param article the article that has them
 * @param outlet its outlet; what stands below with it may be missing in records of builds that kept no ledger of stances
 * @param by who says so for the actor, actor id or name; null if nobody else does
 * @param at event time of that article
 * @param since event time of the first statement of the unbroken row that ends with it
 * @param n statements that tell a position, in originals and rewrites, each article once for each position
 * @param counts the same by position
 * @param articles those with any statement, copies and updates too
 * @param lastSeen event time of the latest of them
 * @param history earlier stances, oldest first
 * @param collapsed how many there were before these
 */
public record Stance(
        String actor,
        String point,
        String stance,
        @Nullable String quotation,
        @Nullable String article,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outlet,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String by,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant since,
        long n,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Counts counts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long articles,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastSeen,
        List<Earlier> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long collapsed) {

    /**
     * An earlier stance.
     *
     * @param at of the first statement in a row that says so
     */
    public record Earlier(
            Instant at,
            String stance,
            @Nullable String article,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outlet,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quotation,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String by) {}

    /** How often which position was told. */
    public record Counts(long support, long oppose, long conditional, long unknown) {}
}
