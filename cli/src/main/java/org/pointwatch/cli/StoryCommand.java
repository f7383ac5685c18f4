// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.OverrideLog;
import org.pointwatch.wire.override.Overrides;
import org.pointwatch.wire.override.StoryAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "story",
        description = "An analyst's word on stories, which wins over the algorithm; counts follow.",
        subcommands = {
            StoryCommand.Merge.class,
            StoryCommand.Split.class,
            StoryCommand.Undo.class,
            StoryCommand.ListAll.class
        },
        footer = {
            "",
            "Decisions name articles, not stories: stories come and go. The newest one of an article is in force.",
            "What was written is printed as JSON Lines. Without configured Kafka, it is that of the run with the",
            "same --data.",
            "Examples: pointwatch story merge 18dcdf5b9e0f9dc8f9a1 08dcdf5b9e0f9dc8f9a1 --why \"same dispatch\"",
            "          pointwatch story undo 18dcdf5b9e0f9dc8f9a1"
        })
final class StoryCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw Failure.usage("story: name one of merge, split, undo, list; see pointwatch story --help");
    }

    @Command(
            name = "merge",
            description = "The later of two articles belongs to the story of the earlier one, whatever their texts.")
    static final class Merge extends DecidingTask {
        @Parameters(index = "0", paramLabel = "A", description = "Id of an article.")
        private String first = "";

        @Parameters(index = "1", paramLabel = "B", description = "Id of the other; the order does not matter.")
        private String second = "";

        Merge(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            var one = article(first);
            var other = article(second);
            if (one.equals(other)) {
                throw Failure.usage("story merge: " + one + " is named twice; name two articles");
            }
            return before -> before.stories().merge(one, other, audit);
        }
    }

    @Command(name = "split", description = "An article is an original, a story of its own, whatever it resembles.")
    static final class Split extends DecidingTask {
        @Parameters(paramLabel = "ARTICLE", description = "Id of the article.")
        private String article = "";

        Split(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            var id = article(article);
            return before -> before.stories().split(id, audit);
        }
    }

    @Command(
            name = "undo",
            description = "Gives an article back to the algorithm; of a merge, both articles if that is their newest.")
    static final class Undo extends DecidingTask {
        @Parameters(paramLabel = "ARTICLE", description = "Id of the article.")
        private String article = "";

        Undo(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            var id = article(article);
            return before -> before.stories().undo(id, audit);
        }
    }

    @Command(name = "list", description = "Prints what is in force, one line of JSON for each article.")
    static final class ListAll extends StoryTask {
        @Option(names = "--article", paramLabel = "ARTICLE", description = "Only that of one article.")
        private @Nullable String article;

        @Option(names = "--all", description = "Also the newest of articles that were given back.")
        private boolean all;

        ListAll(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            var wanted = article == null ? null : article(article);
            return told(() -> withKafka(kafka -> {
                var overrides = OverrideLog.read(kafka).stories();
                var listed = all ? overrides.newest() : overrides.inForce();
                print(new Change(
                        listed.stream()
                                .filter(r -> wanted == null || r.subject().equals(wanted))
                                .toList(),
                        List.of()));
                return 0;
            }));
        }
    }
}
