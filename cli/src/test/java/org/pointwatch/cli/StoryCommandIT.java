// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.OverrideException;
import org.pointwatch.wire.override.OverrideLog;
import org.pointwatch.wire.override.StoryAudit;
import org.pointwatch.wire.record.Override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code story} against a broker: what it prints is what stands on the topic. */
final class StoryCommandIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final String A = "aaaaaaaaaaaaaaaaaaaa";
    private static final String B = "bbbbbbbbbbbbbbbbbbbb";
    private static final String C = "cccccccccccccccccccc";
    private static final String D = "dddddddddddddddddddd";
    private static final StoryAudit AUDIT = new StoryAudit("analyst", "", Instant.parse("2025-11-22T12:00:00Z"));

    private record Ended(int code, List<String> out, String err) {
        List<Override> records() {
            var serde = JsonSerde.of(Topics.OVERRIDES);
            return out.stream()
                    .map(line -> serde.decode(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    @Test
    void decisionsAreKeptUnderTheKeyOfEachArticle() {
        var kafka = BROKER.fresh();
        var merge = run(kafka, "merge", A.toUpperCase(Locale.ROOT), B, "--why", "same дispatch", "--by", "Åsa");
        assertThat(merge.code()).isZero();
        assertThat(merge.err()).isEmpty();
        assertThat(merge.records()).extracting(Override::key).containsExactly("article:" + A, "article:" + B);
        assertThat(merge.records()).extracting(Override::why).containsOnly("same дispatch");
        assertThat(last(kafka)).containsExactlyInAnyOrderElementsOf(merge.records());

        assertThat(run(kafka, "list").out()).isEqualTo(merge.out());
        assertThat(run(kafka, "list", "--article", B).out())
                .containsExactly(merge.out().get(1));

        var split = run(kafka, "split", B);
        assertThat(split.records()).extracting(Override::kind).containsExactly("split", "undo");
        assertThat(split.records()).extracting(Override::by).containsOnly(System.getProperty("user.name"));
        assertThat(split.err()).contains(A + ": this ends merge with " + B);
        assertThat(run(kafka, "list").out()).containsExactly(split.out().get(0));
        assertThat(run(kafka, "list", "--all").records())
                .extracting(Override::kind)
                .containsExactly("undo", "split");

        assertThat(run(kafka, "undo", B).records()).extracting(Override::kind).containsExactly("undo");
        var again = run(kafka, "undo", B);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains(B + " has no split or merge of its own to undo");
    }

    @Test
    void theNewestRecordWinsAlsoIfAnOlderOneWasWrittenLater() {
        var kafka = BROKER.kafka();
        var newer = new Override(
                "2", Override.SPLIT, D, null, null, "analyst", "", AUDIT.at().plusMillis(1));
        var older = new Override("3", Override.UNDO, D, null, null, "analyst", "", AUDIT.at());
        try (var publish = Publish.to(kafka)) {
            publish.send(Topics.OVERRIDES, newer.key(), newer).send(Topics.OVERRIDES, older.key(), older);
            publish.bytes(Topics.OVERRIDES, newer.key(), "no json".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(kafka, "list", "--article", D).records()).containsExactly(newer);
        Publish.to(kafka).tombstone(Topics.OVERRIDES, newer.key()).close();
        assertThat(run(kafka, "list", "--article", D).out()).isEmpty();
    }

    @Test
    void ofTwoCommandsAtOnceOneWritesNothingAndSaysSo() {
        var kafka = BROKER.kafka();
        assertThatThrownBy(() -> OverrideLog.change(kafka, before -> {
                    OverrideLog.change(kafka, first -> first.stories().merge(A, C, AUDIT));
                    return before.stories().split(A, AUDIT);
                }))
                .isInstanceOf(OverrideException.class)
                .hasMessageContaining(
                        "another `pointwatch story` or `veto`, or a desk, wrote to " + kafka.topic(Topics.OVERRIDES))
                .hasMessageContaining("try again");
        assertThat(OverrideLog.read(kafka).stories().inForce())
                .filteredOn(r -> !r.subject().equals(D))
                .extracting(Override::kind)
                .containsExactly("merge", "merge");
    }

    @Test
    void vetoesAndStoriesOfOneArticleOutliveEachOther() {
        var kafka = BROKER.fresh();
        var first = run(kafka, "veto", "tag", A, "point:army-cap", "--why", "another army", "--by", "Åsa");
        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.records()).extracting(Override::kind).containsExactly("veto-tag");
        assertThat(run(kafka, "split", A).records().get(0).standing()).hasSize(1);
        var outlet = run(kafka, "veto", "outlet", "mirror.example");
        assertThat(outlet.records()).extracting(Override::key).containsExactly("outlet:mirror.example");
        var second = run(kafka, "veto", "tag", A.toUpperCase(Locale.ROOT), "actor:nato");
        assertThat(last(kafka))
                .containsExactlyInAnyOrder(
                        outlet.records().get(0), second.records().get(0));

        var listed = run(kafka, "veto", "list").records();
        assertThat(listed).extracting(Override::tag).containsExactly("actor:nato", "point:army-cap", null);
        assertThat(listed.get(1).by()).isEqualTo("Åsa");
        assertThat(listed.get(1).why()).isEqualTo("another army");
        assertThat(run(kafka, "list").records()).extracting(Override::kind).containsExactly("split");

        assertThat(run(kafka, "veto", "undo", A, "actor:nato").code()).isZero();
        assertThat(run(kafka, "veto", "undo", "mirror.example").code()).isZero();
        assertThat(run(kafka, "veto", "list", "--article", A).records())
                .extracting(Override::tag)
                .containsExactly("point:army-cap");
        var again = run(kafka, "veto", "undo", "mirror.example");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("mirror.example is not vetoed: `pointwatch veto list`");
    }

    @Test
    void topicsThatAreMissingAreNamedWithTheirPlaceAndTheMend() {
        var kafka = new KafkaAccess(BROKER.kafka().bootstrap(), "nothing-here-", Map.of());
        var ended = run(kafka, "split", A);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(kafka.bootstrap(), "nothing-here-overrides", "pointwatch topics --apply");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                         | name one of merge, split, undo, list",
                "split xyz                | 'xyz' is no article id: give the 20 hex digits",
                "merge " + A + "          | Missing required parameter: 'B'",
                "merge " + A + " " + A + "| is named twice",
                "undo " + A + "0          | is no article id",
                "list --article x         | is no article id",
                "split " + A + " --by ?   | --by NAME",
                "split " + A + " " + B + "| Unmatched argument",
                "veto                     | name one of tag, outlet, undo, list",
                "veto tag x point:y       | 'x' is no article id",
                "veto tag " + A + " army-cap | TARGET 'army-cap' cannot be vetoed: name a point or an actor",
                "veto undo " + A + " plan:x | TARGET 'plan:x' cannot be vetoed",
                "veto outlet https://x.example/ | DOMAIN 'https://x.example/' is no outlet: give it as its articles",
                "veto undo https://x      | DOMAIN 'https://x' is no outlet",
                "veto list --article x    | is no article id"
            })
    void wrongUsageIsTwoAndSaysWhatIsRight(String call, String message) {
        var ended =
                run(BROKER.kafka(), call == null ? new String[0] : call.strip().split(" "));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(message);
    }

    private static List<Override> last(KafkaAccess kafka) {
        return List.copyOf(Collect.from(kafka).last(Topics.OVERRIDES).values());
    }

    private static Ended run(KafkaAccess kafka, String... args) {
        var call = new ArrayList<>(List.of(args));
        if (args.length == 0 || !args[0].equals("veto")) {
            call.add(0, "story");
        }
        if (call.size() > 1) {
            call.add("--set=kafka.bootstrap.servers=" + kafka.bootstrap());
            call.add("--set=topics.prefix=" + kafka.prefix());
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, call.toArray(String[]::new));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
