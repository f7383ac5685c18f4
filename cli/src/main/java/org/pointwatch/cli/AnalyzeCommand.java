// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        description = "Finds points and actors in articles, one line of JSON each; offline.",
        footer = {
            "",
            "In: {\"id\",\"url\",\"outlet\",\"title\",\"text\",\"published\",\"language\"?}. Offsets are UTF-16 units into",
            "title + two newlines + text.",
            "Example: pointwatch analyze articles.jsonl > findings.jsonl"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--dossier", paramLabel = "FILE", description = "What to find; the shipped dossier by default.")
    private @Nullable Path dossier;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private String file = "-";

    AnalyzeCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var good = new Analysis(talk, Dossiers.load(dossier).dossier(), model.open()).run(file);
        return good ? 0 : Failure.FAILED;
    }
}
