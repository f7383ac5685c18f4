// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.ingest;

import net.dankito.readability4j.Readability4J;

/** What a port of the browsers' reader view takes for the article of a page. */
final class Rival {
    private Rival() {}

    /** Empty where it finds none, or cannot bear the page. */
    static String text(String url, String html) {
        try {
            var text = new Readability4J(url, html).parse().getTextContent();
            return text == null ? "" : text;
        } catch (RuntimeException e) {
            return "";
        }
    }
}
