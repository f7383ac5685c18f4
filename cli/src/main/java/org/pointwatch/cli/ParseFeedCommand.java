// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.FeedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "parse-feed",
        description = "Reads feeds from files as the fetcher would, one line of JSON a file; offline.",
        footer = {"", "Example: pointwatch parse-feed feed.xml other.json"})
final class ParseFeedCommand implements Callable<Integer> {
    private final Talk talk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "RSS, Atom or JSON Feed, in any encoding.")
    private List<String> files = List.of();

    ParseFeedCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        return new FeedFiles(talk, Clock.systemUTC()).run(files) ? 0 : Failure.FAILED;
    }
}
