// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.opml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Subscription;

/** Well-formed OPML 2.0: a folder for each group, feeds in the order of their addresses. */
final class OpmlWriter {
    private static final String NAMESPACE = "https://pointwatch.org/opml";

    private final XMLStreamWriter xml;

    private OpmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(String title, List<Subscription> feeds) {
        var text = new StringWriter();
        try {
            var writer = new OpmlWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            writer.document(title, feeds);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a list of feeds cannot be written as XML", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(String title, List<Subscription> feeds) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open(0, "opml");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("pointwatch", NAMESPACE);
        open(1, "head");
        open(2, "title");
        xml.writeCharacters(title);
        xml.writeEndElement();
        close(1);
        open(1, "body");
        folders(feeds);
        close(1);
        close(0);
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void folders(List<Subscription> feeds) throws XMLStreamException {
        var groups = new TreeMap<String, List<Subscription>>();
        for (var feed : feeds) {
            groups.computeIfAbsent(feed.group() == null ? "" : feed.group(), g -> new ArrayList<>())
                    .add(feed);
        }
        for (var group : groups.entrySet()) {
            group.getValue().sort(Comparator.comparing(Subscription::feed));
            if (!group.getKey().isEmpty()) {
                open(2, "outline");
                xml.writeAttribute("text", group.getKey());
            }
            for (var feed : group.getValue()) {
                outline(feed);
            }
            if (!group.getKey().isEmpty()) {
                close(2);
            }
        }
    }

    private void outline(Subscription feed) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", feed.title());
        xml.writeAttribute("xmlUrl", feed.feed());
        optional("language", feed.language());
        own("outlet", feed.outlet());
        own("zone", feed.zone());
    }

    private void optional(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }

    private void own(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute("pointwatch", NAMESPACE, name, value);
        }
    }

    private void open(int depth, String name) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private void close(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
