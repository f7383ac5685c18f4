// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import org.jspecify.annotations.Nullable;

/**
 * What was found in a text, and the text as it was cut for it.
 *
 * @param words null unless the rules were asked
 */
public record Tagged(TagResult result, @Nullable Words words) {}
