// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        description = "Compares the topics of the cluster with those wanted; with --apply, creates what is missing.",
        footer = {"", "Example: pointwatch topics --apply --set kafka.bootstrap.servers=kafka:9092"})
final class TopicsCommand implements Callable<Integer> {
    private final Talk talk;

    @Option(names = "--apply", description = "Create what is missing. What is there stays as it is.")
    private boolean apply;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    TopicsCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var settings = options.read();
        try (var services = Services.forCommand(settings)) {
            var check = new TopicCheck(services.kafka(), settings);
            check.requireKafka();
            var warning = check.offsetsForgotten();
            if (warning != null) {
                talk.say("pointwatch: " + warning);
            }
            if (apply) {
                talk.say(check.create() + " topics created");
            }
            return report(services, check);
        }
    }

    private int report(Services services, TopicCheck check) {
        var difference = check.compare();
        for (var topic : Topics.EVERY) {
            var state = difference.missing().contains(topic) ? "missing" : "there";
            talk.result(services.kafka().topic(topic) + "\t" + state + "\t" + topic.meaning());
        }
        difference.wrong().forEach(talk::say);
        if (!difference.missing().isEmpty()) {
            talk.say(difference.missing().size() + " missing: pointwatch topics --apply");
        }
        return difference.none() ? 0 : Failure.FAILED;
    }
}
