// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;

/**
 * What an arriving revision changed.
 *
 * @param arrived the revision, whether or not it became current
 * @param current the current revision, null if the article is withdrawn or its outlet vetoed
 * @param timed the revision whose event time the article has: the current one, or what would be if it were not withdrawn
 * @param currentChanged whether current is another one than before
 * @param kept the current revision, also of a vetoed outlet
 * @param keptChanged whether kept is another one than before
 * @param again whether the article was there before
 */
record ArticleChange(
        Revision arrived,
        @Nullable Revision current,
        Revision timed,
        boolean currentChanged,
        @Nullable Revision kept,
        boolean keptChanged,
        boolean again)
        implements Tag.Wanted, KeepRevisions.Said {}
