// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.util.List;

import static org.pointwatch.cli.demo.Markup.element;
import static org.pointwatch.cli.demo.Markup.escape;

/** RSS 1.0, which is RDF. */
final class RdfDocument {
    private static final String HEAD =
            """
            <?xml version="1.0" encoding="%s"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="%s">
            """;

    private RdfDocument() {}

    static String of(SampleOutlet outlet, List<Shown> entries) {
        var xml = new StringBuilder(HEAD.formatted(outlet.encoding(), outlet.home()));
        xml.append(element("title", outlet.title()));
        xml.append(element("link", outlet.home()));
        xml.append(element("description", "News from " + outlet.title()));
        xml.append(element("dc:language", outlet.language()));
        xml.append("<items><rdf:Seq>\n");
        entries.forEach(e -> xml.append("<rdf:li rdf:resource=\"%s\"/>\n".formatted(escape(e.url()))));
        xml.append("</rdf:Seq></items>\n</channel>\n");
        entries.forEach(entry -> item(xml, outlet, entry));
        return xml.append("</rdf:RDF>\n").toString();
    }

    private static void item(StringBuilder xml, SampleOutlet outlet, Shown entry) {
        xml.append("<item rdf:about=\"%s\">\n".formatted(escape(entry.url())));
        xml.append(element("title", entry.title()));
        xml.append(element("link", entry.url()));
        xml.append(element("dc:date", outlet.format().date(outlet, entry.claimed())));
        xml.append(element("dc:creator", entry.author()));
        if (entry.summary() != null) {
            xml.append(element("description", entry.summary()));
        } else {
            xml.append(element("content:encoded", entry.html()));
        }
        xml.append("</item>\n");
    }
}
