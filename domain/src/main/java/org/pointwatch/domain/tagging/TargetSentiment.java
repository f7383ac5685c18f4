// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import org.jspecify.annotations.Nullable;

/**
 * Sentiment toward a target, in thousandths (-1000..1000), rounded once and never again.
 *
 * @param own in the outlet's voice, null if it says nothing
 * @param quoted in quotations, null if there are none
 */
public record TargetSentiment(@Nullable Integer own, @Nullable Integer quoted) {}
