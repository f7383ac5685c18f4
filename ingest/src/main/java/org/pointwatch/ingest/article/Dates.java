// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.FeedDate;
import org.pointwatch.ingest.parse.FeedDates;

/** When an article was published, as its page says, and where it says so: the first that can be believed. */
final class Dates {
    static final String JSON_LD = "page-json-ld";
    static final String META = "page-meta";
    static final String TIME = "page-time";
    static final String URL = "page-url";

    private static final int MOST_TIMES = 20;
    private static final String[] METAS = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
        "publishdate",
        "publish_date",
        "publish-date",
        "pubdate",
        "published_at",
        "publication_date",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "dc.terms.issued",
        "citation_publication_date",
        "rnews:datepublished",
        "vr:published_time",
        "ptime",
        "date"
    };
    private static final Pattern PATH =
            Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?:[/_.-]|$)");

    private final @Nullable ZoneId zone;
    private final Instant now;
    private boolean nonsense;

    Dates(@Nullable ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    FeedDate of(Document page, Metas metas, LinkedData data, @Nullable String url) {
        var found = read(data.published(), JSON_LD);
        for (var i = 0; i < METAS.length && found == null; i++) {
            found = read(metas.values().get(METAS[i]), META);
        }
        if (found == null) {
            found = element(page);
        }
        if (found == null && url != null) {
            found = inPath(url);
        }
        return found != null ? found : new FeedDate(null, nonsense ? FeedDate.IMPLAUSIBLE : FeedDate.NONE);
    }

    private @Nullable FeedDate element(Document page) {
        var seen = 0;
        for (var e : page.select("[itemprop=datePublished], time[pubdate], time[datetime]")) {
            if (seen++ >= MOST_TIMES) {
                return null;
            }
            var found = modified(e) ? null : read(written(e), TIME);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean modified(Element e) {
        return e.attr("itemprop").equals("dateModified")
                || e.className().contains("updated") && !e.className().contains("published");
    }

    private static String written(Element e) {
        for (var attribute : new String[] {"datetime", "content"}) {
            if (!e.attr(attribute).isBlank()) {
                return e.attr(attribute);
            }
        }
        return e.text();
    }

    private @Nullable FeedDate inPath(String url) {
        var m = PATH.matcher(url);
        return m.find() ? read(m.group(1) + "-" + m.group(2) + "-" + m.group(3), URL) : null;
    }

    private @Nullable FeedDate read(@Nullable String written, String source) {
        var date = FeedDates.read(written, zone, now);
        nonsense |= date.source().equals(FeedDate.IMPLAUSIBLE);
        return date.at() == null ? null : new FeedDate(date.at(), source);
    }
}
