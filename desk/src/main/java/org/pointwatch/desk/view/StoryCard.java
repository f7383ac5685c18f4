// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story with its articles. Its JSON is part of the HTTP API (see the module's README).
 *
 * @param story article id of the original
 * @param members in order of event time
 * @param membersLeftOff how many more there are
 * @param rewrites paraphrases of one of the members, stories of their own
 */
public record StoryCard(
        String story,
        Lineage lineage,
        List<Member> members,
        long membersLeftOff,
        List<Member> rewrites,
        long rewritesLeftOff) {

    /**
     * Where a story comes from and how it went round.
     *
     * @param outlet of the original; null until its finding is stored, as {@code title}
     * @param probableSource the agency that most articles credit, else {@code outlet}
     * @param medianLagSeconds of copies and updates behind the original, null if there are none
     */
    public record Lineage(
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String url,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            @Nullable String probableSource,
            @Nullable String agency,
            long credits,
            long articles,
            long copies,
            long updates,
            long outlets,
            @Nullable Double medianLagSeconds,
            @Nullable Long longestLagSeconds,
            long rewrites) {}

    /**
     * One article.
     *
     * @param of the original, or the article that a rewrite paraphrases
     * @param agency that it credits, null if none
     * @param at event time
     */
    public record Member(
            String article,
            String relation,
            @Nullable String of,
            @Nullable Double similarity,
            long lagSeconds,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String url,
            @Nullable String agency,
            @Nullable Instant at) {}

    /** As a reader may follow it: http or https, else null. */
    public static @Nullable String link(@Nullable String url) {
        return FindingReader.link(url);
    }
}
