// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What kinds of elements there are. */
final class Tags {
    private static final Set<String> DROPPED = Set.copyOf(Arrays.asList(
            ("script style noscript template iframe object embed applet svg math canvas head textarea select option "
                            + "button input label audio video picture map datalist progress meter dialog figcaption "
                            + "amp-ad amp-iframe amp-analytics amp-consent amp-sidebar amp-lightbox")
                    .split(" ")));
    private static final Set<String> INLINE = Set.copyOf(Arrays.asList(
            ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp "
                            + "small span strike strong sub sup time tt u var wbr img")
                    .split(" ")));

    private Tags() {}

    /** Never holds an article's text. */
    static boolean dropped(Element e) {
        return DROPPED.contains(e.normalName());
    }

    /** Goes on within a line; what is unknown starts a new one. */
    static boolean inline(Element e) {
        return INLINE.contains(e.normalName());
    }

    static boolean heading(Element e) {
        return headingLevel(e) > 0;
    }

    /** 1 to 6, or 0. */
    static int headingLevel(Element e) {
        var name = e.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6'
                ? name.charAt(1) - '0'
                : 0;
    }
}
