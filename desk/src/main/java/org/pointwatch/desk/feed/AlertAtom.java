// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.io.StringWriter;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Alerts as Atom (RFC 4287), with the threads of RFC 4685 where one alert follows another. */
public final class AlertAtom {
    public static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String THREADS = "http://purl.org/syndication/thread/1.0";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private final UnaryOperator<String> titles;

    private AlertAtom(XMLStreamWriter xml, UnaryOperator<String> titles) {
        this.xml = xml;
        this.titles = titles;
    }

    /** @param titles what people call a target */
    public static String write(AlertFeed feed, UnaryOperator<String> titles) {
        var out = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(out);
            new AlertAtom(xml, titles).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no XML could be written into memory", e);
        }
        return out.toString();
    }

    private void write(AlertFeed feed) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("thr", THREADS);
        element("id", feed.id());
        element("title", feed.title());
        element("updated", feed.updated().toString());
        xml.writeStartElement("author");
        element("name", "Pointwatch");
        xml.writeEndElement();
        link("self", feed.self());
        link("alternate", feed.desk());
        element("generator", "Pointwatch");
        for (var entry : feed.entries()) {
            write(entry, feed.desk());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(AlertEntry entry, String desk) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", entry.id());
        element("title", entry.title(titles));
        element("published", entry.alert().at().toString());
        element("updated", entry.updated().toString());
        category("kind", entry.kind());
        category("target", entry.target());
        link("alternate", desk + entry.page());
        if (entry.link() != null) {
            link("related", entry.link());
        }
        var follows = entry.follows();
        if (follows != null) {
            xml.writeEmptyElement("thr:in-reply-to");
            xml.writeAttribute("ref", follows);
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(entry.content(titles));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void category(String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", AlertEntry.tag(scheme));
        xml.writeAttribute("term", term);
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
