// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.Comparing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description =
                "Says what a changed dossier does: mentions gained and lost in articles, or rules changed; offline.",
        footer = {
            "",
            "With --articles, one line of JSON for each article that B tags otherwise than A, totals on stderr:",
            "{\"id\",\"points\":{\"gained\":[{\"point\",\"rule\",\"sentence\"}],\"lost\":[]},\"actors\":{…}}.",
            "Without, one line for each rule, name or number that was added, removed or changed.",
            "Example: pointwatch dossier diff old.yaml new.yaml --articles articles.jsonl"
        })
final class DossierDiffCommand implements Callable<Integer> {
    private final Talk talk;

    @Parameters(index = "0", paramLabel = "A", description = "The dossier as it was.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The dossier as it is to be.")
    private Path after = Path.of("");

    @Option(names = "--articles", paramLabel = "FILE", description = "Articles as for analyze; - for standard input.")
    private @Nullable String articles;

    DossierDiffCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var comparing = new Comparing(
                talk, Dossiers.load(before).dossier(), Dossiers.load(after).dossier());
        if (articles == null) {
            comparing.printRules();
            return 0;
        }
        return comparing.printArticles(articles) ? 0 : Failure.FAILED;
    }
}
