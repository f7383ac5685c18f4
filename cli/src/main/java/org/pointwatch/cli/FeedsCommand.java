// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.role.FeedLists;
import org.pointwatch.cli.role.LastValues;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Table;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.ingest.CoverageMeter;
import org.pointwatch.ingest.opml.Opml;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "feeds",
        description = "The list of feeds to poll.",
        subcommands = {
            FeedsCommand.Import.class,
            FeedsCommand.Add.class,
            FeedsCommand.Remove.class,
            FeedsCommand.ListAll.class,
            FeedsCheck.class,
            FeedsCommand.Export.class,
            FeedsCommand.Health.class
        },
        footer = {
            "",
            "Without configured Kafka, the list is that of the run with the same --data.",
            "Examples: pointwatch feeds import my.opml",
            "          pointwatch feeds import --dry-run my.opml",
            "          pointwatch feeds add https://example.org/feed --outlet example.org --group agencies",
            "          pointwatch feeds export > all.opml"
        })
final class FeedsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw Failure.usage(
                "feeds: name one of import, add, remove, list, check, export, health; see pointwatch feeds --help");
    }

    @Command(
            name = "import",
            description = "Merges OPML files into the list; two spellings of an address are one feed.")
    static final class Import extends FeedsTask {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "OPML files.")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--dry-run", description = "Only say what is in them, one line of JSON a file; offline.")
        private boolean dryRun;

        Import(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            if (dryRun) {
                return files.stream().mapToInt(this::look).sum() > 0 ? 0 : Failure.FAILED;
            }
            var feeds = new ArrayList<Subscription>();
            for (var file : files) {
                var opml = FeedLists.read(file);
                opml.problems().forEach(talk()::say);
                feeds.addAll(opml.feeds());
            }
            return withList(writer -> merge(writer, feeds));
        }

        private int look(Path file) {
            var opml = opml(file);
            var line = new LinkedHashMap<String, Object>();
            line.put("file", file.toString());
            line.put("feeds", opml.feeds().size());
            line.put("problems", opml.problems());
            talk().result(Json.MAPPER.writeValueAsString(line));
            return opml.feeds().size();
        }

        private static Opml opml(Path file) {
            try {
                return FeedLists.parse(file);
            } catch (Failure e) {
                return new Opml(List.of(), List.of(String.valueOf(e.getMessage())));
            }
        }
    }

    @Command(name = "add", description = "Adds one feed, or changes what is known of it.")
    static final class Add extends FeedsTask {
        @Parameters(paramLabel = "URL", description = "The feed's address.")
        private String url = "";

        @Option(names = "--title", description = "Its name.")
        private @Nullable String title;

        @Option(names = "--outlet", description = "The publisher as counted, such as example.org.")
        private @Nullable String outlet;

        @Option(names = "--group", description = "Such as agencies.")
        private @Nullable String group;

        @Option(names = "--language", description = "Such as en.")
        private @Nullable String language;

        @Option(names = "--zone", description = "For dates without one, such as Europe/Kyiv.")
        private @Nullable String zone;

        Add(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            var feed = new Subscription(url, title == null ? url : title, outlet, group, language, zone);
            return withList(writer -> merge(writer, List.of(feed)));
        }
    }

    @Command(name = "remove", description = "Takes feeds off the list; what came from them stays counted.")
    static final class Remove extends FeedsTask {
        @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses of feeds.")
        private List<String> urls = new ArrayList<>();

        Remove(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            return withList(writer -> {
                var unknown = urls.stream().filter(url -> !writer.remove(url)).toList();
                unknown.forEach(url -> talk().say(url + " is not on the list: pointwatch feeds list"));
                return unknown.isEmpty() ? 0 : Failure.FAILED;
            });
        }
    }

    @Command(name = "list", description = "Prints the list: address, title, outlet, group and language.")
    static final class ListAll extends FeedsTask {
        @Option(names = "--tsv", description = "Print tabs instead of aligned columns.")
        private boolean tabs;

        ListAll(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            return withList(writer -> {
                var table = new Table("FEED", "TITLE", "OUTLET", "GROUP", "LANGUAGE");
                writer.list().forEach(f -> table.row(f.feed(), f.title(), f.outlet(), f.group(), f.language()));
                print(table, tabs);
                return 0;
            });
        }
    }

    @Command(name = "export", description = "Prints the list as OPML.")
    static final class Export extends FeedsTask {
        Export(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            return withList(writer -> {
                var opml = Opml.write("Pointwatch feeds", writer.list());
                talk().out().print(new String(opml, StandardCharsets.UTF_8));
                return 0;
            });
        }
    }

    @Command(name = "health", description = "Prints how each feed does, those in trouble first.")
    static final class Health extends FeedsTask {
        private static final Comparator<FeedState> TROUBLE_FIRST = Comparator.comparing(
                        (FeedState s) -> s.health() == FeedState.Health.HEALTHY)
                .thenComparing(FeedState::feed);

        @Option(names = "--tsv", description = "Print tabs instead of aligned columns.")
        private boolean tabs;

        @Option(names = "--meter", description = "Print how much could be seen, by group and language, instead.")
        private boolean meter;

        Health(Talk talk) {
            super(talk);
        }

        @Override
        public Integer call() {
            return withKafka(services -> {
                var states = LastValues.of(services.kafka(), Topics.FEEDS).values();
                var table = meter
                        ? new Table(
                                "GROUP",
                                "LANGUAGE",
                                "FEEDS",
                                "ALIVE",
                                "SILENT",
                                "FAILING",
                                "GONE",
                                "NEW",
                                "READ",
                                "REFUSED")
                        : new Table(
                                "FEED",
                                "HEALTH",
                                "LAST POLL",
                                "NEXT POLL",
                                "ARTICLES",
                                "READ",
                                "REFUSED",
                                "SILENT SINCE",
                                "REASON");
                if (meter) {
                    CoverageMeter.of(states).forEach(row -> add(row, table));
                } else {
                    states.stream().sorted(TROUBLE_FIRST).forEach(state -> add(state, table));
                }
                print(table, tabs);
                return 0;
            });
        }

        private static void add(CoverageMeter.Row row, Table table) {
            table.row(
                    row.group(),
                    row.language(),
                    String.valueOf(row.feeds()),
                    row.alive() + " (" + Math.round(100 * row.shareAlive()) + "%)",
                    String.valueOf(row.silent()),
                    String.valueOf(row.failing()),
                    String.valueOf(row.gone()),
                    String.valueOf(row.unasked()),
                    Math.round(100 * row.shareRead()) + "%",
                    Math.round(100 * row.shareRefused()) + "%");
        }

        private static void add(FeedState state, Table table) {
            var trouble =
                    state.trouble() == null ? "" : ", " + state.trouble().name().toLowerCase(Locale.ROOT);
            var bodies = state.bodies() == null ? FeedState.Bodies.NONE : state.bodies();
            table.row(
                    state.feed(),
                    state.health().name().toLowerCase(Locale.ROOT) + trouble,
                    state.lastPoll() == null ? null : state.lastPoll().toString(),
                    state.nextPoll().toString(),
                    String.valueOf(state.articles()),
                    String.valueOf(bodies.full()),
                    String.valueOf(bodies.refused()),
                    state.silentSince() == null ? null : state.silentSince().toString(),
                    state.reason());
        }
    }
}
