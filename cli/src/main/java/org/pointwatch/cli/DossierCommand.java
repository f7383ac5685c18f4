// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.List;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.PlanPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "dossier",
        description = "What to follow: points, actors and their rules.",
        subcommands = {
            DossierCommand.Check.class,
            DossierExplainCommand.class,
            DossierDiffCommand.class,
            DossierScoreCommand.class,
            DossierApplyCommand.class
        })
final class DossierCommand implements Runnable {
    @Override
    public void run() {
        throw Failure.usage("dossier: name one of check, explain, diff, score, apply; see pointwatch dossier --help");
    }

    @Command(
            name = "check",
            description = "Validates a dossier file and tries its examples; offline.",
            footer = {"", "Example: pointwatch dossier check my-dossier.yaml"})
    static final class Check implements Runnable {
        private final Talk talk;

        @Parameters(paramLabel = "FILE", description = "The dossier file.")
        private Path file = Path.of("");

        Check(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void run() {
            var dossier = Dossiers.load(file).dossier();
            var examples = dossier.points().stream()
                    .map(PlanPoint::examples)
                    .mapToInt(List::size)
                    .sum();
            var counter = dossier.points().stream()
                    .map(PlanPoint::counterexamples)
                    .mapToInt(List::size)
                    .sum();
            talk.result("%s: dossier %s, version %s: %d points, %d actors; %d examples and %d counterexamples passed"
                    .formatted(
                            file,
                            dossier.id(),
                            dossier.version(),
                            dossier.points().size(),
                            dossier.actors().size(),
                            examples,
                            counter));
        }
    }
}
