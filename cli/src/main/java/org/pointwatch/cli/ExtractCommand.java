// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.ArticlePages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "extract",
        description = "Reads the articles on web pages as the fetcher would, one line of JSON each; offline.",
        footer = {
            "",
            "In: {\"id\",\"html\",\"url\"?}. Out: {\"id\",\"title\",\"text\",\"published\",\"author\",\"language\"}, and where the date",
            "was found, the credited agency, the address the page wants to be known by, and access: open, paywall, consent,",
            "challenge or no-article.",
            "Example: pointwatch extract pages.jsonl > articles.jsonl"
        })
final class ExtractCommand implements Callable<Integer> {
    private final Talk talk;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private List<String> files = List.of("-");

    ExtractCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var pages = new ArticlePages(talk, InstantSource.system());
        var good = true;
        for (var file : files) {
            good &= pages.run(file);
        }
        return good ? 0 : Failure.FAILED;
    }
}
