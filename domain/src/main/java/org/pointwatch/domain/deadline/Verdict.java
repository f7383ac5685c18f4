// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

/** What a date in a sentence is. */
enum Verdict {
    DEADLINE,
    TERM,
    EVENT,
    NEITHER
}
