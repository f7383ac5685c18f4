// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All mentions of one point in one revision.
 *
 * @param confidence 0..1
 * @param sentiment toward the point, null until scored
 */
public record PointMention(
        String point, double confidence, @Nullable TargetSentiment sentiment, List<Evidence> evidence) {}
