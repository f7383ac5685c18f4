// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import org.pointwatch.domain.sentiment.Label;

/**
 * One target and how it was judged by people.
 *
 * @param slots its features
 * @param group examples of one group are never torn apart by cross-validation
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(String group, Label label, int[] slots, double weight) {}
