// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Office;

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
        /** A name that others bear too. */
        SHORT,
        LAND,
        SEAT,
        DEMONYM,
        /** A phrase that only looks like a name. */
        NOT,
        /** An office that one actor holds. */
        OFFICE,
        /** An office of which the text leaves open whose it is. */
        BARE,
        /** A word that may stand for anybody who was named. */
        PRONOUN;

        boolean isOffice() {
            return this == OFFICE || this == BARE;
        }
    }

    /**
     * A name compiled: the terms of its words in order.
     *
     * @param adjective whether it also stands for what the actor makes: "US plan"
     * @param office the office that it names, null unless its form is one
     */
    record Alias(int actor, Form form, boolean adjective, String rule, int[] terms, @Nullable Office office) {
        /** Whether it is longer than a surname. */
        boolean isFull() {
            return terms.length > 1;
        }
    }
}
