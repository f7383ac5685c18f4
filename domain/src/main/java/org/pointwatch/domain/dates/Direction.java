// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** Which way the wording points from the moment of publication. */
public enum Direction {
    /** "next Thursday", "in two days". */
    FORWARD,
    /** "last Thursday", "two days ago". */
    BACKWARD,
    /** "Thursday": the words do not say. */
    EITHER
}
