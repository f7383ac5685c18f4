// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import org.jspecify.annotations.Nullable;

/**
 * A date in a text about the negotiation that is no deadline of it.
 *
 * @param kind term (of the plan) or event
 * @param from ISO local, inclusive; null if it cannot be told
 * @param to ISO local, inclusive
 */
public record DateMention(String phrase, int start, int end, String kind, @Nullable String from, @Nullable String to) {}
