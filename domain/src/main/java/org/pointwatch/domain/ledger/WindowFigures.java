// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one target over one window, and over the window of the same length before it.
 *
 * @param outlets distinct over the whole window
 * @param baseline articles to expect; null while the target's history is too short
 * @param surge null like it
 */
public record WindowFigures(
        Window window,
        Counts current,
        long outlets,
        Counts previous,
        long previousOutlets,
        @Nullable Double baseline,
        @Nullable Double surge) {}
