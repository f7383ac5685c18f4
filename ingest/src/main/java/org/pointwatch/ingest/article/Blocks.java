// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;

/** An element's text in lines, in the order of the document. */
final class Blocks implements NodeFilter {
    private static final int MOST_TEXT = 1_000_000;
    private static final int MOST_LINES = 20_000;
    private static final Set<String> ITEMS = Set.of("li", "td", "th", "dd", "dt");

    private final Predicate<Element> left;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Run run = new Run();
    private int inLinks;
    private int inItems;
    private int total;

    private Blocks(Predicate<Element> left) {
        this.left = left;
    }

    static List<Block> of(Element root, Predicate<Element> left) {
        var blocks = new Blocks(left);
        NodeTraversor.filter(blocks, root);
        blocks.flush();
        return blocks.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode leaf && total < MOST_TEXT && blocks.size() < MOST_LINES) {
            var words = leaf.getWholeText();
            total += words.length();
            run.add(words, inLinks > 0);
            text.append(words);
        } else if (node instanceof Element e) {
            if (left.test(e)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(e, 1);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element e) {
            open(e, -1);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element e, int by) {
        inLinks += e.normalName().equals("a") && e.hasAttr("href") ? by : 0;
        if (!Tags.inline(e)) {
            flush();
            inItems += ITEMS.contains(e.normalName()) ? by : 0;
            if (by > 0) {
                open.push(e);
            } else {
                open.pop();
            }
        }
    }

    private static @Nullable Element container(@Nullable Element owner) {
        return owner == null
                        || owner.normalName().equals("div")
                        || owner.normalName().equals("section")
                ? owner
                : owner.parent();
    }

    private void flush() {
        var line = CleanText.line(text.toString(), MOST_TEXT / 4);
        if (!line.isEmpty()) {
            var owner = open.peek();
            var level = owner == null ? 0 : Tags.headingLevel(owner);
            blocks.add(new Block(
                    line,
                    run.chars(),
                    run.linked(),
                    level > 0 ? 0 : run.prose(),
                    level,
                    inItems > 0,
                    run.endsLikeASentence(),
                    container(owner)));
        }
        text.setLength(0);
        run.clear();
    }
}
