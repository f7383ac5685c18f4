// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.SentimentAnswers;
import org.pointwatch.cli.tool.SentimentScoreRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sentiment",
        description = "Judges how sentences speak of a target in them, one line of JSON each; offline.",
        footer = {
            "",
            "In: {\"id\",\"text\",\"start\"?,\"end\"?,\"language\"?}; start and end are the target's, in UTF-16 units.",
            "Without them the text as a whole is judged. English alone; of other languages a note says so.",
            "A gold line has besides \"label\": negative, neutral or positive.",
            "Example: pointwatch sentiment sentences.jsonl > sentiments.jsonl",
            "Example: pointwatch sentiment --set sentiment.model=DIR sentences.jsonl (docs/models.md)",
            "Example: pointwatch sentiment --score --misses gold.jsonl"
        })
final class SentimentCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--score", description = "Hold the labels against those in gold lines.")
    private boolean score;

    @Option(names = "--misses", description = "With --score, list each target that was judged otherwise.")
    private boolean misses;

    @Option(names = "--causes", description = "Tell the words that moved each score most.")
    private boolean causes;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private List<String> files = List.of("-");

    SentimentCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        if (misses && !score) {
            throw Failure.usage("--misses lists what --score finds: give both");
        }
        if (causes && score) {
            throw Failure.usage("--causes is for answers: leave out --score");
        }
        var scorer = model.open();
        var good = true;
        for (var file : files) {
            good &= score
                    ? new SentimentScoreRun(talk, file, scorer).run(misses)
                    : new SentimentAnswers(talk, causes, scorer).run(file);
        }
        return good ? 0 : Failure.FAILED;
    }
}
