// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.util.List;
import org.pointwatch.domain.tagging.TagResult;

/**
 * What the dates of an article are.
 *
 * @param tags with the sentences of the deadlines among its own
 * @param deadlines in text order, as are dates
 */
public record Dated(TagResult tags, List<DeadlineMention> deadlines, List<DateMention> dates) {}
