// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/**
 * A word or a short run of words that moved a sentiment.
 *
 * @param start offset into the text that was scored
 * @param end exclusive
 * @param thousandths by how much about, below zero for the worse
 */
public record Cause(int start, int end, int thousandths) {}
