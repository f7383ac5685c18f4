// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One line of the page's text.
 *
 * @param text in clean characters
 * @param level of a heading, else 0
 * @param item whether it stands in a list or a table
 * @param sentence whether it ends like one
 * @param container what holds it beside its neighbours
 */
record Block(
        String text,
        int chars,
        int linked,
        int prose,
        int level,
        boolean item,
        boolean sentence,
        @Nullable Element container) {
    boolean heading() {
        return level > 0;
    }

    boolean mostlyLinks() {
        return 10 * linked >= 7 * chars;
    }
}
