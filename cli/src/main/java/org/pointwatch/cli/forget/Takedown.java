// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.forget;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.pointwatch.cli.role.WholeTopics;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.WaitingPage;

/** Finds the articles that are meant and publishes that they are gone. */
public final class Takedown {
    private static final JsonSerde<Revision> REVISION = JsonSerde.of(Topics.ARTICLES);
    private static final JsonSerde<Finding> FINDING = JsonSerde.of(Topics.FINDINGS);

    private final Wanted wanted;
    private final Map<String, Held> all = new HashMap<>();

    private Takedown(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Those of which the topics hold something, by id. */
    public static List<Held> find(KafkaAccess kafka, Wanted wanted) {
        var takedown = new Takedown(wanted);
        WholeTopics.read(kafka, List.of(kafka.topic(Topics.ARTICLES)), takedown::article);
        WholeTopics.read(kafka, List.of(kafka.topic(Topics.FINDINGS)), takedown::finding);
        return new TreeMap<>(takedown.all)
                .values().stream().filter(Held::wanted).toList();
    }

    private void article(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            var r = REVISION.decode(record.value());
            held(record.key()).revision(r, wanted.means(record.key(), r.outlet(), r.url()), record.timestamp());
        } catch (WireException e) {
            return; // nobody could read it, so it became nothing but a dead letter; those are counted by key
        }
    }

    private void finding(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            held(record.key()).noFinding();
            return;
        }
        try {
            var f = FINDING.decode(record.value());
            var means = wanted.means(record.key(), f.outlet(), f.url());
            held(record.key()).finding(f.outlet(), f.title(), f.url(), f.eventTime(), means);
        } catch (WireException e) {
            return; // as above
        }
    }

    private Held held(String article) {
        return all.computeIfAbsent(article, Held::new);
    }

    /** How many dead letters have one of these keys. */
    public static int deadLetters(KafkaAccess kafka, Collection<String> articles) {
        var keys = Set.copyOf(articles);
        var letters = new ArrayList<String>();
        WholeTopics.read(kafka, List.of(kafka.topic(Topics.DEAD_LETTERS)), record -> {
            if (record.key() != null && keys.contains(record.key())) {
                letters.add(record.key());
            }
        });
        return letters.size();
    }

    /** Which of these have findings. */
    public static Set<String> found(KafkaAccess kafka, Collection<String> articles) {
        var keys = Set.copyOf(articles);
        var found = new HashSet<String>();
        WholeTopics.read(kafka, List.of(kafka.topic(Topics.FINDINGS)), record -> {
            if (record.value() == null) {
                found.remove(record.key());
            } else if (keys.contains(record.key())) {
                found.add(record.key());
            }
        });
        return found;
    }

    /** Pages of these articles that wait to be read are not read any more; returns how many those are. */
    public static int withdrawPages(KafkaAccess kafka, Collection<String> articles) {
        var keys = Set.copyOf(articles);
        var waiting = new TreeMap<String, Integer>();
        WholeTopics.read(kafka, List.of(kafka.topic(Topics.PAGES)), record -> {
            if (record.value() == null) {
                waiting.remove(String.valueOf(record.key()));
            } else if (record.key() != null && keys.contains(WaitingPage.article(record.key()))) {
                waiting.put(record.key(), record.partition());
            }
        });
        send(kafka, producer -> waiting.entrySet().stream()
                .map(page -> {
                    var record = new ProducerRecord<String, byte[]>(
                            kafka.topic(Topics.PAGES), page.getValue(), page.getKey(), null);
                    record.headers().add(WaitingPage.WITHDRAWN, "forget".getBytes(StandardCharsets.UTF_8));
                    return producer.send(record);
                })
                .toList());
        return waiting.size();
    }

    /** @param why kept in a header of each record, empty for no reason */
    public static void publish(KafkaAccess kafka, List<Held> articles, String why) {
        send(kafka, producer -> articles.stream()
                .map(a -> {
                    var record = new ProducerRecord<>(
                            kafka.topic(Topics.ARTICLES), a.article(), REVISION.encode(a.deletion()));
                    record.headers().add("why", why.getBytes(StandardCharsets.UTF_8));
                    return producer.send(record);
                })
                .toList());
    }

    /** For articles whose states are kept no more: nobody else would take back what stands there. */
    public static void erase(KafkaAccess kafka, Collection<String> articles) {
        send(kafka, producer -> {
            var sent = new ArrayList<Future<?>>();
            for (var article : articles) {
                sent.add(producer.send(new ProducerRecord<>(kafka.topic(Topics.FINDINGS), article, null)));
                sent.add(producer.send(new ProducerRecord<>(kafka.topic(Topics.TEXTS), article, null)));
                sent.add(producer.send(new ProducerRecord<>(kafka.topic(Topics.STORIES), article, null)));
            }
            return sent;
        });
    }

    /** What is sent, all of it before any is waited for. */
    private interface Sending {
        List<? extends Future<?>> with(Producer<String, byte[]> producer);
    }

    private static void send(KafkaAccess kafka, Sending sending) {
        try (var producer = kafka.producer(Map.of())) {
            for (var sent : sending.with(producer)) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw Failure.of(
                    "not everything was written to " + kafka.bootstrap() + ": " + e.getCause() + "; run it again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while the deletions were written; run it again", e);
        }
    }

    /** How long the broker keeps records of a topic; the plan's time if it does not tell. */
    public static Duration kept(KafkaAccess kafka, Topic<?> topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, kafka.topic(topic));
        var planned = topic.retention() == null ? Duration.ZERO : topic.retention();
        try (var admin = kafka.admin()) {
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            var entry = config == null ? null : config.get("retention.ms");
            return entry == null ? planned : Duration.ofMillis(Long.parseLong(entry.value()));
        } catch (ExecutionException e) {
            return planned; // not everyone may read a topic's configuration
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return planned;
        }
    }
}
