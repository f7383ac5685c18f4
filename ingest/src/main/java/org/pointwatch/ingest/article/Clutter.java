// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Which parts of a page stand around its article. A name alone condemns nothing: a part that holds much of the page's prose
 * stays whatever it is called, since names such as "with-sidebar" are given to whole pages.
 */
final class Clutter {
    private static final double USUAL = 0.3;
    private static final double COMMENTS = 0.97;
    private static final double HIDDEN = 0.5;
    private static final double LARGE = 0.7;
    private static final double SMALL = 0.1;
    private static final int CARD = 600;

    private static final Set<String> WORDS = words(
            """
            ad ads advert advertisement advertisements advertorial adslot adunit dfp gpt sponsor sponsored sponsors outbrain taboola
            revcontent zergnet promo promos promotion promoted promobox partner affiliate newsletter newsletters subscribe subscription
            subscribebox signup optin mailchimp share sharing shares sharebar sharebox sharedaddy addthis social socials sociable follow
            facebook twitter related relateds relatedposts yarpp jp recommended recommendations recommend recirc recirculation
            readmore morefrom readnext upnext more trending popular mostpopular mostread latest headlines teaser teasers
            sidebar rail aside nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager paging footer foot
            masthead toolbar topbar banner overlay tooltip login register signin notification notifications skyscraper leaderboard
            byline bylines author authors authorbox authorbio bio contributor contributors dateline timestamp pubdate datetime publishdate
            tags taglist topics keywords category categories posted meta metadata postmeta entrymeta
            caption captions wpcaption credit credits copyright gallery slideshow carousel slider
            widgets poll quiz survey feedback correction print printonly noprint hidden invisible visuallyhidden
            sr screenreader offscreen disclaimer rating ratings reviewbox donate donation""");
    private static final Set<String> TALK = words(
            """
            comment comments commentlist disqus respond replies livefyre coral cookie cookies consent gdpr onetrust modal popup lightbox""");
    private static final Set<String> NEVER = words("article articlebody html body main");
    private static final Map<String, Double> ROLES = Map.of(
            "navigation", USUAL,
            "banner", USUAL,
            "contentinfo", COMMENTS,
            "complementary", USUAL,
            "search", SMALL,
            "dialog", USUAL,
            "alertdialog", USUAL,
            "menu", USUAL,
            "toolbar", USUAL);
    private static final Map<String, Double> TAGS = Map.of(
            "nav", USUAL, "footer", LARGE, "aside", USUAL, "header", USUAL, "form", SMALL, "menu", USUAL, "address",
            SMALL);
    private static final Set<String> CARDS = Set.of("li", "article", "div", "section", "ul", "ol", "td");
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "div", "section", "table", "p", "td");

    private final Map<Element, Boolean> judged = new IdentityHashMap<>();
    private final Measures measures;
    private final int total;
    private final Set<String> own;

    /** @param main what holds most of the page's prose: its own names are no clutter's, whatever they are */
    Clutter(Measures measures, int total, Element main) {
        this.measures = measures;
        this.total = total;
        this.own = Set.copyOf(Names.words(main));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    /** Asked several times of each element, so answers are kept. */
    boolean test(Element e) {
        return judged.computeIfAbsent(e, this::judge);
    }

    private boolean judge(Element e) {
        if (Tags.dropped(e)) {
            return true;
        }
        var name = e.normalName();
        if (name.equals("body") || name.equals("html") || name.equals("blockquote")) {
            return false;
        }
        var size = measures.of(e);
        var share = total == 0 ? 0 : (double) size.prose() / total;
        return share <= tolerance(e) || share < SMALL && shaped(e, size);
    }

    /** The share of the page's prose up to which its name condemns it; below zero if it does not at all. */
    private double tolerance(Element e) {
        var most = Math.max(TAGS.getOrDefault(e.normalName(), -1.0), ROLES.getOrDefault(role(e), -1.0));
        most = Math.max(most, hidden(e) ? HIDDEN : -1);
        var words = Names.words(e);
        if (words.isEmpty() || e.normalName().equals("main")) {
            return most;
        }
        return Math.max(most, ofNames(e, words));
    }

    private double ofNames(Element e, List<String> words) {
        var most = -1.0;
        for (var word : words) {
            if (own.contains(word)) {
                continue;
            } else if (TALK.contains(word)) {
                most = COMMENTS;
            } else if (word.equals("footer")) {
                most = Math.max(most, LARGE);
            } else if (WORDS.contains(word)) {
                most = Math.max(most, USUAL);
            }
        }
        return most > 0 && (e.normalName().equals("article") || NEVER.stream().anyMatch(words::contains))
                ? SMALL
                : most;
    }

    private static String role(Element e) {
        return e.attr("role").toLowerCase(Locale.ROOT);
    }

    private static boolean hidden(Element e) {
        if (e.hasAttr("hidden") || e.attr("aria-hidden").equals("true")) {
            return true;
        }
        var style = e.attr("style");
        if (style.isEmpty() || style.length() > 2_000) {
            return false;
        }
        var compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return compact.contains("display:none") || compact.contains("visibility:hidden");
    }

    /** A list of links, or a card with a linked heading that leads elsewhere. */
    private static boolean shaped(Element e, Measures.Size size) {
        var name = e.normalName();
        if (LISTS.contains(name) && size.links() >= 3 && size.mostlyLinks(0.6)) {
            return true;
        }
        if ((name.equals("ul") || name.equals("ol")) && size.links() > 0 && size.mostlyLinks(0.8)) {
            return true;
        }
        return CARDS.contains(name) && size.linkedHeadings() > 0 && size.prose() < CARD * size.linkedHeadings();
    }
}
