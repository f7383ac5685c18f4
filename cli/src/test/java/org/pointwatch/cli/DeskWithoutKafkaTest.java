// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The role {@code desk} where Kafka is away from the start. */
final class DeskWithoutKafkaTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern OPEN = Pattern.compile("desk: open (http://\\S+)");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itAnswersAndSaysWhatIsMissing() throws Exception {
        var talk = new Talk(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false);
        var role = new Thread(() -> Main.run(
                talk,
                "desk",
                "--set",
                "kafka.bootstrap.servers=127.0.0.1:1",
                "--set",
                "desk.port=0",
                "--set",
                "metrics.port=0",
                "--set",
                "data=" + folder));
        role.start();
        try {
            Awaitility.await().atMost(SOON).until(() -> OPEN.matcher(said()).find());
            var open = OPEN.matcher(said());
            assertThat(open.find()).isTrue();
            var desk = open.group(1);
            assertThat(get(desk + "health/live").statusCode()).isEqualTo(200);
            assertThat(get(desk).statusCode()).isEqualTo(200);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> get(desk + "health/ready").body().contains("127.0.0.1:1"));
            var ready = get(desk + "health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Json.MAPPER.readTree(ready.body()).path("words").asString())
                    .startsWith("cannot read the topics at 127.0.0.1:1: ");
        } finally {
            role.interrupt();
            role.join(SOON.toMillis());
        }
        assertThat(role.isAlive()).isFalse();
    }
}
