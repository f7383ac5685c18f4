// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/** A rule that cannot be read: where, and what was expected there. */
public final class RuleSyntaxException extends IllegalArgumentException {
    private final int offset;
    private final String expected;

    RuleSyntaxException(int offset, String expected, String found) {
        super("at character " + (offset + 1) + ": expected " + expected + ", found " + found);
        this.offset = offset;
        this.expected = expected;
    }

    /** Index into the rule's text, in UTF-16 units. */
    public int offset() {
        return offset;
    }

    public String expected() {
        return expected;
    }
}
