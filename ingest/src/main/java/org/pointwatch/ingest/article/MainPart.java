// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The smallest element that holds the article: from the body down, always into the child with the most prose, as long as
 * that child holds nearly all of it; marks such as {@code articleBody} are believed with less.
 */
final class MainPart {
    private static final double NEVER = 2;
    private static final double ALL = 0.96;
    private static final double NEARLY_ALL = 0.8;
    private static final int HARDLY_ANY = 300;
    /** An element that is declared to be the text for machines, and has this much, is believed. */
    private static final int DECLARED = 400;

    private static final double MARKED = 0.45;
    private static final double BODY = 0.3;
    private static final Set<String> BODY_NAMES = Set.copyOf(Arrays.asList(
            ("articlebody articlebodytext articlebodycontent articlecontent articlecontentbody articletext articlecopy "
                            + "storybody storycontent storytext storycopy entrycontent postcontent postbody posttext "
                            + "postarticle posttext contentbody bodycopy bodycontent newsbody newstext newscontent "
                            + "pagecontent singlecontent blogcontent tdpostcontent richtext richtextbody wysiwyg "
                            + "articlemain mainarticle articlebodycontainer cmscontent textcontent fulltext articletextbody")
                    .split(" ")));

    private final Measures measures;
    private final Predicate<Element> left;

    MainPart(Measures measures, Predicate<Element> left) {
        this.measures = measures;
        this.left = left;
    }

    Element of(Element body) {
        var entry = entry(body);
        var at = entry == null ? body : entry;
        var inside = entry != null;
        for (var next = step(at, inside); next != null; next = step(at, inside)) {
            at = next;
            inside |= isBody(at);
        }
        return at;
    }

    /** The one element that is called the article's text, if it holds most of the page's prose or the page has hardly any. */
    private @Nullable Element entry(Element body) {
        var search = new Search();
        NodeTraversor.filter(search, body);
        var best = search.best;
        if (best == null) {
            return null;
        }
        var total = measures.of(body).prose();
        var prose = measures.of(best).prose();
        var chars = measures.of(best).chars();
        var most = 2 * prose >= total && 10 * search.others <= prose;
        var declared =
                search.others == 0 && chars >= DECLARED && best.attr("itemprop").equals("articleBody");
        return most || declared || total < HARDLY_ANY && 2 * chars > HARDLY_ANY ? best : null;
    }

    /** Finds the largest of the outermost elements that are called so. */
    private final class Search implements NodeFilter {
        private @Nullable Element best;
        private int others;

        @Override
        public FilterResult head(Node node, int depth) {
            if (!(node instanceof Element e)) {
                return FilterResult.CONTINUE;
            } else if (left.test(e)) {
                return FilterResult.SKIP_ENTIRELY;
            } else if (!isBody(e) || measures.of(e).chars() == 0) {
                return FilterResult.CONTINUE;
            }
            var held = best;
            if (held == null || size(e) > size(held)) {
                others += held == null ? 0 : measures.of(held).prose();
                best = e;
            } else {
                others += measures.of(e).prose();
            }
            return FilterResult.SKIP_CHILDREN;
        }

        private long size(Element e) {
            return 1_000_000L * measures.of(e).prose() + measures.of(e).chars();
        }
    }

    /** @param inside whether the article's text was entered already, so that no mark says more */
    private @Nullable Element step(Element at, boolean inside) {
        var here = measures.of(at).prose();
        if (here == 0) {
            return null;
        }
        Element best = null;
        var most = 0;
        var bodies = 0;
        for (var child : at.children()) {
            var prose = left.test(child) ? 0 : measures.of(child).prose();
            bodies += prose > 0 && isBody(child) ? 1 : 0;
            if (prose > most) {
                best = child;
                most = prose;
            }
        }
        var marked = !inside && bodies < 2;
        return best != null && !Tags.inline(best) && most >= needed(best, marked) * here ? best : null;
    }

    private static double needed(Element child, boolean marked) {
        return switch (child.normalName()) {
            case "p", "li", "blockquote" -> NEVER;
            case "td" -> ALL;
            case "article", "main" -> marked && isBody(child) ? BODY : marked ? MARKED : NEARLY_ALL;
            default -> marked && isBody(child) ? BODY : NEARLY_ALL;
        };
    }

    /** Whether its makers call it the article's text. */
    static boolean isBody(Element e) {
        return e.attr("itemprop").equals("articleBody") || contains(Names.joined(e));
    }

    private static boolean contains(List<String> names) {
        for (var name : names) {
            if (BODY_NAMES.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
