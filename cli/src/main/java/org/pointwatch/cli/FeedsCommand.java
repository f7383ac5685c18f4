// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.FeedLists;
import org.pointwatch.cli.role.LastValues;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.ingest.opml.Opml;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "feeds",
        description = "The list of feeds to poll.",
        footer = {
            "",
            "Examples: pointwatch feeds import my.opml",
            "          pointwatch feeds import --dry-run my.opml",
            "          pointwatch feeds add https://example.org/feed --outlet example.org --group agencies",
            "          pointwatch feeds export > all.opml"
        })
final class FeedsCommand implements Callable<Integer> {
    private final Talk talk;

    FeedsCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        throw Failure.usage(
                "feeds: name one of import, add, remove, list, export, health; see pointwatch feeds --help");
    }

    @Command(
            name = "import",
            description = "Merges OPML files into the list; two spellings of an address are one feed.")
    int importFiles(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "OPML files.") List<Path> files,
            @Option(names = "--dry-run", description = "Only say what is in them, one line of JSON a file; offline.")
                    boolean dryRun,
            @Mixin SettingsOptions options) {
        if (dryRun) {
            return dryRun(files);
        }
        var feeds = new ArrayList<Subscription>();
        for (var file : files) {
            var opml = FeedLists.read(file);
            opml.problems().forEach(talk::say);
            feeds.addAll(opml.feeds());
        }
        return withList(options, writer -> merge(writer, feeds));
    }

    private int dryRun(List<Path> files) {
        var found = 0;
        for (var file : files) {
            var opml = opml(file);
            found += opml.feeds().size();
            var line = new LinkedHashMap<String, Object>();
            line.put("file", file.toString());
            line.put("feeds", opml.feeds().size());
            line.put("problems", opml.problems());
            talk.result(Json.MAPPER.writeValueAsString(line));
        }
        return found > 0 ? 0 : Failure.FAILED;
    }

    private static Opml opml(Path file) {
        try {
            return FeedLists.parse(file);
        } catch (Failure e) {
            return new Opml(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    @Command(name = "add", description = "Adds one feed, or changes what is known of it.")
    int add(
            @Parameters(paramLabel = "URL", description = "The feed's address.") String url,
            @Option(names = "--title", description = "Its name.") @Nullable String title,
            @Option(names = "--outlet", description = "The publisher as counted, such as example.org.") @Nullable
                    String outlet,
            @Option(names = "--group", description = "Such as agencies.") @Nullable String group,
            @Option(names = "--language", description = "Such as en.") @Nullable String language,
            @Option(names = "--zone", description = "For dates without one, such as Europe/Kyiv.") @Nullable
                    String zone,
            @Mixin SettingsOptions options) {
        var feed = new Subscription(url, title == null ? url : title, outlet, group, language, zone);
        return withList(options, writer -> merge(writer, List.of(feed)));
    }

    private int merge(SubscriptionWriter writer, List<Subscription> feeds) {
        var merged = writer.add(feeds);
        merged.refused().forEach(talk::say);
        talk.result(merged.added() + " added, " + merged.changed() + " changed, " + merged.unchanged() + " as before");
        return merged.refused().isEmpty() ? 0 : Failure.FAILED;
    }

    @Command(name = "remove", description = "Takes feeds off the list; what came from them stays counted.")
    int remove(
            @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses of feeds.") List<String> urls,
            @Mixin SettingsOptions options) {
        return withList(options, writer -> {
            var unknown = urls.stream().filter(url -> !writer.remove(url)).toList();
            unknown.forEach(url -> talk.say(url + " is not on the list: pointwatch feeds list"));
            return unknown.isEmpty() ? 0 : Failure.FAILED;
        });
    }

    @Command(name = "list", description = "Prints the list: address, title, outlet, group and language, with tabs.")
    int list(@Mixin SettingsOptions options) {
        return withList(options, writer -> {
            writer.list().forEach(f -> row(f.feed(), f.title(), f.outlet(), f.group(), f.language()));
            return 0;
        });
    }

    @Command(name = "export", description = "Prints the list as OPML.")
    int export(@Mixin SettingsOptions options) {
        return withList(options, writer -> {
            talk.out().print(new String(Opml.write("Pointwatch feeds", writer.list()), StandardCharsets.UTF_8));
            return 0;
        });
    }

    @Command(name = "health", description = "Prints how each feed does, those in trouble first.")
    int health(@Mixin SettingsOptions options) {
        return withKafka(options, services -> {
            var states = new ArrayList<>(
                    LastValues.of(services.kafka(), Topics.FEEDS).values());
            states.sort(java.util.Comparator.comparing((FeedState s) -> s.health() == FeedState.Health.HEALTHY)
                    .thenComparing(FeedState::feed));
            states.forEach(s -> row(
                    s.feed(),
                    s.health().name().toLowerCase(java.util.Locale.ROOT),
                    s.reason(),
                    s.lastPoll() == null ? null : s.lastPoll().toString(),
                    Long.toString(s.articles())));
            return 0;
        });
    }

    private void row(@Nullable String... cells) {
        var line = new ArrayList<String>();
        for (var cell : cells) {
            line.add(cell == null ? "" : cell.replace('\t', ' '));
        }
        talk.result(String.join("\t", line));
    }

    private int withList(SettingsOptions options, ToIntFunction<SubscriptionWriter> work) {
        return withKafka(options, services -> {
            try (var writer = new SubscriptionWriter(services.kafka())) {
                return work.applyAsInt(writer);
            }
        });
    }

    private int withKafka(SettingsOptions options, ToIntFunction<Services> work) {
        var settings = options.read();
        try (var services = Services.forCommand(settings)) {
            var check = new TopicCheck(services.kafka(), settings);
            check.requireKafka();
            if (services.kafkaIsEmbedded()) {
                check.create();
            }
            check.requireTopics();
            return work.applyAsInt(services);
        }
    }
}
