// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import org.jspecify.annotations.Nullable;

/**
 * Who says something.
 *
 * @param actor id, null for somebody whom the dossier does not know
 * @param name as written, null for a pronoun
 */
record Speaker(@Nullable String actor, @Nullable String name) {
    /** Somebody whom a pronoun names and nothing tells. */
    static final Speaker UNTOLD = new Speaker(null, null);
}
