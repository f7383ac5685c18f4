// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.JDOMException;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed and news sitemaps from bytes of any quality. XML climbs down three rungs:
 * Rome on well-formed text, Rome behind its healer, and a salvage with a tolerant parser.
 */
public final class FeedParser {
    private static final Pattern NUMERIC_REFERENCE = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,7})|([0-9]{1,8}));");
    private static final String REPLACEMENT = "\uFFFD";

    private FeedParser() {}

    /** Either a feed or the reason why it is none. */
    public sealed interface Result permits ParsedFeed, NotAFeed {}

    /** Not a feed, or one that is refused; the reason is for people. */
    public record NotAFeed(String reason) implements Result {}

    /**
     * @param contentType the HTTP header's value, if there is one
     * @param base where the document came from, to resolve relative links
     */
    public static Result parse(byte[] bytes, @Nullable String contentType, @Nullable String base) {
        var text = legal(Charsets.decode(bytes, contentType));
        if (text.isBlank()) {
            return new NotAFeed("the document is empty");
        }
        var first = text.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return JsonFeed.parse(text, base);
        }
        var scanned = XmlScan.of(text);
        if (scanned.root().equals("html")) {
            return new NotAFeed("an HTML page, no feed");
        } else if (scanned.refusal() != null) {
            return new NotAFeed(scanned.refusal());
        } else if (scanned.root().equals("urlset")) {
            return NewsSitemap.parse(scanned, base);
        } else if (scanned.root().equals("sitemapindex")) {
            return new NotAFeed("an index of sitemaps: subscribe to the news sitemap that it names");
        }
        return scanned.root().isEmpty() ? new NotAFeed("no markup at all") : climbDown(scanned, base);
    }

    private static Result climbDown(XmlScan.Scanned scanned, @Nullable String base) {
        var problems = new ArrayList<String>();
        if (scanned.tossed() > 0) {
            problems.add("more than " + XmlScan.MOST_ENTRIES + " entries: " + scanned.tossed() + " not read");
        }
        for (var rung : List.of(ParsedFeed.Rung.STRICT, ParsedFeed.Rung.HEALED)) {
            try {
                return RomeReading.of(rung, reader(rung, scanned.text()), base, scanned.tossed(), problems);
            } catch (JDOMException | FeedException | IOException | RuntimeException e) {
                problems.add(rung.name().toLowerCase(Locale.ROOT) + ": " + shortened(e));
            }
        }
        var salvaged = Salvage.of(scanned, base, problems);
        return salvaged == null
                ? new NotAFeed("no feed: the root element is <" + CleanText.line(scanned.root(), 40) + ">")
                : salvaged;
    }

    private static Reader reader(ParsedFeed.Rung rung, String text) {
        return rung == ParsedFeed.Rung.STRICT
                ? new StringReader(text)
                : new XmlFixerReader(new StringReader(withLegalReferences(text)));
    }

    private static String shortened(Exception e) {
        return CleanText.line(String.valueOf(e.getMessage()), 200);
    }

    /** Without the characters that no XML may hold. */
    private static String legal(String text) {
        var bad = 0;
        while (bad < text.length() && isLegal(text.charAt(bad))) {
            bad++;
        }
        if (bad == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isLegal(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            }
        }
        return out.toString();
    }

    private static boolean isLegal(char c) {
        return c >= ' ' ? c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) : c == '\t' || c == '\n' || c == '\r';
    }

    private static String withLegalReferences(String text) {
        return NUMERIC_REFERENCE.matcher(text).replaceAll(m -> {
            var code = m.group(1) == null ? Integer.parseInt(m.group(2)) : Integer.parseInt(m.group(1), 16);
            if (code > 0xFFFF && code <= 0x10FFFF) {
                return m.group();
            }
            return code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)
                    ? REPLACEMENT
                    : isLegal((char) code) ? m.group() : "";
        });
    }
}
