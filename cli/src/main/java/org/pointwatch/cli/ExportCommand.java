// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.export.Csv;
import org.pointwatch.cli.export.ExportSource;
import org.pointwatch.cli.export.Exporting;
import org.pointwatch.cli.export.Exports;
import org.pointwatch.cli.export.JsonLines;
import org.pointwatch.cli.export.ParquetJars;
import org.pointwatch.cli.export.RowFormat;
import org.pointwatch.cli.export.Selection;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes rows of the tables to standard output, as CSV, JSON Lines or Parquet.",
        footer = {
            "",
            "The names of the columns are those of the JSON; in CSV a text that a spreadsheet would take for a formula",
            "begins with an apostrophe. Times are event times: of deadlines, those spoken of between --from and --to,",
            "the last day included. --target takes articles, mentions and stories that have to do with it; of",
            "coverage exactly this one.",
            "Examples: pointwatch export deadlines --format csv > deadlines.csv",
            "          pointwatch export mentions --from 2025-11-20 --to 2025-11-27 --target point:army-cap"
        })
final class ExportCommand implements Callable<Integer> {
    private static final Map<String, ExportSource> SOURCES =
            Exports.EVERY.stream().collect(Collectors.toMap(ExportSource::name, Function.identity()));
    private static final Map<String, Supplier<RowFormat>> FORMATS =
            Map.of("csv", Csv::new, "jsonl", JsonLines::new, "parquet", ParquetJars::format);

    private final Talk talk;

    @Parameters(
            paramLabel = "WHAT",
            description = "alerts, articles, coverage, deadlines, mentions, stances or stories.")
    private String what = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, parquet or jsonl (the default).")
    private String format = "jsonl";

    @Option(names = "--from", paramLabel = "TIME", description = "2025-11-20 or 2025-11-20T14:00:00Z, inclusive.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "As --from, exclusive; a day is included as a whole.")
    private @Nullable String to;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "point:<id>, actor:<id>, pair:<point>|<actor>, plan:<dossier> or all. Repeatable.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    ExportCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var exporting = new Exporting(
                named("export", what, SOURCES),
                named("--format", format, FORMATS).get());
        var selection = Selection.of(from, to, targets);
        exporting.source().requireSelectable(selection);
        try (var services = Services.tables(options.read())) {
            var rows = exporting.run(services.database(), selection, talk.out());
            talk.say("%,d %s".formatted(rows, what));
            return 0;
        }
    }

    private static <T> T named(String where, String name, Map<String, T> known) {
        var found = known.get(name);
        if (found == null) {
            throw Failure.usage(
                    where + " " + name + " is unknown: use " + String.join(" or ", new TreeSet<>(known.keySet())));
        }
        return found;
    }
}
