// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import org.jspecify.annotations.Nullable;

/**
 * A number about a point.
 *
 * @param value in {@code unit}, with its magnitude ("600,000", "$100 billion" is 1e11 USD)
 * @param text the number as written, with its unit
 * @param speaker actor id of who says so, null for the outlet itself or somebody else
 */
public record Figure(
        String point, double value, String unit, String text, int start, int end, @Nullable String speaker) {}
