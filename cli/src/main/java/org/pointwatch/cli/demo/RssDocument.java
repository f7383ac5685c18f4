// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.util.List;

import static org.pointwatch.cli.demo.Markup.element;

/** RSS 0.91, 0.92 and 2.0; only the last has ids, authors and a place for the text beside the description. */
record RssDocument(String version) {
    private static final String NAMESPACES =
            " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    String of(SampleOutlet outlet, List<Shown> entries, Instant changed) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + outlet.encoding() + "\"?>\n");
        xml.append("<rss version=\"%s\"%s>\n<channel>\n".formatted(version, modern() ? NAMESPACES : ""));
        xml.append(element("title", outlet.title()));
        xml.append(element("link", outlet.home()));
        xml.append(element("description", "News from " + outlet.title()));
        xml.append(element("language", outlet.language()));
        xml.append(element("lastBuildDate", outlet.format().date(outlet, changed)));
        xml.append(element("ttl", outlet.ttl() == null ? null : outlet.ttl().toString()));
        entries.forEach(entry -> item(xml, outlet, entry));
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private void item(StringBuilder xml, SampleOutlet outlet, Shown entry) {
        xml.append("<item>\n").append(element("title", entry.title()));
        xml.append(element("link", entry.url()));
        xml.append(element("pubDate", outlet.format().date(outlet, entry.claimed())));
        if (modern()) {
            xml.append("<guid isPermaLink=\"true\">%s</guid>\n".formatted(Markup.escape(entry.url())));
            xml.append(element("dc:creator", entry.author()));
        }
        if (entry.summary() != null) {
            xml.append(element("description", entry.summary()));
        } else {
            xml.append(element(modern() ? "content:encoded" : "description", entry.html()));
        }
        xml.append("</item>\n");
    }

    private boolean modern() {
        return version.equals("2.0");
    }
}
