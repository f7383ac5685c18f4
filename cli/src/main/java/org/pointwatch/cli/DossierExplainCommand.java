// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.Explaining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Says of each rule why it did or did not match a text; offline.",
        footer = {
            "",
            "The gate first, then the rules that matched, then those that came nearest and what they lack",
            "there, then the names of actors. Each rule is judged by itself. + matched or counts, - did not.",
            "Example: pointwatch dossier explain my.yaml --point army-cap --text 'An army would be capped.'"
        })
final class DossierExplainCommand implements Runnable {
    private final Talk talk;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The dossier file; the shipped one by default.")
    private @Nullable Path file;

    @Option(names = "--dossier", paramLabel = "FILE", description = "The same as FILE.")
    private @Nullable Path dossier;

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "A sentence or a whole article.")
    private String text = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "Its title.")
    private String title = "";

    @Option(names = "--language", paramLabel = "CODE", description = "Its language; told from the text by default.")
    private @Nullable String language;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Its day, which decides who holds an office.")
    private @Nullable LocalDate date;

    @Option(names = "--point", paramLabel = "ID", description = "Explain the rules of this point only.")
    private @Nullable String point;

    @Option(names = "--all", description = "Print every rule that did not match, not only those that came nearest.")
    private boolean all;

    @Option(names = "--json", description = "Print one object of JSON, with every rule.")
    private boolean json;

    DossierExplainCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public void run() {
        if (file != null && dossier != null) {
            throw Failure.usage("dossier explain: name the dossier once, as FILE or with --dossier");
        }
        var loaded = Dossiers.load(file == null ? dossier : file).dossier();
        var explaining = new Explaining(talk, loaded, point);
        var explanation = explaining.explain(title, text, language, date);
        if (json) {
            explaining.printJson(explanation);
        } else {
            explaining.print(explanation, all);
        }
    }
}
