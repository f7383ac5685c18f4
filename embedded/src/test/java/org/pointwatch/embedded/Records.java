// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the tests do as Kafka clients: write acknowledged records to one topic, and read all of it. */
final class Records {

    private static final String TOPIC = "kept";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private Records() {}

    static void createTopic(String bootstrap) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    /** In a transaction, so that the transaction log is exercised as well. */
    static void write(String bootstrap, List<String> values) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            values.forEach(value -> producer.send(new ProducerRecord<>(TOPIC, value)));
            producer.commitTransaction();
        }
    }

    static List<String> readAll(String bootstrap) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "group.id", "reader");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            var values = new ArrayList<String>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }
}
