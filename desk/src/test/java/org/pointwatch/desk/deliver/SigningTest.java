// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SigningTest {
    static final byte[] KEY = "thirty-two bytes of a test's key".getBytes(StandardCharsets.US_ASCII);
    static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    /** As a receiver does it. */
    static String expected(byte[] key, String id, String timestamp, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + '.').getBytes(StandardCharsets.UTF_8));
        mac.update((timestamp + '.').getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signsIdTimeAndBody() throws Exception {
        var signing = Signing.of(SECRET + "\n");
        assertThat(signing.signature("msg_1", 1_763_640_000, "{\"a\":\"ї\"}"))
                .isEqualTo(expected(KEY, "msg_1", "1763640000", "{\"a\":\"ї\"}"));
        assertThat(signing.signature("msg_2", 1_763_640_000, "{}")).isNotEqualTo(signing.signature("msg_1", 1, "{}"));
    }

    /** Written by the makers of the specification, and independent of what is here. */
    @Test
    void theReferenceLibraryAgrees() throws Exception {
        var now = Long.toString(Instant.now().getEpochSecond());
        var body = "{\"type\":\"alert.surge\",\"why\":\"їжак\"}";
        var signature = Signing.of(SECRET).signature("msg_7", Long.parseLong(now), body);
        var headers = Map.of(
                "webhook-id",
                List.of("msg_7"),
                "webhook-timestamp",
                List.of(now),
                "webhook-signature",
                List.of(signature));
        var receiver = new Webhook(SECRET);
        receiver.verify(body, HttpHeaders.of(headers, (name, value) -> true));
        assertThatThrownBy(() -> receiver.verify(body + " ", HttpHeaders.of(headers, (name, value) -> true)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void eachOfTwoSecretsSignsWhileTheyAreChanged() throws Exception {
        var other = "another key, as long as it should be".getBytes(StandardCharsets.US_ASCII);
        var both = Signing.of(SECRET + "\n\n  whsec_" + Base64.getEncoder().encodeToString(other) + "\n");
        assertThat(both.signature("m", 5, "{}").split(" "))
                .containsExactly(expected(KEY, "m", "5", "{}"), expected(other, "m", "5", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "hunter2-hunter2-hunter2-hunter2", "whsec_", "whsec_!!!!", "whsec_aHVudGVyMg=="})
    void aBadSecretIsRefusedAndNotShown(String text) {
        assertThatThrownBy(() -> Signing.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("expected")
                .doesNotContain("hunter2", "aHVudGVyMg");
        assertThat(Signing.of(SECRET).toString()).isEqualTo("1 secrets");
    }
}
