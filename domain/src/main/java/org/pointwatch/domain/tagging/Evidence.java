// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/**
 * Where a rule matched.
 *
 * @param start offset of the match in UTF-16 units into title + "\n\n" + text
 * @param end exclusive
 * @param sentence index into the finding's sentences
 * @param rule id of the rule, such as {@code army-cap/en/2}
 */
public record Evidence(int start, int end, int sentence, String rule) {}
