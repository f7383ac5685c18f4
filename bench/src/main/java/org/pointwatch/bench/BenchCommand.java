// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.pointwatch.bench.dates.DatesCommand;
import org.pointwatch.bench.desk.DeskCommand;
import org.pointwatch.bench.fetch.FetchCommand;
import org.pointwatch.bench.fetch.PollingCommand;
import org.pointwatch.bench.ingest.ExtractCommand;
import org.pointwatch.bench.ingest.FeedsCommand;
import org.pointwatch.bench.match.MatchCommand;
import org.pointwatch.bench.match.StoriesCommand;
import org.pointwatch.bench.sentiment.TrainCommand;
import org.pointwatch.bench.soak.SoakCommand;
import org.pointwatch.bench.stories.CurvesCommand;
import org.pointwatch.bench.tagger.DeadlinesCommand;
import org.pointwatch.bench.tagger.HostileCommand;
import org.pointwatch.bench.tagger.SentimentSpeedCommand;
import org.pointwatch.bench.tagger.SpeechCommand;
import org.pointwatch.bench.tagger.TaggerCommand;
import org.pointwatch.bench.windows.WindowsCommand;
import org.pointwatch.cli.Subcommand;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.record.DossierRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench}: the figures of one run on this machine. */
@Command(
        name = "bench",
        description = "Measure the whole pipeline beside a bare pass-through on an embedded broker.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DatesCommand.class,
            TaggerCommand.class,
            HostileCommand.class,
            SpeechCommand.class,
            DeadlinesCommand.class,
            SentimentSpeedCommand.class,
            TrainCommand.class,
            StoriesCommand.class,
            MatchCommand.class,
            CurvesCommand.class,
            WindowsCommand.class,
            PollingCommand.class,
            FetchCommand.class,
            SoakCommand.class,
            ExtractCommand.class,
            FeedsCommand.class,
            DeskCommand.class
        },
        footer = {"", "Example: pointwatch bench --articles 100000 --rate 300 --seconds 60"})
public final class BenchCommand implements Subcommand {
    @Option(
            names = "--articles",
            defaultValue = "60000",
            description = "Revisions for each throughput figure (${DEFAULT-VALUE}).")
    private int articles;

    @Option(
            names = "--rate",
            defaultValue = "300",
            description = "Revisions a second for the latency figure (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "How long that rate is held (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the topology (${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("pointwatch-bench");
        try {
            new EndToEnd(settings(directory), System.out).run();
        } finally {
            remove(directory);
        }
        return 0;
    }

    private EndToEnd.Settings settings(Path directory) {
        var shipped = Dossiers.load(null);
        var dossier = shipped.dossier();
        return new EndToEnd.Settings(
                directory,
                new DossierRecord(
                        dossier.id(), dossier.version(), dossier.label(), dossier.contentHash(), shipped.yaml()),
                dossier,
                articles,
                rate,
                Duration.ofSeconds(seconds),
                TopicPlan.DEFAULT_PARTITIONS,
                threads);
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
