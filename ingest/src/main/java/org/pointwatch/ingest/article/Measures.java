// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** How much of what stands in each element, found in one walk. */
final class Measures {
    private static final int HEADLINE = 15;
    /** Whose text is no prose however long it is. */
    private static final Set<String> NO_PROSE = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption");

    private final Map<Element, Size> sizes = new IdentityHashMap<>();

    /** What stands in one element, its descendants included. */
    static final class Size {
        private int chars;
        private int linked;
        private int links;
        private int prose;
        private int linkedHeadings;

        int chars() {
            return chars;
        }

        int links() {
            return links;
        }

        int prose() {
            return prose;
        }

        int linkedHeadings() {
            return linkedHeadings;
        }

        boolean mostlyLinks(double share) {
            return linked > share * chars;
        }

        private void add(Size child) {
            chars += child.chars;
            linked += child.linked;
            links += child.links;
            prose += child.prose;
            linkedHeadings += child.linkedHeadings;
        }
    }

    static Measures of(Element root, Predicate<Element> left) {
        var measures = new Measures();
        NodeTraversor.filter(measures.new Walk(left), root);
        return measures;
    }

    Size of(Element e) {
        var size = sizes.get(e);
        return size == null ? new Size() : size;
    }

    private final class Walk implements NodeFilter {
        private final Predicate<Element> left;
        private final Deque<Element> blocks = new ArrayDeque<>();
        private final Run run = new Run();
        private int inLinks;

        Walk(Predicate<Element> left) {
            this.left = left;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                run.add(text.getWholeText(), inLinks > 0);
                addText(text);
            } else if (node instanceof Element e) {
                if (left.test(e)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                open(e);
            }
            return FilterResult.CONTINUE;
        }

        private void addText(TextNode text) {
            var parent = text.parent();
            if (parent != null) {
                var alone = new Run();
                alone.add(text.getWholeText(), inLinks > 0);
                var size = sizes.computeIfAbsent(parent, k -> new Size());
                size.chars += alone.chars();
                size.linked += alone.linked();
            }
        }

        private void open(Element e) {
            var size = sizes.computeIfAbsent(e, k -> new Size());
            if (e.normalName().equals("a") && e.hasAttr("href")) {
                inLinks++;
                size.links++;
            }
            if (!Tags.inline(e)) {
                flush();
                blocks.push(e);
            }
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element e && sizes.containsKey(e) && !left.test(e)) {
                close(e, of(e));
            }
            return FilterResult.CONTINUE;
        }

        private void close(Element e, Size size) {
            if (e.normalName().equals("a") && e.hasAttr("href")) {
                inLinks--;
            }
            if (!Tags.inline(e)) {
                flush();
                blocks.pop();
            }
            if (Tags.headingLevel(e) > 1 && size.chars > HEADLINE && size.mostlyLinks(0.8)) {
                size.linkedHeadings++;
            }
            if (e.parent() != null) {
                sizes.computeIfAbsent(e.parent(), k -> new Size()).add(size);
            }
        }

        private void flush() {
            var owner = blocks.peek();
            if (owner != null && !NO_PROSE.contains(owner.normalName())) {
                of(owner).prose += run.prose();
            }
            run.clear();
        }
    }
}
