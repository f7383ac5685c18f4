// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.url;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of an article's address, from which its id is made: what only tells how the reader came there is
 * removed, click counters and caches are seen through, the rest is kept. Changing these rules changes ids.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "ref_src",
            "cmpid",
            "ocid",
            "ito",
            "cmp",
            "smid",
            "smtyp",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "wt_mc",
            "wt_zmc",
            "traffic_source",
            "__twitter_impression",
            "amp_js_v",
            "amp",
            "amp_gsa",
            "usqp");

    private CanonicalUrl() {}

    /** The canonical form, or null if the text is no http(s) address. */
    public static @Nullable String of(@Nullable String url) {
        var given = url == null ? null : UrlParts.of(url);
        if (given == null) {
            return null;
        }
        var parts = Redirectors.target(given);
        var query = parts.query();
        return parts.withPath(withoutAmp(parts.path()))
                .withQuery(query == null ? null : withoutTracking(query))
                .text();
    }

    /** The AMP twin of a page under {@code /amp} at its end is the page. */
    private static String withoutAmp(String path) {
        for (var end : new String[] {"/amp", "/amp/"}) {
            if (path.endsWith(end) && path.length() > end.length() + 1) {
                return path.substring(0, path.length() - end.length()) + (end.endsWith("/") ? "/" : "");
            }
        }
        return path;
    }

    private static @Nullable String withoutTracking(String query) {
        var kept = Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !tracks(pair))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static boolean tracks(String pair) {
        var equals = pair.indexOf('=');
        var name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
