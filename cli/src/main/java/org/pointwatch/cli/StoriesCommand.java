// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.StoryScoreRun;
import org.pointwatch.cli.tool.StorySet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stories",
        description = "Judges articles as one set: which is an original, which a copy or an update; offline.",
        footer = {
            "",
            "In: {\"id\",\"url\",\"outlet\",\"title\",\"text\",\"published\"}; one id twice is two revisions.",
            "A gold line has besides \"kind\" and \"truth\":{\"story\",\"relation\",\"of\"}. In the list of misses,",
            "+ is what was said and - what is true.",
            "Example: pointwatch stories articles.jsonl > stories.jsonl",
            "Example: pointwatch stories --score --misses gold.jsonl"
        })
final class StoriesCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--score", description = "Hold the verdicts against the truth in gold lines; each file is a set.")
    private boolean score;

    @Option(names = "--misses", description = "With --score, list each article that came out otherwise.")
    private boolean misses;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private List<String> files = List.of("-");

    StoriesCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        if (!score && (misses || files.size() > 1)) {
            throw Failure.usage(
                    misses ? "--misses lists what --score finds: give both" : "one file is one set: give one FILE");
        }
        return (score ? allScored() : new StorySet(talk).run(files.get(0))) ? 0 : Failure.FAILED;
    }

    private boolean allScored() {
        var good = true;
        for (var i = 0; i < files.size(); i++) {
            if (i > 0) {
                talk.result("");
            }
            good &= new StoryScoreRun(talk, files.get(i)).run(misses);
        }
        return good;
    }
}
