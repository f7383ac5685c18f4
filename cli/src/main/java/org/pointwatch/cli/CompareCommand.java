// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Comparison;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.KafkaAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Compares the last values of two sets of topics byte by byte: what a switch would change.",
        footer = {
            "",
            "Findings, stories, coverage, deadlines and stances. A set is named as by reprocess --as; . is the one in use, and a name",
            "that ends in a hyphen a whole prefix. Exit code 0 if all is equal, 1 if something differs.",
            "Example: pointwatch compare . next --list 20"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int CHANGES = 20;

    private final Talk talk;

    @Parameters(index = "0", paramLabel = "A", description = "The one set, such as the one in use: a dot.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    private String second = "";

    @Option(names = "--list", paramLabel = "N", description = "Name so many keys of each topic that are not equal.")
    private int examples;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    CompareCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        var settings = options.read();
        try (var services = Services.leftBehind(settings)) {
            var kafka = services.kafka();
            new TopicCheck(kafka, settings).requireKafka();
            var a = named(kafka, first);
            var b = named(kafka, second);
            for (var side : List.of(a, b)) {
                new TopicCheck(side, settings).requireTopics();
            }
            var comparison = Comparison.of(a, b, Math.max(0, examples));
            if (json) {
                talk.result(json(a, b, comparison));
            } else {
                tell(a, b, comparison);
            }
            return comparison.same() ? 0 : Failure.FAILED;
        }
    }

    private static KafkaAccess named(KafkaAccess kafka, String name) {
        if (!name.matches("\\.|[A-Za-z0-9-]{1,60}")) {
            throw Failure.usage(
                    "'" + name + "' is no set of topics: give a dot, a name of reprocess --as, or a prefix");
        }
        return name.equals(".") ? kafka : kafka.shadow(name.endsWith("-") ? name : kafka.prefix() + name + "-");
    }

    private static String json(KafkaAccess a, KafkaAccess b, Comparison comparison) {
        var result = new LinkedHashMap<String, Object>();
        result.put("a", a.prefix());
        result.put("b", b.prefix());
        result.put("same", comparison.same());
        result.put("topics", comparison.topics());
        result.put("changes", comparison.changes());
        return Json.MAPPER.writeValueAsString(result);
    }

    private void tell(KafkaAccess a, KafkaAccess b, Comparison comparison) {
        talk.result("A = " + a.prefix() + ", B = " + b.prefix());
        for (var of : comparison.topics()) {
            talk.result("%-10s %,d equal, %,d only in A, %,d only in B, %,d different%s"
                    .formatted(
                            of.topic(),
                            of.equal(),
                            of.onlyInA(),
                            of.onlyInB(),
                            of.different(),
                            of.inVersionOnly() == 0
                                    ? ""
                                    : " (%,d of them in the dossier's version only)".formatted(of.inVersionOnly())));
            of.examples().forEach(example -> talk.result("    " + example));
        }
        comparison.changes().stream().limit(CHANGES).forEach(this::tell);
        if (comparison.changes().size() > CHANGES) {
            talk.result("... and %,d targets more: --json has them all"
                    .formatted(comparison.changes().size() - CHANGES));
        }
    }

    private void tell(Comparison.Change c) {
        talk.result("%-40s articles %,d -> %,d, stories %,d -> %,d"
                .formatted(c.target(), c.articlesA(), c.articlesB(), c.storiesA(), c.storiesB()));
    }
}
