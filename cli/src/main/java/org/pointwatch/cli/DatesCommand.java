// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.DateAnswers;
import org.pointwatch.cli.tool.DateScoreRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dates",
        description = "Finds the dates in texts and the days they stand for, one line of JSON each; offline.",
        footer = {
            "",
            "In: {\"id\",\"text\",\"reference\",\"language\"?,\"zone\"?}; the reference is ISO, local at the outlet.",
            "A gold line has besides \"expressions\":[{\"start\",\"end\",\"text\",\"type\",\"values\":[\"2025-11-27\"]}];",
            "a span is start/end with an exclusive end. In the list of misses, + is what was said and - what is true.",
            "Example: pointwatch dates sentences.jsonl > dates.jsonl",
            "Example: pointwatch dates --score --misses gold.jsonl"
        })
final class DatesCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--score", description = "Hold the expressions against those in gold lines.")
    private boolean score;

    @Option(names = "--misses", description = "With --score, list each expression that came out otherwise.")
    private boolean misses;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private List<String> files = List.of("-");

    DatesCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        if (misses && !score) {
            throw Failure.usage("--misses lists what --score finds: give both");
        }
        var good = true;
        for (var file : files) {
            good &= score ? new DateScoreRun(talk, file).run(misses) : new DateAnswers(talk).run(file);
        }
        return good ? 0 : Failure.FAILED;
    }
}
