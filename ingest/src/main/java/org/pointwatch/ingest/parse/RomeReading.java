// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Rome's view of a feed. Dates, ids and languages are read from the document itself: Rome turns dates into nonsense
 * where it should refuse them.
 */
final class RomeReading {
    private static final XMLReaderJDOMFactory JDK_PARSER = new JdkParser();

    private RomeReading() {}

    static ParsedFeed of(ParsedFeed.Rung rung, Reader xml, @Nullable String base, int tossed, List<String> problems)
            throws JDOMException, FeedException, IOException {
        var document = document(xml);
        var raw = entryElements(document.getRootElement()).stream()
                .map(RawEntry::of)
                .toList();
        var channel = RawChannel.of(document.getRootElement());
        var feed = new SyndFeedInput().build(document);
        if (feed.getEntries().size() != raw.size()) {
            throw new FeedException("Rome sees " + feed.getEntries().size() + " of " + raw.size() + " entries");
        }
        var rss = !feed.getFeedType().startsWith("atom_1");
        var link = Links.absolute(feed.getLink(), base);
        var entries = new ArrayList<FeedEntry>();
        for (var i = 0; i < raw.size(); i++) {
            entries.add(entry(feed.getEntries().get(i), raw.get(i), rss, base != null ? base : link));
        }
        return new ParsedFeed(
                feed.getFeedType(),
                title(feed.getTitleEx(), feed.getTitle(), rss),
                link,
                language(feed, channel),
                channel.ttl(),
                entries,
                rung,
                tossed,
                List.copyOf(problems));
    }

    private static Document document(Reader xml) throws JDOMException, IOException {
        var builder = new SAXBuilder(JDK_PARSER);
        builder.setExpandEntities(false);
        return builder.build(xml);
    }

    private static @Nullable String language(SyndFeed feed, RawChannel channel) {
        return feed.getLanguage() == null ? channel.language() : feed.getLanguage();
    }

    private static FeedEntry entry(SyndEntry entry, RawEntry raw, boolean rss, @Nullable String base) {
        var contents = entry.getContents().stream()
                .map(c -> text(c, rss))
                .filter(t -> !t.isEmpty())
                .findFirst();
        var near = Links.absolute(raw.base(), base);
        var nakedTitle = raw.nakedTitle();
        var nakedSummary = raw.nakedSummary();
        return new FeedEntry(
                raw.id(),
                nakedTitle == null
                        ? title(entry.getTitleEx(), entry.getTitle(), rss)
                        : CleanText.line(HtmlText.of(nakedTitle), Limits.TITLE),
                Links.first(near == null ? base : near, entry.getLink(), raw.link(), raw.permalink()),
                raw.published(),
                raw.updated(),
                nakedSummary == null ? text(entry.getDescription(), rss) : HtmlText.of(nakedSummary),
                contents.orElse(""),
                Authors.of(entry),
                raw.language());
    }

    private static String title(@Nullable SyndContent typed, @Nullable String plain, boolean rss) {
        var value = typed == null || typed.getValue() == null ? plain : typed.getValue();
        if (value == null) {
            return "";
        }
        var markup = rss || (typed != null && isMarkup(typed.getType()));
        return CleanText.line(markup ? HtmlText.of(value) : value, Limits.TITLE);
    }

    private static String text(@Nullable SyndContent content, boolean rss) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        return rss || isMarkup(content.getType())
                ? HtmlText.of(content.getValue())
                : CleanText.paragraphs(content.getValue());
    }

    private static boolean isMarkup(@Nullable String type) {
        return type != null && (type.contains("html") || type.contains("xml"));
    }

    /** The entries of any of the formats, in document order. */
    private static List<Element> entryElements(Element root) {
        var channel = child(root, "channel");
        var holder = root.getName().equals("rss") && channel != null ? channel : root;
        return holder.getChildren().stream()
                .filter(e -> e.getName().equals("item") || e.getName().equals("entry"))
                .toList();
    }

    static @Nullable Element child(Element parent, String name) {
        return parent.getChildren().stream()
                .filter(e -> e.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What the channel says that Rome does not pass on. */
    private record RawChannel(@Nullable String language, @Nullable Duration ttl) {
        static RawChannel of(Element root) {
            var channel = child(root, "channel");
            var ttl = channel == null ? null : child(channel, "ttl");
            var lang = root.getAttributeValue("lang", Namespace.XML_NAMESPACE);
            return new RawChannel(lang, ttl == null ? null : Limits.ttl(ttl.getText()));
        }
    }

    /** The JDK's own parser, whatever else is on the class path, without DOCTYPE and outside entities. */
    private static final class JdkParser implements XMLReaderJDOMFactory {
        @Override
        public XMLReader createXMLReader() throws JDOMException {
            try {
                var factory = SAXParserFactory.newDefaultInstance();
                factory.setNamespaceAware(true);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
                factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
                return factory.newSAXParser().getXMLReader();
            } catch (ParserConfigurationException | SAXException e) {
                throw new JDOMException("the JDK's parser cannot be set up", e);
            }
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }
}
