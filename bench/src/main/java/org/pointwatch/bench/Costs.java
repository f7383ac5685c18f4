// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.KafkaAccess;

/** What a run has used: processor time by stage, internal records, heap and disk. */
final class Costs {
    /** The steps that find which article carries whose text. */
    private static final Set<String> STORIES_STAGE = Set.of("sample-shingles", "match-shards", "relate-stories");

    /** The topics between those steps, by the ends of their names. */
    private static final List<String> STORIES_TOPICS =
            List.of("by-shingle-shard-repartition", "by-later-article-repartition", "story-changes");

    private Costs() {}

    /** What was worked through. */
    record Work(int revisions, int articles) {}

    static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static void print(PrintStream out, KafkaAccess kafka, MeterRegistry meters, Work work, Path directory)
            throws Exception {
        stages(out, meters, work);
        topics(out, records(kafka), work);
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        out.printf("heap after collection: %,d MB, disk: %,d MB%n", heap >> 20, size(directory) >> 20);
    }

    /** Time on the clock within the steps: on a busy machine more than they use of a processor. */
    private static void stages(PrintStream out, MeterRegistry meters, Work work) {
        var stories = 0.0;
        for (var stage : meters.find("pointwatch_stage_seconds_total").functionCounters()) {
            var name = Objects.requireNonNullElse(stage.getId().getTag("stage"), "");
            out.printf("  stage %-16s %6.1f microseconds a revision%n", name, stage.count() * 1e6 / work.revisions());
            stories += STORIES_STAGE.contains(name) ? stage.count() * 1e6 : 0;
        }
        out.printf(
                "stories stage: %.1f microseconds a revision, %.1f an article (%s)%n",
                stories / work.revisions(),
                stories / work.articles(),
                String.join(" + ", new TreeSet<>(STORIES_STAGE)));
    }

    private static void topics(PrintStream out, Map<String, Long> records, Work work) {
        var stories = 0L;
        for (var topic : new TreeMap<>(records).entrySet()) {
            out.printf(
                    "  topic %-60s %6.2f records a revision%n",
                    topic.getKey(), (double) topic.getValue() / work.revisions());
            var between = STORIES_TOPICS.stream().anyMatch(topic.getKey()::endsWith);
            stories += between ? topic.getValue() : 0;
        }
        out.printf(
                "stories stage: %.2f internal records a revision, %.2f an article (%s)%n",
                (double) stories / work.revisions(),
                (double) stories / work.articles(),
                String.join(" + ", STORIES_TOPICS));
    }

    /** Offsets used in each topic: records, and one marker for each transaction. */
    private static HashMap<String, Long> records(KafkaAccess kafka) throws Exception {
        try (var admin = kafka.admin()) {
            var names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(kafka.prefix()))
                    .toList();
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
            var records = new HashMap<String, Long>();
            admin.listOffsets(asked).all().get().forEach((p, end) -> records.merge(p.topic(), end.offset(), Long::sum));
            return records;
        }
    }

    static long size(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
