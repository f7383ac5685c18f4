// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.forget.Held;
import org.pointwatch.cli.forget.Takedown;
import org.pointwatch.cli.forget.Wanted;
import org.pointwatch.cli.role.Catchup;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.OverrideException;
import org.pointwatch.wire.override.StoryAudit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "forget",
        description =
                "Takedown: an article, or all of an outlet, counts no more, and its text goes from topics and tables.",
        footer = {
            "",
            "What was forgotten is printed, one article a line; what still holds its text, and how long, goes to stderr.",
            "Without configured Kafka, it is that of the run with the same --data.",
            "Examples: pointwatch forget --url https://outlet.example/2025/talks --why \"asked by the publisher\"",
            "          pointwatch forget --outlet outlet.example --yes"
        })
final class ForgetCommand implements Callable<Integer> {
    private final Talk talk;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, up to 1,000 characters; kept.")
    private String why = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    /** One or the other. */
    static final class Which {
        @Option(names = "--url", paramLabel = "URL", description = "The article's address, tracking parameters or not.")
        private @Nullable String url;

        @Option(names = "--outlet", paramLabel = "DOMAIN", description = "All articles of an outlet.")
        private @Nullable String outlet;

        Wanted wanted() {
            return url == null ? Wanted.outlet(outlet == null ? "" : outlet) : Wanted.url(url);
        }
    }

    ForgetCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var wanted = which.wanted();
        var reason = reason();
        var settings = options.read();
        try (var services = Services.forCommand(settings)) {
            var kafka = services.kafka();
            var check = new TopicCheck(kafka, settings);
            check.requireKafka();
            check.requireTopics();
            var found = Takedown.find(kafka, wanted);
            if (found.isEmpty()) {
                throw Failure.of(nothing(wanted));
            }
            var left = found.stream().filter(h -> !h.gone()).toList();
            if (!left.isEmpty() && !agreed(left)) {
                talk.say("nothing was forgotten");
                return Failure.FAILED;
            }
            var pages = Takedown.withdrawPages(
                    kafka, found.stream().map(Held::article).toList());
            Takedown.publish(kafka, left, reason);
            left.forEach(h -> talk.result(h.toString()));
            found.stream().filter(Held::gone).forEach(h -> talk.say(h + " was forgotten before"));
            if (pages > 0) {
                talk.say(pages + " pages that were still to be read are not read");
            }
            talk.say(state(services, left));
            stillHeld(kafka, found).forEach(talk::say);
            return 0;
        }
    }

    private static String nothing(Wanted wanted) {
        return wanted.id() == null
                ? "no article of " + wanted.told()
                        + " is known here: name the outlet as the desk and the table findings"
                        + " name it, or the domain of its links"
                : "no article at " + wanted.told() + " is known here (id " + wanted.id()
                        + "): is it the address of its feed's"
                        + " link? Where many entries share an address, or have none, try --outlet";
    }

    private boolean agreed(List<Held> articles) {
        var console = System.console();
        if (yes || !talk.terminal() || console == null) {
            return true;
        }
        articles.stream().limit(10).forEach(h -> talk.say(h.toString()));
        var answer = console.readLine("Forget %,d articles for good? [y/N] ", articles.size());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    /** What has become of them when this command ends. */
    private String state(Services services, List<Held> articles) throws InterruptedException {
        if (articles.isEmpty()) {
            return "nothing is left to forget";
        }
        var kafka = services.kafka();
        var catchup = new Catchup(kafka, services.findDatabase());
        if (!catchup.processed(Topics.ARTICLES)) {
            return articles.size() + " articles will be forgotten as soon as `pointwatch process` or `run` runs";
        }
        var kept = Takedown.found(kafka, articles.stream().map(Held::article).toList());
        Takedown.erase(kafka, kept);
        var stored = catchup.stored(List.of(Topics.FINDINGS, Topics.TEXTS, Topics.STORIES));
        return "%d articles are gone from findings and stories%s; their counts follow within seconds%s"
                .formatted(
                        articles.size(),
                        stored ? " and from the tables" : ", and from the tables as soon as the sink has read that",
                        kept.isEmpty()
                                ? ""
                                : "; %d of them were too old to be counted back: their counts stay"
                                        .formatted(kept.size()));
    }

    private List<String> stillHeld(KafkaAccess kafka, List<Held> found) {
        var texts = found.stream().mapToInt(Held::texts).sum();
        var letters =
                Takedown.deadLetters(kafka, found.stream().map(Held::article).toList());
        var last = found.stream()
                .map(Held::lastWritten)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at.plus(Takedown.kept(kafka, Topics.ARTICLES)), ZoneOffset.UTC));
        return List.of(
                "still there: %d records with text on %s%s, %d on %s (%d days); files of Kafka and PostgreSQL until they clean up; backups"
                        .formatted(
                                texts,
                                kafka.topic(Topics.ARTICLES),
                                last.map(day -> " until " + day).orElse(""),
                                letters,
                                kafka.topic(Topics.DEAD_LETTERS),
                                Takedown.kept(kafka, Topics.DEAD_LETTERS).toDays()),
                "sooner: kafka-delete-records takes everything older from a partition, and from a replay; see docs/operations.md."
                        + " Its feed may bring it again under a later first sight: pointwatch feeds remove");
    }

    private String reason() {
        try {
            return StoryAudit.reason("--why", why);
        } catch (OverrideException e) {
            throw Failure.usage(e.getMessage());
        }
    }
}
