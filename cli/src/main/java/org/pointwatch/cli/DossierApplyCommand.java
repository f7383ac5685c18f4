// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Retagging;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Checklist;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.wire.record.Retag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = "Puts a dossier in force: running roles switch to it at once.",
        footer = {
            "",
            "Without --retag, what was found before keeps the version it was found with.",
            "Example: pointwatch dossier apply my-dossier.yaml --retag --set kafka.bootstrap.servers=kafka:9092"
        })
final class DossierApplyCommand implements Callable<Integer> {
    private final Talk talk;
    private final Checklist progress;
    private long toldAt = System.nanoTime();

    @Parameters(paramLabel = "FILE", description = "The dossier file.")
    private Path file = Path.of("");

    @Option(names = "--retag", description = "Tag the articles of the last 35 days again; their counts follow.")
    private boolean retag;

    @Option(names = "--no-wait", description = "With --retag: do not wait until it is done.")
    private boolean noWait;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    DossierApplyCommand(Talk talk) {
        this.talk = talk;
        this.progress = new Checklist(talk);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (noWait && !retag) {
            throw Failure.usage("--no-wait has nothing to wait for: it goes with --retag");
        }
        var settings = options.read();
        var dossier = Dossiers.load(file);
        var id = dossier.dossier().id();
        var version = dossier.dossier().version();
        try (var services = Services.forCommand(settings)) {
            var kafka = services.kafka();
            var check = new TopicCheck(kafka, settings);
            check.requireKafka();
            check.requireTopics();
            var position = dossier.publish(kafka);
            talk.result(id + " is in force as " + version);
            if (retag) {
                retag(new Retagging(kafka, new Retag(id, version, position, 0), InstantSource.system()));
            }
        }
        return 0;
    }

    private void retag(Retagging retagging) throws InterruptedException {
        var asked = retagging.ask(every("asked for"));
        var done = !noWait && done(retagging);
        progress.draw("");
        talk.result(
                done
                        ? "%d articles of the last %d days are tagged with it; their counts follow within seconds"
                                .formatted(asked, EventTime.HORIZON.toDays())
                        : "%d articles will be tagged again, as soon as `pointwatch process` or `run` runs"
                                .formatted(asked));
    }

    private boolean done(Retagging retagging) throws InterruptedException {
        if (!retagging.await(every("left to tag again"))) {
            return false;
        }
        // What came a moment ago may still have met the old dossier; by now every task has the new one.
        retagging.ask(every("more asked for"));
        return retagging.await(every("left to tag again"));
    }

    private LongConsumer every(String what) {
        return number -> {
            var now = System.nanoTime();
            if (now - toldAt > progress.progressEveryMillis() * 1_000_000) {
                toldAt = now;
                progress.progress(number + " " + what);
            }
        };
    }
}
