// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

/** How much of the article's text a revision holds, best first. */
public enum Body {
    FULL,
    FEED_ONLY,
    REFUSED,
    /** Withdrawn by its outlet: no text, and every earlier contribution is reversed. */
    DELETED
}
