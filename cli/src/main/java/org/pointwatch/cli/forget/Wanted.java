// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.forget;

import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;

/**
 * Which articles are to be forgotten.
 *
 * @param told as a person calls them
 * @param id of the article that the address alone names; null for those of an outlet
 * @param held whether an article is meant, by its outlet and canonical URL
 */
public record Wanted(String told, @Nullable String id, BiPredicate<String, @Nullable String> held) {

    /** The article at an address, and those that share it. */
    public static Wanted url(String url) {
        var canonical = CanonicalUrl.of(url);
        if (canonical == null) {
            throw Failure.usage(
                    "'" + url + "' is no address: give it as it stands in the article's link, with https://");
        }
        return new Wanted(canonical, Ids.article(canonical), (outlet, at) -> canonical.equals(at));
    }

    /** All articles of an outlet: under its name, or at addresses of that domain. */
    public static Wanted outlet(String given) {
        var name = given.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw Failure.usage(
                    "--outlet is empty: name a domain such as outlet.example, or the outlet as findings name it");
        }
        return new Wanted(
                name,
                null,
                (outlet, at) -> outlet.toLowerCase(Locale.ROOT).equals(name)
                        || at != null && domain(at).equals(name));
    }

    private static String domain(String url) {
        var domain = Domains.ofUrl(url);
        return domain == null ? "" : domain;
    }

    boolean means(String article, String outlet, @Nullable String url) {
        return article.equals(id) || held.test(outlet, url);
    }
}
