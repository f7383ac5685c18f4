// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("broker")
class TopicPlanTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @Test
    void findsNothingWrongWithWhatItCreated() {
        assertThat(difference(BROKER.kafka(), 2).none()).isTrue();
    }

    @Test
    void namesATopicOfAnotherSize() {
        assertThat(difference(BROKER.kafka(), 3).wrong()).anySatisfy(problem -> assertThat(problem)
                .contains(BROKER.kafka().topic(Topics.COVERAGE), "2 partitions, 3 wanted"));
    }

    @Test
    void refusesArticlesThatAreDroppedBeforeTheHorizon() throws Exception {
        var kafka = BROKER.fresh();
        var articles = new ConfigResource(ConfigResource.Type.TOPIC, kafka.topic(Topics.ARTICLES));
        var week = new AlterConfigOp(new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET);
        try (var admin = kafka.admin()) {
            admin.incrementalAlterConfigs(Map.of(articles, List.of(week))).all().get();
        }
        assertThat(difference(kafka, 2).wrong())
                .anySatisfy(problem -> assertThat(problem).contains("keeps articles for 7 days"));
    }

    private static TopicPlan.Difference difference(KafkaAccess kafka, int partitions) {
        try (var admin = kafka.admin()) {
            return new TopicPlan(kafka, partitions, (short) 1).compare(admin);
        }
    }
}
