// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an article.
 *
 * @param language as settled, ISO 639-1; null if unknown
 * @param at what "Thursday" and "the president" are told by: the time the article counts under; null if it has none
 * @param outlet decides the time zone of its dates; null if unknown
 * @param group the outlet's, in the list of feeds; likewise
 */
public record ArticleText(
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant at,
        @Nullable String outlet,
        @Nullable String group) {}
