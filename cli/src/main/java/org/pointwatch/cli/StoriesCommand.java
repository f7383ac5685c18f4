// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.concurrent.Callable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.StorySet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stories",
        description = "Judges articles as one set: which is an original, which a copy or an update; offline.",
        footer = {
            "",
            "In: {\"id\",\"url\",\"outlet\",\"title\",\"text\",\"published\"}; one id twice is two revisions.",
            "Example: pointwatch stories articles.jsonl > stories.jsonl"
        })
final class StoriesCommand implements Callable<Integer> {
    private final Talk talk;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON Lines; - for standard input.")
    private String file = "-";

    StoriesCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        return new StorySet(talk).run(file) ? 0 : Failure.FAILED;
    }
}
