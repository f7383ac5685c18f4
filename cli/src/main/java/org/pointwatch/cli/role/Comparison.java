// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;

/**
 * The last values of two sets of topics, compared byte by byte.
 *
 * @param topics by name
 * @param changes of coverage by target, the largest first
 */
public record Comparison(List<Of> topics, List<Change> changes) {
    private static final List<Topic<?>> COMPARED =
            List.of(Topics.FINDINGS, Topics.TEXTS, Topics.STORIES, Topics.COVERAGE, Topics.DEADLINES, Topics.STANCES);

    private static final JsonSerde<Coverage> COVERAGE = JsonSerde.of(Topics.COVERAGE);
    private static final JsonSerde<Deadline> DEADLINE = JsonSerde.of(Topics.DEADLINES);
    private static final Pattern VERSION = Pattern.compile("\"dossierVersion\":\"(?:[^\"\\\\]|\\\\.)*\"");

    /**
     * One topic.
     *
     * @param inVersionOnly of the different ones those that are equal but for the version of the dossier
     * @param examples the first keys that are not equal, each with what it is
     */
    public record Of(
            String topic,
            int equal,
            int onlyInA,
            int onlyInB,
            int different,
            int inVersionOnly,
            List<String> examples) {
        boolean same() {
            return onlyInA + onlyInB + different == 0;
        }
    }

    /** A target's counts over all buckets, in A and in B. */
    public record Change(String target, long articlesA, long articlesB, long storiesA, long storiesB) {
        long size() {
            return Math.abs(articlesB - articlesA) + Math.abs(storiesB - storiesA);
        }
    }

    public boolean same() {
        return topics.stream().allMatch(Of::same);
    }

    /**
     * What one key holds: hashes stand for texts that would not fit into memory.
     *
     * @param content without the dossier's version
     */
    private record Value(byte[] bytes, byte[] content) {
        static Value of(byte[] bytes) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var bare = VERSION.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8);
            return new Value(hash(bytes), hash(bare));
        }

        private static byte[] hash(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** Everything of one side. */
    private static final class Side {
        private final Map<String, Map<String, Value>> values = new HashMap<>();
        private final Map<String, long[]> coverage = new HashMap<>();

        Side(KafkaAccess kafka) {
            var last = new HashMap<String, Coverage>();
            for (var topic : COMPARED) {
                var values = new HashMap<String, Value>();
                this.values.put(topic.name(), values);
                WholeTopics.read(kafka, List.of(kafka.topic(topic)), record -> {
                    if (record.value() == null) {
                        values.remove(record.key());
                    } else if (topic.equals(Topics.DEADLINES) && merged(record.value())) {
                        values.remove(record.key());
                    } else {
                        values.put(record.key(), Value.of(record.value()));
                    }
                    if (topic.equals(Topics.COVERAGE)) {
                        keep(last, record.key(), record.value());
                    }
                });
            }
            last.values().forEach(c -> {
                var sum = coverage.computeIfAbsent(c.target(), t -> new long[2]);
                sum[0] += c.articles();
                sum[1] += c.stories();
            });
        }

        /** Which ids were merged depends on what was published on the way, and nothing else does. */
        private static boolean merged(byte[] bytes) {
            try {
                return DEADLINE.decode(bytes).into() != null;
            } catch (WireException e) {
                return false;
            }
        }

        Map<String, Value> of(Topic<?> topic) {
            return values.getOrDefault(topic.name(), Map.of());
        }

        private static void keep(Map<String, Coverage> last, String key, byte @Nullable [] bytes) {
            if (bytes == null) {
                last.remove(key);
                return;
            }
            try {
                last.put(key, COVERAGE.decode(bytes));
            } catch (WireException e) {
                last.remove(key); // its bytes are compared, and it counts for nothing
            }
        }
    }

    /** @param examples how many keys to name of each topic */
    public static Comparison of(KafkaAccess a, KafkaAccess b, int examples) {
        var first = new Side(a);
        var second = new Side(b);
        var topics = COMPARED.stream()
                .map(t -> compare(t.name(), first.of(t), second.of(t), examples))
                .toList();
        return new Comparison(topics, changes(first.coverage, second.coverage));
    }

    private static Of compare(String topic, Map<String, Value> a, Map<String, Value> b, int most) {
        var keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        var counts = new int[5];
        var examples = new ArrayList<String>();
        for (var key : keys) {
            var one = a.get(key);
            var other = b.get(key);
            var kind = one == null ? 2 : other == null ? 1 : Arrays.equals(one.bytes, other.bytes) ? 0 : 3;
            counts[kind]++;
            var version = kind == 3 && one != null && other != null && Arrays.equals(one.content, other.content);
            counts[4] += version ? 1 : 0;
            if (kind != 0 && !version && examples.size() < most) {
                examples.add(key + (kind == 3 ? " differs" : " only in " + (kind == 1 ? "A" : "B")));
            }
        }
        return new Of(topic, counts[0], counts[1], counts[2], counts[3], counts[4], List.copyOf(examples));
    }

    private static List<Change> changes(Map<String, long[]> a, Map<String, long[]> b) {
        var none = new long[2];
        var changes = new TreeMap<String, Change>();
        var targets = new TreeSet<>(a.keySet());
        targets.addAll(b.keySet());
        for (var target : targets) {
            var one = a.getOrDefault(target, none);
            var other = b.getOrDefault(target, none);
            changes.put(target, new Change(target, one[0], other[0], one[1], other[1]));
        }
        return changes.values().stream()
                .filter(c -> c.size() > 0)
                .sorted(Comparator.comparing(Change::size).reversed())
                .toList();
    }
}
