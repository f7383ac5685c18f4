// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.HtmlText;

/** Who wrote an article, as its page says. */
final class Bylines {
    private static final int LONGEST = 200;
    private static final int MOST_NAMES = 6;
    /** A name with so many has a date in it. */
    private static final int MOST_DIGITS = 4;

    private static final int MOST_LOOKED_AT = 50;
    private static final Set<String> BY =
            Set.of("by", "von", "par", "por", "di", "da", "автор", "autor", "oleh", "written");

    private Bylines() {}

    static @Nullable String of(Document page, Metas metas, LinkedData data) {
        var claimed = data.author();
        if (claimed == null || isAddress(claimed)) {
            claimed = name(metas.first(
                    "author",
                    "article:author_name",
                    "parsely-author",
                    "sailthru.author",
                    "dc.creator",
                    "byl",
                    "dcterms.creator",
                    "citation_author"));
        }
        if (claimed == null) {
            claimed = name(metas.first("article:author", "og:article:author"));
        }
        return claimed == null ? shown(page) : claimed;
    }

    /** Names in elements that say they hold the author. */
    private static @Nullable String shown(Document page) {
        var names = new ArrayList<String>();
        for (var query : new String[] {
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[rel=author]",
            ".byline-name, .author-name",
            ".byline, .author, .article-author"
        }) {
            for (var e : page.select(query).stream().limit(MOST_LOOKED_AT).toList()) {
                var name = name(e.hasAttr("content") ? e.attr("content") : e.text());
                if (name != null && !names.contains(name) && names.size() < MOST_NAMES) {
                    names.add(name);
                }
            }
            if (!names.isEmpty()) {
                return CleanText.line(String.join(", ", names), LONGEST);
            }
        }
        return null;
    }

    /** Null for what cannot be a name: empty, an address, a sentence. */
    private static @Nullable String name(@Nullable String text) {
        if (text == null || isAddress(text)) {
            return null;
        }
        var line = CleanText.line(HtmlText.of(text), LONGEST + 1);
        var space = line.indexOf(' ');
        var first = space < 0
                ? ""
                : line.substring(0, space).toLowerCase(Locale.ROOT).replace(":", "");
        if (BY.contains(first)) {
            line = line.substring(space + 1).strip();
            line = first.equals("written") && line.toLowerCase(Locale.ROOT).startsWith("by ")
                    ? line.substring(3)
                    : line;
        }
        var odd = line.indexOf('@') == 0 || line.endsWith(".txt") || digits(line) >= MOST_DIGITS;
        return line.isEmpty() || line.length() > LONGEST / 2 || odd ? null : line;
    }

    private static long digits(String line) {
        return line.chars().filter(Character::isDigit).count();
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("//");
    }
}
