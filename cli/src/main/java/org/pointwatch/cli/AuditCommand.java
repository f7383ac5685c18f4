// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.audit.Audit;
import org.pointwatch.cli.role.Backlog;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description =
                "Counts coverage, deadlines and stances again from articles, findings, stories and vetoes, and prints every difference.",
        footer = {
            "",
            "Each rule of counting is written a second time for it, and no clock is read. It looks at the configured",
            "cluster, at a run that runs with the same --data, or at what a demo or run left behind there. Exit code 0 if",
            "all is as counted again, 1 if there is a difference.",
            "Examples: pointwatch audit --data ./demo-data",
            "          pointwatch audit --json --set kafka.bootstrap.servers=kafka:9092 --set db.url=jdbc:postgresql://db/pointwatch"
        })
final class AuditCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--json", description = "One JSON object a difference, and one at the end with all figures.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    AuditCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var settings = options.read();
        try (var services = Services.leftBehind(settings)) {
            new TopicCheck(services.kafka(), settings).requireKafka();
            var database = services.findDatabase();
            var backlog = Backlog.of(services.kafka(), database);
            var audit = Audit.of(services.kafka(), database);
            audit.differences().forEach(d -> talk.result(json ? Json.MAPPER.writeValueAsString(d) : d.toString()));
            talk.result(
                    json ? Json.MAPPER.writeValueAsString(result(audit, backlog)) : summary(audit, database != null));
            var behind = backlog.told();
            if (behind != null) {
                talk.say(behind + (audit.differences().isEmpty() ? "" : ": differences may be of that"));
            }
            return audit.differences().isEmpty() ? 0 : Failure.FAILED;
        }
    }

    private static Map<String, @Nullable Object> result(Audit audit, Backlog backlog) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("differences", audit.differences().size());
        result.putAll(audit.figures());
        result.put("backlog", backlog);
        return result;
    }

    private static String summary(Audit audit, boolean withTables) {
        var differences = audit.differences().size();
        var text = new StringBuilder(differences == 0 ? "no difference" : differences + " differences");
        text.append(": %,d articles = %,d counted + %,d withdrawn + %,d dead-lettered + %,d beyond the horizon"
                .formatted(
                        audit.figure("articles"),
                        audit.figure("counted"),
                        audit.figure("withdrawn"),
                        audit.figure("deadLettered"),
                        audit.figure("beyondHorizon")));
        if (audit.figure("vetoed") > 0) {
            text.append(" + %,d of vetoed outlets".formatted(audit.figure("vetoed")));
        }
        if (audit.figure("unexplained") > 0) {
            text.append(" + %,d that count nowhere".formatted(audit.figure("unexplained")));
        }
        text.append("; %,d findings, %,d stories, %,d coverage keys, %,d deadlines and %,d stances compared%s"
                .formatted(
                        audit.figure("findings"),
                        audit.figure("stories"),
                        audit.figure("coverageKeys"),
                        audit.figure("deadlines"),
                        audit.figure("stances"),
                        withTables ? ", %,d rows of tables".formatted(audit.figure("rows")) : ", no tables"));
        if (audit.figure("notChecked") + audit.figure("coverageKeysNotChecked") > 0) {
            text.append(
                    "; not checked: %,d articles of which not every record is on articles any more or whose veto came late, %,d coverage keys"
                            .formatted(audit.figure("notChecked"), audit.figure("coverageKeysNotChecked")));
            text.append(" older than the findings");
        }
        if (audit.figure("rowsRetired") > 0) {
            text.append("; %,d records of months before every row are taken for retired"
                    .formatted(audit.figure("rowsRetired")));
        }
        return text.toString();
    }
}
