// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/**
 * A place in the text where an actor's name stands, whether or not it counts.
 *
 * @param from first token
 * @param to last token
 */
record Naming(int from, int to, Alias alias) {
    /** What kind of name it is, and so what must hold for it to count. */
    enum Form {
        NAME,
        LAND,
        SEAT,
        DEMONYM,
        /** A phrase that only looks like a name. */
        NOT
    }

    /** A name compiled: the terms of its words in order. */
    record Alias(int actor, Form form, boolean adjective, String rule, int[] terms) {}
}
