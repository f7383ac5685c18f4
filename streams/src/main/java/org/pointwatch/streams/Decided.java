// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;

/**
 * An article that is to be tagged again because an analyst has vetoed something of it, or took that back.
 *
 * @param current null if it is from now on as if withdrawn
 */
record Decided(@Nullable Revision current) implements Tag.Wanted, RevisitArticles.Said {}
