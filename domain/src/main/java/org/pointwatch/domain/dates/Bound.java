// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** The word in front of a date that makes it one end of a time that is open on the other side. */
public enum Bound {
    NONE,
    /** "until Thursday", "by Thursday", "no later than Thursday": Thursday is in. */
    UNTIL,
    /** "before Thursday": Thursday is out. */
    BEFORE,
    /** "since Thursday", "starting Thursday": Thursday is in. */
    SINCE,
    /** "after Thursday": Thursday is out. */
    AFTER,
    /** "around Thursday": stands for the date itself. */
    AROUND
}
