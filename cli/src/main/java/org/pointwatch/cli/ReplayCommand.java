// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Checklist;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.cli.tool.ArchiveReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Publishes archived articles at their original times, so that they are counted like the others.",
        footer = {
            "",
            "A line of JSON each: {\"url\",\"outlet\"?,\"title\",\"text\",\"published\",\"fetched\"?,\"firstSeen\"?,\"language\"?},",
            "or a record as on the topic articles. A line that cannot be used is named and left out. Doing it twice changes",
            "nothing. Of web archives (.warc, .warc.gz) the articles on captured pages are read, at the time of the capture.",
            "Examples: pointwatch replay archive.jsonl",
            "          pointwatch replay ./archive --set kafka.bootstrap.servers=kafka:9092"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Talk talk;
    private final Checklist progress;
    private long toldAt = System.nanoTime();

    @Parameters(
            paramLabel = "FILE|DIR",
            description =
                    "JSON Lines or WARC, also as .gz; a folder stands for all such files in it, - for standard input.")
    private String file = "-";

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    ReplayCommand(Talk talk) {
        this.talk = talk;
        this.progress = new Checklist(talk);
    }

    @Override
    public Integer call() {
        var settings = options.read();
        var files = ArchiveReplay.files(file);
        try (var services = Services.forCommand(settings)) {
            var check = new TopicCheck(services.kafka(), settings);
            check.requireKafka();
            if (services.kafkaIsEmbedded()) {
                check.create();
            }
            check.requireTopics();
            var now = InstantSource.system().instant();
            var replayed = new ArchiveReplay(services.kafka(), now, talk::say, this::told).run(files);
            progress.draw("");
            talk.result("%,d articles published from %,d file%s, %,d bad lines"
                    .formatted(
                            replayed.published(), replayed.files(), replayed.files() == 1 ? "" : "s", replayed.bad()));
            if (replayed.passed() > 0) {
                talk.say("%,d records of web archives are no pages with an article".formatted(replayed.passed()));
            }
            if (replayed.beyond() > 0) {
                talk.say("%,d of them were fetched more than 35 days after they were first seen and do not count"
                        .formatted(replayed.beyond()));
            }
            return replayed.bad() == 0 ? 0 : Failure.FAILED;
        }
    }

    private void told(long published) {
        var now = System.nanoTime();
        if (now - toldAt > progress.progressEveryMillis() * 1_000_000) {
            toldAt = now;
            progress.progress("%,d articles".formatted(published));
        }
    }
}
