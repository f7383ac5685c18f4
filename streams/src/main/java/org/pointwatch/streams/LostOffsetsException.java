// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

/** The group's place in a topic is gone while its stores are not: going on would count twice or leave out. */
public final class LostOffsetsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostOffsetsException(String what) {
        super(what);
    }
}
