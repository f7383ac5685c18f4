// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/**
 * A sentence that proves something.
 *
 * @param start offset in UTF-16 units into title + "\n\n" + text
 * @param end exclusive
 * @param title whether it is (part of) the title
 */
public record Sentence(int start, int end, boolean title, String text) {}
