// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FAILED;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.PORT_TAKEN;
import static org.pointwatch.embedded.Refusals.assertRefused;

final class EmbeddedBrokerTest {

    @TempDir
    private Path temp;

    @Test
    @Tag("broker")
    void keepsRecordsAndAddressThroughARestart() throws Exception {
        String address;
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(temp))) {
            address = broker.bootstrapServers();
            Records.createTopic(address);
            Records.write(address, List.of("first", "second"));
            assertRefused(IN_USE, () -> EmbeddedBroker.start(BrokerSettings.in(temp)), temp.toString());
        }
        var stopped = Instant.now();
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(temp))) {
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(Records.readAll(address)).containsExactly("first", "second");
            assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    @Tag("broker")
    void startsAfterAKilledFormattingAndKeepsOffsetsTenYears() throws Exception {
        Files.writeString(temp.resolve(FormatMarker.FILE), "pointwatch=broker\nlayout=1\nlevel=27\n");
        Files.createDirectory(temp.resolve("log.new"));
        Files.writeString(temp.resolve("log.new/bootstrap.checkpoint"), "hal");
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(temp))) {
            var config = config(broker.bootstrapServers());
            assertThat(Integer.parseInt(config.get("offsets.retention.minutes")))
                    .isGreaterThanOrEqualTo(5_256_000);
            assertThat(config)
                    .containsEntry("auto.create.topics.enable", "false")
                    .containsEntry("transaction.state.log.min.isr", "1");
        }
    }

    @Test
    @Tag("broker")
    void givesUpAloneWhenKafkaWantsToEndTheProcess() throws Exception {
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(temp))) {
            assertThatThrownBy(() -> Exit.halt(1, "the log directory failed")).hasMessageContaining("status 1");
            var reason = broker.failure().toCompletableFuture().get(1, TimeUnit.SECONDS);
            assertThat(reason).hasMessageContaining("the log directory failed");
        }
    }

    @Test
    void namesKafkasReasonWhenItCannotStart() throws IOException {
        EmbeddedBrokerTest.format(temp);
        Files.writeString(temp.resolve("log/meta.properties"), "version=1\nnode.id=9\ncluster.id=someone-elses\n");
        assertRefused(FAILED, () -> EmbeddedBroker.start(BrokerSettings.in(temp)), "node", "9");
        assertRefused(FAILED, () -> EmbeddedBroker.start(BrokerSettings.in(temp)), "node", "9");
    }

    @Test
    void namesATakenPortBeforeItWritesAnything() throws IOException {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = BrokerSettings.in(temp).withPort(squatter.getLocalPort());
            assertRefused(PORT_TAKEN, () -> EmbeddedBroker.start(settings), "port " + squatter.getLocalPort());
        }
    }

    @Test
    void namesDataOfANewerKafka() throws IOException {
        Files.writeString(temp.resolve(FormatMarker.FILE), "pointwatch=broker\nlayout=1\nlevel=9999\n");
        assertRefused(OTHER_VERSION, () -> EmbeddedBroker.start(BrokerSettings.in(temp)), "metadata level 9999");
    }

    @Test
    void cannotAdvertiseEverywhere() {
        assertThatThrownBy(() -> new BrokerSettings(temp, "0.0.0.0", 9092, null))
                .hasMessageContaining("name the advertised host");
    }

    private static void format(Path directory) {
        BrokerStorage.logsIn(directory);
    }

    private static Map<String, String> config(String bootstrap) throws Exception {
        var node = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(BrokerConfig.NODE));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var entries =
                    admin.describeConfigs(List.of(node)).all().get().get(node).entries();
            return entries.stream()
                    .filter(entry -> entry.value() != null)
                    .collect(java.util.stream.Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
        }
    }
}
