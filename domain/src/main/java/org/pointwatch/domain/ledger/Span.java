// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

/**
 * A run of buckets before the end of the windows, told by age: the newest bucket of a window is of age 1.
 *
 * @param near the age it begins behind
 * @param far the greatest age in it
 */
record Span(long near, long far) {

    boolean holds(long age) {
        return near < age && age <= far;
    }

    long length() {
        return far - near;
    }
}
