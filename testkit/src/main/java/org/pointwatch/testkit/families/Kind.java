// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.Locale;

/** How an article was made. */
public enum Kind {
    ORIGINAL,
    WHOLE,
    ABRIDGED,
    EXTENDED,
    HEADLINE,
    FURNITURE,
    REORDERED,
    TYPOGRAPHIC,
    OCR,
    UPDATE,
    SERIAL,
    BACKGROUND,
    SAME_EVENT,
    SHORT,
    UNRELATED;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
