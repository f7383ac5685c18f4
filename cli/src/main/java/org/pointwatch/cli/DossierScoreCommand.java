// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.DeadlineScoring;
import org.pointwatch.cli.tool.FigureScoring;
import org.pointwatch.cli.tool.QuoteScoring;
import org.pointwatch.cli.tool.Scoring;
import org.pointwatch.cli.tool.StanceScoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        description =
                "Holds what a dossier finds against gold lines, where careful readers said what is there; offline.",
        footer = {
            "",
            "A gold line: {\"id\",\"language\",\"scope\":\"sentence|article\",\"title\"?,\"text\",\"published\"?,",
            "\"points\":[ids],\"actors\":[ids]}. Sentences are taken to come from an article about the",
            "negotiation: no gate is asked. A target counts once a line.",
            "With --deadlines: {\"id\",\"language\",\"scope\",\"text\",\"published\",",
            "\"deadlines\":[{\"phrase\",\"due\",\"status\"}],\"dates\":[{\"phrase\",\"kind\"}]}.",
            "With --stances: {\"id\",\"language\",\"text\",\"published\",",
            "\"stances\":[{\"actor\",\"point\",\"stance\":\"support|oppose|conditional|unknown\"}]}.",
            "In the list of misses, - was missed, + was found and should not be, = was found rightly; below",
            "what was missed stand the rules that came nearest and what they lack.",
            "Example: pointwatch dossier score --misses --only army-cap gold/tuning"
        })
final class DossierScoreCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--dossier", paramLabel = "FILE", description = "What to score; the shipped dossier by default.")
    private @Nullable Path dossier;

    @Option(names = "--json", description = "Print one object of JSON.")
    private boolean json;

    @Option(names = "--misses", description = "List each wrong line, with the rules that matched.")
    private boolean misses;

    @Option(names = "--only", paramLabel = "ID", description = "List the misses of this point or actor only.")
    private @Nullable String only;

    @Option(names = "--quotes", description = "Score quotes and who says them; GOLD has \"quotes\" in each line.")
    private boolean quotes;

    @Option(names = "--figures", description = "Score figures; GOLD has \"figures\" in each line.")
    private boolean figures;

    @Option(
            names = "--deadlines",
            description = "Score deadlines, their days and status, against gold lines that tell them.")
    private boolean deadlines;

    @Option(
            names = "--stances",
            description = "Score whose position on which point is told; GOLD has \"stances\" in each line.")
    private boolean stances;

    @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Files of gold lines, or folders of .jsonl files.")
    private List<Path> gold = List.of();

    DossierScoreCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        if (quotes) {
            var scoring = new QuoteScoring(talk, Dossiers.load(dossier).dossier());
            scoring.read(gold);
            return (json ? scoring.printJson(misses) : scoring.print(misses)) ? 0 : Failure.FAILED;
        }
        if (figures) {
            var scoring = new FigureScoring(talk, Dossiers.load(dossier).dossier());
            scoring.read(gold);
            return (json ? scoring.printJson(misses) : scoring.print(misses)) ? 0 : Failure.FAILED;
        }
        if (deadlines) {
            return ofDeadlines();
        }
        if (stances) {
            return ofStances();
        }
        var scoring = new Scoring(talk, Dossiers.load(dossier).dossier());
        scoring.read(gold);
        var listed = misses || only != null;
        var good = json ? scoring.printJson(listed, only) : scoring.print(listed, only);
        return good ? 0 : Failure.FAILED;
    }

    private int ofDeadlines() {
        if (json || only != null) {
            throw Failure.of("--deadlines prints a table of all deadlines: leave out --json and --only");
        }
        var scoring = new DeadlineScoring(talk, Dossiers.load(dossier).dossier());
        scoring.read(gold);
        return scoring.print(misses) ? 0 : Failure.FAILED;
    }

    private int ofStances() {
        if (json || only != null) {
            throw Failure.of("--stances prints a table of all stances: leave out --json and --only");
        }
        var scoring = new StanceScoring(talk, Dossiers.load(dossier).dossier());
        scoring.read(gold);
        return scoring.print(misses) ? 0 : Failure.FAILED;
    }
}
