// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;

/**
 * An article's place in its story.
 *
 * @param article article id, also the key
 * @param story article id of the original
 * @param of the original (copy, update) or the paraphrased article (rewrite); null for an original
 * @param similarity 0..1, three decimals; null for an original, and where an analyst merged what is not alike
 * @param lagSeconds event time behind the original's, 0 for an original
 * @param supersededBy the story that an id formerly used as a story now belongs to; null while the article is an original
 */
public record Story(
        String article,
        String story,
        Relation relation,
        @Nullable String of,
        @Nullable Double similarity,
        long lagSeconds,
        @Nullable String supersededBy) {}
