// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.InstantSource;
import java.util.function.Function;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.OverrideLog;
import org.pointwatch.wire.override.Overrides;
import org.pointwatch.wire.override.StoryAudit;
import picocli.CommandLine.Option;

/** A decision with its author and reason. */
abstract class DecidingTask extends StoryTask {
    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, up to 1,000 characters; kept.")
    private String why = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; the user of this machine by default.")
    private String by = System.getProperty("user.name", "");

    DecidingTask(Talk talk) {
        super(talk);
    }

    /** @throws Failure if the call is wrong */
    abstract Function<Overrides, Change> decision(StoryAudit audit);

    @Override
    public final Integer call() {
        return told(() -> {
            var decision = decision(StoryAudit.of("--by NAME", by, "--why", why, InstantSource.system()));
            return withKafka(kafka -> {
                var change = OverrideLog.change(kafka, decision);
                print(change);
                return change.records().isEmpty() ? Failure.FAILED : 0;
            });
        });
    }
}
