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
import org.pointwatch.wire.override.VetoOverrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "veto",
        description = "An analyst's veto of a wrong tag, or of a whole outlet; counts follow.",
        subcommands = {
            VetoCommand.OfTag.class,
            VetoCommand.OfOutlet.class,
            VetoCommand.Undo.class,
            VetoCommand.ListAll.class
        },
        footer = {
            "",
            "What is vetoed counts nowhere until the veto is taken back, also what comes later and after a replay.",
            "What was written is printed as JSON Lines. Without configured Kafka, it is that of the run with the",
            "same --data.",
            "Examples: pointwatch veto tag 18dcdf5b9e0f9dc8f9a1 point:army-cap --why \"another army\"",
            "          pointwatch veto outlet mirror.example --why \"copies without a name\"",
            "          pointwatch veto undo 18dcdf5b9e0f9dc8f9a1 point:army-cap"
        })
final class VetoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw Failure.usage("veto: name one of tag, outlet, undo, list; see pointwatch veto --help");
    }

    @Command(name = "tag", description = "An article does not mention a point or an actor, whatever the rules say.")
    static final class OfTag extends DecidingTask {
        @Parameters(index = "0", paramLabel = "ARTICLE", description = "Id of the article.")
        private String article = "";

        @Parameters(
                index = "1",
                paramLabel = "TARGET",
                description = "point:<id> or actor:<id>; pairs and the plan follow from these.")
        private String target = "";

        OfTag(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            var id = article(article);
            var vetoed = VetoOverrides.target("TARGET", target);
            return before -> before.vetoes().vetoTag(id, vetoed, audit);
        }
    }

    @Command(name = "outlet", description = "No article of an outlet counts, as if it had withdrawn them all.")
    static final class OfOutlet extends DecidingTask {
        @Parameters(
                paramLabel = "DOMAIN",
                description = "The outlet as its articles have it: a domain, or its feed's title.")
        private String outlet = "";

        OfOutlet(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            var vetoed = VetoOverrides.outlet("DOMAIN", outlet);
            return before -> before.vetoes().vetoOutlet(vetoed, audit);
        }
    }

    @Command(name = "undo", description = "Takes the veto of a tag (ARTICLE TARGET) or of an outlet (DOMAIN) back.")
    static final class Undo extends DecidingTask {
        @Parameters(
                index = "0",
                paramLabel = "ARTICLE|DOMAIN",
                description = "Id of the article; or, without TARGET, the outlet.")
        private String subject = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "TARGET",
                description = "The vetoed point:<id> or actor:<id> of the article.")
        private @Nullable String target;

        Undo(Talk talk) {
            super(talk);
        }

        @Override
        Function<Overrides, Change> decision(StoryAudit audit) {
            if (target == null) {
                var outlet = VetoOverrides.outlet("DOMAIN", subject);
                return before -> before.vetoes().allowOutlet(outlet, audit);
            }
            var id = article(subject);
            var vetoed = VetoOverrides.target("TARGET", target);
            return before -> before.vetoes().allowTag(id, vetoed, audit);
        }
    }

    @Command(name = "list", description = "Prints the vetoes in force, one line of JSON each.")
    static final class ListAll extends StoryTask {
        @Option(names = "--article", paramLabel = "ARTICLE", description = "Only those of one article.")
        private @Nullable String article;

        ListAll(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            var wanted = article == null ? null : article(article);
            return told(() -> withKafka(kafka -> {
                var listed = OverrideLog.read(kafka).vetoes().inForce().stream()
                        .filter(r -> wanted == null || r.subject().equals(wanted))
                        .toList();
                print(new Change(listed, List.of()));
                return 0;
            }));
        }
    }
}
