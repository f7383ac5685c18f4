// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance.ledger;

/** Who stands somewhere, and on what. */
public record StanceKey(String actor, String point) {
    /** One string for both: ids hold no bar. */
    public String text() {
        return actor + "|" + point;
    }

    /** The key of a {@link #text}. */
    public static StanceKey parse(String text) {
        var bar = text.indexOf('|');
        return new StanceKey(text.substring(0, bar), text.substring(bar + 1));
    }
}
