// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.OverrideException;
import picocli.CommandLine.Mixin;

/** What the subcommands of {@code story} and {@code veto} have in common: articles by id, and overrides on Kafka as lines of JSON. */
abstract class StoryTask implements Callable<Integer> {
    private static final Pattern ARTICLE = Pattern.compile("[0-9a-f]{20}");

    private final Talk talk;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    StoryTask(Talk talk) {
        this.talk = talk;
    }

    final Talk talk() {
        return talk;
    }

    static String article(String given) {
        var id = given.strip().toLowerCase(Locale.ROOT);
        if (!ARTICLE.matcher(id).matches()) {
            throw Failure.usage(
                    "'" + given + "' is no article id: give the 20 hex digits under which the desk, the tables"
                            + " and the topics have the article, such as 18dcdf5b9e0f9dc8f9a1");
        }
        return id;
    }

    /** What cannot be decided or written ends the command with its message. */
    static int told(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (OverrideException e) {
            throw e.isWrong() ? Failure.usage(e.getMessage()) : Failure.of(e.getMessage(), e);
        }
    }

    final int withKafka(ToIntFunction<KafkaAccess> work) {
        var settings = options.read();
        try (var services = Services.forCommand(settings)) {
            var check = new TopicCheck(services.kafka(), settings);
            check.requireKafka();
            if (services.kafkaIsEmbedded()) {
                check.create();
            }
            check.requireTopics();
            return work.applyAsInt(services.kafka());
        }
    }

    /** As they stand on the topic, one a line. */
    final void print(Change change) {
        var serde = JsonSerde.of(Topics.OVERRIDES);
        change.records().forEach(r -> talk.result(new String(serde.encode(r), StandardCharsets.UTF_8)));
        change.notes().forEach(talk::say);
    }
}
