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
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.KafkaAccess;

/** What a run has used: processor time by stage, internal records, heap and disk. */
final class Costs {
    private Costs() {}

    static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static void print(PrintStream out, KafkaAccess kafka, MeterRegistry meters, int articles, Path directory)
            throws Exception {
        meters.find("pointwatch_stage_seconds_total")
                .functionCounters()
                .forEach(stage -> out.printf(
                        "  stage %-16s %6.1f microseconds a revision%n",
                        stage.getId().getTag("stage"), stage.count() * 1e6 / articles));
        records(kafka).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(topic -> out.printf(
                        "  topic %-60s %6.2f records a revision%n",
                        topic.getKey(), (double) topic.getValue() / articles));
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        out.printf("heap after collection: %,d MB, disk: %,d MB%n", heap >> 20, size(directory) >> 20);
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

    private static long size(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
