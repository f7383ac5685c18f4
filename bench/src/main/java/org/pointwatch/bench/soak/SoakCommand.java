// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.soak;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.bench.Load;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.config.SettingsReader;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Metrics;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.embedded.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench soak}: a steady load for long, for the audit to look at afterwards. */
@Command(
        name = "soak",
        description = {
            "Hold a steady load through topology and sink, with edits, deletions and late originals.",
            "The data is left behind: pointwatch audit --data DIR recounts it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench soak --minutes 20 --rate 150 --data ./soak-data"})
public final class SoakCommand implements Callable<Integer> {
    @Option(names = "--minutes", defaultValue = "20", description = "How long the rate is held (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--rate", defaultValue = "150", description = "Revisions a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seed", defaultValue = "20251120", description = "Of the load (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where everything is kept.")
    private Path data = Path.of("soak-data");

    @Override
    public Integer call() throws Exception {
        var settings = SettingsReader.read(null, System.getenv(), List.of(Keys.DATA.name() + "=" + data));
        var dossier = Dossiers.load(null);
        System.out.println("load: " + Load.DESCRIPTION + ", 3 % come 2,000 revisions late");
        try (var directory = DataDirectory.open(data);
                var services = Services.all(settings, directory);
                var metrics = new Metrics();
                var roles = new RoleSet(settings, services, directory.root(), Clock.systemUTC(), metrics)) {
            start(settings, services, dossier, roles);
            var load = Load.ofDay(dossier.dossier(), seed, Instant.now().minus(Duration.ofDays(1)));
            var quiet = new Soak(services, new LateNews(load::next, seed), System.out)
                    .run(rate, Duration.ofMinutes(minutes));
            System.out.println("next: pointwatch audit --data " + data);
            return quiet ? 0 : 1;
        }
    }

    private static void start(Settings settings, Services services, Dossiers dossier, RoleSet roles) {
        new TopicCheck(services.kafka(), settings).create();
        dossier.publish(services.kafka());
        roles.sink();
        roles.process(dossier.dossier().id());
    }
}
