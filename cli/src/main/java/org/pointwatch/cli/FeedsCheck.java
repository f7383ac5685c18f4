// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.role.FeedLists;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Table;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.FeedLook;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.wire.record.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code feeds check}: asks feeds once, as the fetcher would, and says what came of it. */
@Command(
        name = "check",
        description = "Asks feeds once and says how they do; of a site's page, which feeds it has. Changes nothing.",
        footer = {
            "",
            "FEED is an address, or an OPML file of many. Exit 1 if one of them is no feed.",
            "Examples: pointwatch feeds check https://example.org/feed",
            "          pointwatch feeds check --guess https://example.org/",
            "          pointwatch feeds check my.opml"
        })
final class FeedsCheck implements Callable<Integer> {
    private final Talk talk;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "FEED", description = "Addresses, or OPML files.")
    private List<String> given = new ArrayList<>();

    @Option(names = "--guess", description = "Where a page names no feed, ask at the places where feeds often are.")
    private boolean guess;

    @Option(names = "--tsv", description = "Print tabs instead of aligned columns.")
    private boolean tabs;

    FeedsCheck(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var contact = options.read().find(Keys.FETCH_CONTACT);
        var agent = "Pointwatch/0.1 (feed check" + (contact == null ? ")" : "; +" + contact + ")");
        var table = new Table("FEED", "STATE", "FORMAT", "ENTRIES", "NEWEST", "TITLE", "REMARKS");
        var good = true;
        try (var client = new FeedClient(agent, Set.of(), FetchLimits.DEFAULT, 1, InstantSource.system())) {
            var look = new FeedLook(client, InstantSource.system());
            for (var address : addresses()) {
                for (var row : look.at(address, guess)) {
                    table.row(
                            row.feed(),
                            row.state(),
                            row.format(),
                            row.entries(),
                            row.newest(),
                            row.title(),
                            row.remarks());
                    good &= row.good();
                }
            }
        } catch (IOException e) {
            throw Failure.of("the connection could not be closed: " + e, e);
        }
        (tabs ? table.tabbed() : table.aligned()).forEach(talk::result);
        return good ? 0 : Failure.FAILED;
    }

    private List<String> addresses() {
        var all = new ArrayList<String>();
        for (var one : given) {
            if (one.startsWith("http://") || one.startsWith("https://")) {
                all.add(one);
            } else if (Files.exists(Path.of(one))) {
                FeedLists.read(Path.of(one)).feeds().stream()
                        .map(Subscription::feed)
                        .forEach(all::add);
            } else {
                throw Failure.usage(one + ": neither an http(s) address nor a file: name a feed or an OPML file");
            }
        }
        return all;
    }
}
