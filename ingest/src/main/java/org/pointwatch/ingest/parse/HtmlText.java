// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Markup to plain text: paragraphs separated by a newline, entities decoded once, scripts and styles dropped. */
public final class HtmlText {
    /** Markup longer than this is cut before it is parsed: no text of the kept length needs more. */
    private static final int LONGEST_MARKUP = 2_000_000;

    private static final int DEEPEST = 200;
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "math",
            "head",
            "textarea",
            "select",
            "button");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "hr",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "nav",
            "figure",
            "figcaption",
            "form",
            "address",
            "fieldset",
            "details",
            "summary");

    private HtmlText() {}

    public static String of(String markup) {
        if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
            return CleanText.paragraphs(markup.replace('\n', ' ').replace('\r', ' '));
        }
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        var body = parser.parseInput(CleanText.head(markup, LONGEST_MARKUP), "").body();
        var text = new TextOf();
        NodeTraversor.filter(text, body);
        return CleanText.paragraphs(text.out.toString());
    }

    private static final class TextOf implements NodeFilter {
        private final StringBuilder out = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode leaf) {
                out.append(leaf.getWholeText().replace('\n', ' ').replace('\r', ' '));
            } else if (node instanceof Element element) {
                if (DROPPED.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakAround(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakAround(element);
            }
            return FilterResult.CONTINUE;
        }

        private void breakAround(Element element) {
            if (BLOCKS.contains(element.normalName())) {
                out.append('\n');
            }
        }
    }
}
