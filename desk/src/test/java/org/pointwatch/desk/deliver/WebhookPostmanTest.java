// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Answer.Taken;
import org.pointwatch.desk.deliver.Destination.Format;
import org.pointwatch.desk.deliver.Destination.Webhook;

import static org.assertj.core.api.Assertions.assertThat;

final class WebhookPostmanTest {
    private static final Instant NOW = Instant.parse("2025-11-20T12:30:00Z");

    private final Receiver receiver = receiver();

    private static Receiver receiver() {
        try {
            return new Receiver();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private static Answer send(URI address, boolean anywhere, Duration patience) {
        var webhook = new Webhook("desk", Wish.ALL, address, Format.STANDARD, Signing.of(SigningTest.SECRET), anywhere);
        assertThat(webhook.toString()).doesNotContain("secret", "/hook");
        try (var postman = new WebhookPostman(webhook, target -> target, InstantSource.fixed(NOW), patience)) {
            return postman.deliver(List.of(Notices.plain("a1")));
        }
    }

    private Answer send() {
        return send(receiver.address(), true, Duration.ofSeconds(10));
    }

    @Test
    void aReceiverCanTellWhoSentIt() throws Exception {
        assertThat(send()).isEqualTo(new Taken("HTTP 204"));
        var got = receiver.got.get(0);
        assertThat(got.type()).isEqualTo("application/json; charset=UTF-8");
        assertThat(got.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(got.signature())
                .isEqualTo(SigningTest.expected(SigningTest.KEY, got.id(), got.timestamp(), got.body()));
        assertThat(send()).isInstanceOf(Taken.class);
        assertThat(receiver.got.get(1).id())
                .as("the same alert has the same id")
                .isEqualTo(got.id());
    }

    @ParameterizedTest
    @CsvSource({
        "200, , taken,",
        "202, , taken,",
        "400, , failed,",
        "500, , failed,",
        "301, Location: http://127.0.0.1:9/, failed,",
        "410, , closed,",
        "429, Retry-After: 120, failed, PT2M",
        "503, 'Retry-After: Thu, 20 Nov 2025 13:00:00 GMT', failed, PT30M",
        "503, 'Retry-After: Thu, 20 Nov 2025 11:00:00 GMT', failed, PT1M",
        "502, , failed, PT1M",
        "504, Retry-After: soon, failed, PT1M",
        "500, Retry-After: 120, failed,"
    })
    void whatAnAnswerMeans(int status, String header, String outcome, Duration wait) {
        if (header == null) {
            receiver.next(status);
        } else {
            receiver.next(status, header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        var answer = send();
        assertThat(answer.text()).contains("HTTP " + status);
        assertThat(receiver.got).hasSize(1);
        if (answer instanceof NotTaken not) {
            assertThat(not.closed() ? "closed" : "failed").isEqualTo(outcome);
            assertThat(not.pause()).isEqualTo(wait);
        } else {
            assertThat(outcome).isEqualTo("taken");
        }
    }

    @Test
    void aReceiverThatNeverComesToAnEndIsCutOff() throws Exception {
        var over = new CountDownLatch(1);
        receiver.next(exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(send(receiver.address(), true, Duration.ofSeconds(1)))
                .isEqualTo(NotTaken.of("no answer within 1 s"));
        over.countDown();
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        receiver.next(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var body = new byte[8192];
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(body); // until the other side hangs up
                }
            }
        });
        assertThat(send()).isEqualTo(new Taken("HTTP 200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/very-secret",
                "http://localhost:%d/very-secret",
                "http://[::1]:%d/very-secret",
                "http://169.254.169.254/very-secret",
                "http://10.0.0.1/very-secret",
                "http://[::ffff:127.0.0.1]:%d/very-secret"
            })
    void whatIsNotPublicIsNotDialled(String address) {
        var port = receiver.address().getPort();
        var answer = send(URI.create(address.replace("%d", "" + port)), false, Duration.ofSeconds(5));
        assertThat(answer).isInstanceOf(NotTaken.class);
        assertThat(answer.text())
                .contains("not dialled; if it is yours, write 'private: true'")
                .doesNotContain("very-secret");
        assertThat(receiver.got).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok",
                "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"
            })
    void aReceiverThatAnswersIsNotPartedFromWithAReset(String words) throws Exception {
        var raw = new RawReceiver(words, false);
        var answer = send(raw.address(), true, Duration.ofSeconds(10));
        assertThat(answer.text()).startsWith("HTTP " + words.substring(9, 12));
        assertThat(raw.ended()).isEqualTo(List.of("end"));
    }

    @Test
    void whoHangsUpWithoutAnAnswerIsAskedOnceAndNotResetEither() throws Exception {
        var raw = new RawReceiver("", false);
        assertThat(send(raw.address(), true, Duration.ofSeconds(10)))
                .isEqualTo(NotTaken.of("it hung up without an answer"));
        assertThat(raw.ended()).isEqualTo(List.of("end"));
    }

    @Test
    void aResetIsAFailureThatIsTriedAgainLater() throws Exception {
        var raw = new RawReceiver("", true);
        assertThat(send(raw.address(), true, Duration.ofSeconds(10))).isEqualTo(NotTaken.of("it reset the connection"));
        assertThat(raw.ended()).isEqualTo(List.of("reset by us"));
    }

    @Test
    void nobodyThereIsAFailureLikeAnyOther() {
        var address = receiver.address();
        receiver.close();
        var answer = send(address, true, Duration.ofSeconds(5));
        assertThat(answer).isInstanceOf(NotTaken.class);
        assertThat(answer.text()).doesNotContain("very-secret");
    }
}
