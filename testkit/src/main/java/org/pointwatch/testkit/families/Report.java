// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.Set;

/**
 * A base text.
 *
 * @param otherTitle a second headline for the same text
 * @param background paragraphs that another report has word for word
 * @param kind {@code ORIGINAL}, or what the report shares with its twin
 */
record Report(String id, String language, Draft draft, String otherTitle, Set<String> background, Kind kind) {
    /** The report without what it shares with another. */
    Draft ownDraft() {
        return draft.withParagraphs(draft.paragraphs().stream()
                .filter(paragraph -> !background.contains(paragraph))
                .toList());
    }
}
