// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.pointwatch.ingest.discovery.FeedLinks;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.FeedParser.NotAFeed;
import org.pointwatch.ingest.parse.ParsedFeed;

/** One look at an address: a feed and how it does, or a page and the feeds it names. */
public final class FeedLook {
    private static final int SHOWN = 200;

    private final FeedClient client;
    private final InstantSource clock;

    public FeedLook(FeedClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What is told of one address; empty where there is nothing to tell. */
    public record Row(
            String feed,
            String state,
            String format,
            String entries,
            String newest,
            String title,
            String remarks,
            boolean good) {
        static Row bad(String feed, String state, String remarks) {
            return new Row(feed, state, "", "", "", "", CleanText.line(remarks, SHOWN), false);
        }
    }

    /** @param guess whether to ask at the usual places if a page names no feed */
    public List<Row> at(String address, boolean guess) {
        var outcome = client.get(address, null, null);
        if (!(outcome instanceof Fetched fetched)) {
            var reason = outcome instanceof Failed failed
                    ? failed.reason()
                    : outcome instanceof RateLimited limited ? "HTTP " + limited.status() : "HTTP 410: gone";
            return List.of(Row.bad(address, outcome.label(), reason));
        }
        var parsed = FeedParser.parse(fetched.body(), fetched.contentType(), fetched.url());
        if (parsed instanceof ParsedFeed feed) {
            return List.of(row(address, feed, fetched));
        }
        var found = feedsOf(fetched, guess);
        return found.isEmpty() ? List.of(Row.bad(address, "no feed", ((NotAFeed) parsed).reason())) : found;
    }

    private List<Row> feedsOf(Fetched page, boolean guess) {
        var html = new String(page.body(), StandardCharsets.UTF_8);
        var rows = new ArrayList<Row>();
        var named = FeedLinks.in(html, page.url());
        for (var link : named) {
            rows.add(new Row(link.url(), "named", "", "", "", link.title(), "by " + page.url(), true));
        }
        for (var usual : guess && named.isEmpty() ? FeedLinks.usual(page.url()) : List.<String>of()) {
            if (client.get(usual, null, null) instanceof Fetched fetched
                    && FeedParser.parse(fetched.body(), fetched.contentType(), fetched.url())
                            instanceof ParsedFeed feed) {
                rows.add(row(usual, feed, fetched));
            }
        }
        return rows;
    }

    private Row row(String address, ParsedFeed feed, Fetched fetched) {
        var remarks = new ArrayList<String>();
        if (!fetched.url().equals(address)) {
            remarks.add("now at " + fetched.url());
        }
        if (fetched.etag() == null && fetched.lastModified() == null) {
            remarks.add("names no validator");
        }
        remarks.addAll(feed.problems());
        return new Row(
                address,
                feed.rung().name().toLowerCase(Locale.ROOT),
                feed.format(),
                String.valueOf(feed.entries().size()),
                newest(feed),
                feed.title(),
                CleanText.line(String.join("; ", remarks), SHOWN),
                true);
    }

    private String newest(ParsedFeed feed) {
        return feed.entries().stream()
                .flatMap(this::dates)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(Instant::toString)
                .orElse("");
    }

    private Stream<Instant> dates(FeedEntry entry) {
        return Stream.of(entry.published(), entry.updated())
                .map(written -> FeedDates.read(written, null, clock.instant()).at());
    }
}
