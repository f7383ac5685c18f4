// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.HtmlText;

/** An article's title among those that a page has: without the site's name, as readers see it. */
final class Titles {
    private static final int LONGEST = 1_000;
    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / "};

    private Titles() {}

    static String of(Document page, Metas metas, LinkedData data) {
        var window = line(page.title());
        var social = line(metas.first("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"));
        var site = line(metas.first("og:site_name"));
        var named = withoutSite(social.isEmpty() ? window : social, site);
        var heading = heading(page, named);
        if (!heading.isEmpty()) {
            return heading;
        }
        var headline = line(data.headline());
        if (!headline.isEmpty()) {
            return headline;
        }
        return named;
    }

    /** The first-level heading that the page's own name for itself confirms. */
    private static String heading(Document page, String others) {
        var known = words(others);
        var best = "";
        var most = 0.5;
        for (var h1 : page.getElementsByTag("h1")) {
            var text = line(h1.text());
            var own = words(text);
            if (!own.isEmpty()) {
                var shared = own.stream().filter(known::contains).count();
                var share = (double) shared / own.size();
                if (share > most || share == most && !best.isEmpty() && text.length() > best.length()) {
                    most = share;
                    best = text;
                }
            }
        }
        return words(best).size() > 1 || words(others).size() < 3 ? best : "";
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    private static String withoutSite(String title, String site) {
        for (var separator : SEPARATORS) {
            var at = title.lastIndexOf(separator);
            if (at > 0) {
                var behind = title.substring(at + separator.length()).strip();
                var before = title.substring(0, at).strip();
                if (behind.equalsIgnoreCase(site)
                        || 2 * behind.length() < before.length()
                                && words(behind).size() <= 5) {
                    return before;
                }
            }
        }
        return title;
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : CleanText.line(text.indexOf('&') >= 0 ? HtmlText.of(text) : text, LONGEST);
    }
}
