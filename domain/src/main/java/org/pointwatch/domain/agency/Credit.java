// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

/**
 * An agency and where an article credits it.
 *
 * @param agency id such as {@code reuters}
 */
public record Credit(String agency, Where where) {

    /** From the strongest to the weakest, which is also the order in which they are looked for. */
    public enum Where {
        /** The feed names it in a field of its own. */
        FEED,
        BYLINE,
        DATELINE,
        /** The outlet is the agency. */
        OUTLET,
        CREDIT_LINE,
        /** Credited beside the outlet's own authors: "with Reuters". */
        PART
    }

    /** Whether the text is the agency's, as far as the article says. */
    public boolean whole() {
        return where != Where.PART;
    }
}
