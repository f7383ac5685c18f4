// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.parse.FeedEntry;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.wire.Json;

/** {@code parse-feed}: what the fetcher would read in each file. */
public final class FeedFiles {
    private final Talk talk;
    private final Clock clock;

    /** @param clock dates more than a day ahead of it are not believed */
    public FeedFiles(Talk talk, Clock clock) {
        this.talk = talk;
        this.clock = clock;
    }

    /** Returns whether every file could be opened. */
    public boolean run(List<String> files) {
        var opened = true;
        for (var file : files) {
            byte[] bytes = null;
            String problem = null;
            try {
                bytes = Files.readAllBytes(Path.of(file));
            } catch (IOException | InvalidPathException e) {
                problem = "cannot be opened: " + e;
                opened = false;
            }
            talk.result(bytes == null ? line(file, null, List.of(String.valueOf(problem))) : line(file, bytes));
        }
        return opened;
    }

    private String line(String file, byte[] bytes) {
        var parsed = FeedParser.parse(bytes, null, null);
        return parsed instanceof ParsedFeed feed
                ? line(file, feed, feed.problems())
                : line(file, null, List.of(((FeedParser.NotAFeed) parsed).reason()));
    }

    private String line(String file, @Nullable ParsedFeed feed, List<String> problems) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("file", file);
        line.put("title", feed == null ? null : feed.title());
        line.put("link", feed == null ? null : feed.link());
        var items = new ArrayList<LinkedHashMap<String, @Nullable Object>>();
        if (feed != null) {
            feed.entries().forEach(entry -> items.add(item(entry)));
        }
        line.put("items", items);
        line.put("problems", problems);
        return Json.MAPPER.writeValueAsString(line);
    }

    private LinkedHashMap<String, @Nullable Object> item(FeedEntry entry) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("id", entry.id());
        item.put("title", entry.title());
        item.put("link", entry.link());
        item.put("published", instant(entry.published()));
        item.put("updated", instant(entry.updated()));
        item.put("summary", entry.summary().isEmpty() ? entry.content() : entry.summary());
        return item;
    }

    private @Nullable Instant instant(@Nullable String written) {
        return FeedDates.read(written, null, clock.instant()).at();
    }
}
