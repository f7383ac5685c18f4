// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.util.List;

import static org.pointwatch.cli.demo.Markup.element;
import static org.pointwatch.cli.demo.Markup.escape;

/** Atom 1.0. */
final class AtomDocument {
    private AtomDocument() {}

    static String of(SampleOutlet outlet, List<Shown> entries, Instant changed) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + outlet.encoding() + "\"?>\n");
        xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n".formatted(outlet.language()));
        xml.append(element("title", outlet.title()));
        xml.append(element("id", outlet.home()));
        xml.append("<link href=\"%s\"/>\n".formatted(outlet.home()));
        xml.append(element("updated", outlet.format().date(outlet, changed)));
        entries.forEach(entry -> entry(xml, outlet, entry));
        return xml.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder xml, SampleOutlet outlet, Shown entry) {
        var format = outlet.format();
        var claimed = format.date(outlet, entry.claimed());
        xml.append("<entry>\n<title type=\"html\">%s</title>\n".formatted(escape(escapedUnlessScript(entry.title()))));
        xml.append(element("id", entry.url()));
        xml.append("<link href=\"%s\"/>\n".formatted(escape(entry.url())));
        xml.append(element("published", claimed));
        xml.append(element("updated", entry.edited() == null ? claimed : format.date(outlet, entry.edited())));
        if (entry.author() != null) {
            xml.append("<author>").append(element("name", entry.author())).append("</author>\n");
        }
        if (entry.summary() != null) {
            xml.append(element("summary", entry.summary()));
        } else {
            xml.append("<content type=\"html\">%s</content>\n".formatted(escape(entry.html())));
        }
        xml.append("</entry>\n");
    }

    /** A title of type html is markup: an ampersand in it is written twice over; the hostile script is not. */
    private static String escapedUnlessScript(String title) {
        return title.contains("<script>") ? title : escape(title);
    }
}
