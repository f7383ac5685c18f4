// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.FeedState.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 64 to 70 of the catalogue: where an address may not lead, by whatever way it is spelled, named or redirected. */
final class HostileAddressTest {
    private static final FetchLimits LIMITS =
            new FetchLimits(1 << 20, 64 << 10, Duration.ofSeconds(4), Duration.ofSeconds(1), 5);
    private static final Duration WALL = Duration.ofSeconds(5);
    private static final byte[] PUBLIC = {(byte) 192, 0, 1, 9};

    private final RawOrigin origin = new RawOrigin().answer("HTTP/1.1 200 OK", "<rss/>".getBytes());
    private final RawOrigin inside = new RawOrigin().answer("HTTP/1.1 200 OK", "secret".getBytes());
    private final List<String> asked = new ArrayList<>();
    private final FeedClient client = client(InetAddress::getAllByName, origin.authority());

    private FeedClient client(GuardedDns.Names names, String... exceptions) {
        GuardedDns.Names recorded = host -> {
            asked.add(host);
            return names.all(host);
        };
        var around = new Surroundings(recorded, Surroundings.SYSTEM.tls());
        return new FeedClient("test", Set.of(exceptions), LIMITS, 2, Clock.systemUTC(), "*/*", around);
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(inside.connections()).as("nothing inside was dialled").isZero();
        client.close();
        origin.close();
        inside.close();
    }

    private static Failed refused(FeedClient client, String url) {
        var outcome = Cost.of(() -> client.get(url, null, null)).within(WALL);
        assertThat(outcome).as(url).isInstanceOf(Failed.class);
        return (Failed) outcome;
    }

    private String redirected(String location) {
        origin.answer("HTTP/1.1 302 Found\nLocation: " + location, new byte[0]);
        return refused(client, origin.url()).reason();
    }

    @Test
    void case64_redirectsWithoutEnd() {
        assertThat(redirected(origin.url())).isEqualTo("more than 5 redirects");
        assertThat(origin.requests()).hasSize(6);
        assertThat(redirected("feed")).isEqualTo("more than 5 redirects");
        var hops = new int[1];
        origin.answer(out -> out.write(("HTTP/1.1 301 Moved\r\nLocation: /" + hops[0]++ + "\r\n\r\n").getBytes()));
        assertThat(refused(client, origin.url()).reason()).isEqualTo("more than 5 redirects");
        assertThat(hops[0]).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://127.0.0.1:70/x",
                "data:text/xml,<rss/>",
                "javascript:alert(1)",
                "ftp://127.0.0.1/",
                "//",
                "http://",
                "",
                "http:///path",
                "https:evil"
            })
    void case64_redirectsToWhatIsNoHttp(String location) {
        assertThat(redirected(location)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "169.254.169.254",
                "[::ffff:a9fe:a9fe]",
                "[fd00:ec2::254]",
                "[64:ff9b::a9fe:a9fe]",
                "100.100.100.200",
                "10.0.0.1",
                "[::1]",
                "localhost",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "0"
            })
    void case66_redirectsInward(String host) {
        assertThat(redirected("http://" + host + "/")).containsAnyOf("not dialled", "not followed", "UnknownHost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://127.1/",
                "http://0/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://0x7f.1/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://localhost./",
                "http://LOCALHOST/",
                "http://127.0.0.1./",
                "http://\uFF11\uFF12\uFF17.\uFF10.\uFF10.\uFF11/",
                "http://127\u30020\u30020\u30021/"
            })
    void case67_spellingsOfLoopback(String url) {
        var failed = refused(client, url);
        assertThat(failed.reason()).containsAnyOf("not dialled", "no http(s) address", "UnknownHost");
    }

    @Test
    void case68_aNameThatTurnsInward() throws IOException {
        var named = origin.url().replace("127.0.0.1", "rebinding.example");
        var exception = origin.authority().replace("127.0.0.1", "rebinding.example");
        try (var open = client(h -> new InetAddress[] {InetAddress.getLoopbackAddress()}, exception)) {
            assertThat(open.get(named, null, null)).isInstanceOf(Fetched.class);
            assertThat(asked).as("what was checked is what was dialled").hasSize(1);
            assertThat(refused(open, "http://rebinding.example/").reason()).contains("loopback");
        }
    }

    @Test
    void case68_oddAnswersOfTheNameServer() throws IOException {
        var loopback = new byte[] {127, 0, 0, 1};
        try (var mixed = client(h ->
                        new InetAddress[] {InetAddress.getByAddress(h, PUBLIC), InetAddress.getByAddress(h, loopback)
                        });
                var none = client(h -> new InetAddress[0]);
                var unknown = client(h -> {
                    throw new UnknownHostException(h);
                })) {
            assertThat(refused(mixed, "http://mixed.example/")).satisfies(f -> {
                assertThat(f.reason()).contains("loopback");
                assertThat(f.trouble()).isEqualTo(Trouble.HARD);
            });
            assertThat(refused(none, "http://none.example/").reason()).contains("no address");
            assertThat(refused(unknown, "http://unknown.example/").trouble()).isEqualTo(Trouble.TEMPORARY);
            assertThat(new GuardedDns(Set.of(), h -> {
                                var all = new InetAddress[500];
                                Arrays.fill(all, InetAddress.getByAddress(h, PUBLIC));
                                return all;
                            })
                            .resolve("many.example"))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 5432, 9092, 6379, 11211, 1, 65535})
    void case69_ports(int port) {
        assertThat(refused(client, "http://feeds.example:" + port + "/").reason())
                .startsWith("port " + port + " is not asked");
        assertThat(redirected("http://127.0.0.1:" + port + "/")).startsWith("port " + port + " is not asked");
        assertThat(asked).as("not even looked up").doesNotContain("feeds.example");
    }

    @Test
    void case65_credentialsGoNowhere() {
        var url = origin.url().replace("http://", "http://user:secret@");
        assertThat(client.get(url, null, null)).isInstanceOf(Fetched.class);
        assertThat(origin.requests().get(0)).doesNotContain("user").doesNotContain("Authorization");
        assertThat(redirected(inside.url().replace("http://", "http://user:secret@")))
                .doesNotContain("secret");
    }

    @Test
    void case70_oneParserReadsAllAddresses() {
        for (var url : List.of(
                "http://" + "a".repeat(100_000) + ".example/",
                "http://public.example\\@127.0.0.1/",
                "http://public.example\\.127.0.0.1/",
                "http://[::1",
                "http://public.example:99999/",
                "http://public.example:80:80/",
                "http://a b.example/",
                "//public.example/")) {
            assertThat(refused(client, url).reason()).startsWith("no http(s) address");
        }
        assertThat(UrlParts.of("http://good.example@evil.example/#@good.example"))
                .satisfies(parts -> assertThat(parts.host()).isEqualTo("evil.example"));
        assertThat(UrlParts.of("http://public.example/\r\nHost: evil.example")).satisfies(parts -> {
            assertThat(parts.host()).isEqualTo("public.example");
            assertThat(parts.path()).doesNotContain("\r", "\n", " ");
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void secretsInAnAddressAreNotShown() {
        assertThat(UrlParts.shown("https://user:secret@one.example/rss?key=secret#secret"))
                .isEqualTo("https://one.example/rss?…");
        assertThat(UrlParts.shown("secret")).isEqualTo("an address of 6 characters");
        assertThat(refused(client, "ftp://user:secret@one.example/").reason()).doesNotContain("secret");
    }
}
