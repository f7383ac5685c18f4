// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases 56 to 63 and 71 to 80 of the catalogue: what a server may do on the wire. Sizes are the real ones (10 MB
 * decoded, 64 kB of headers), times a fifth of the real ones, so 6 s for an exchange and 2 s for its head.
 */
final class HostileTransportTest {
    private static final FetchLimits LIMITS =
            new FetchLimits(10 << 20, 64 << 10, Duration.ofSeconds(6), Duration.ofSeconds(2), 5);
    private static final Duration EXCHANGE = Duration.ofSeconds(8);
    private static final Duration HEAD = Duration.ofSeconds(4);
    private static final byte[] FEED = "<rss><channel><title>x</title></channel></rss>".getBytes();

    private final RawOrigin origin = new RawOrigin();
    private final FeedClient client = new FeedClient(
            "Pointwatch-test",
            Set.of(origin.authority()),
            LIMITS,
            2,
            Clock.fixed(Instant.parse("2025-11-22T12:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void stop() throws IOException {
        client.close();
        origin.close();
    }

    private FetchOutcome get(Duration most) {
        return Cost.of(() -> client.get(origin.url(), null, null)).within(most);
    }

    private FetchOutcome again(@Nullable String etag, @Nullable String lastModified) {
        return Cost.of(() -> client.get(origin.url(), etag, lastModified)).within(EXCHANGE);
    }

    private String refused(Duration most) {
        var outcome = get(most);
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).reason();
    }

    private byte[] body() {
        var outcome = get(EXCHANGE);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Fetched.class);
        return ((Fetched) outcome).body();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            deflater.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }

    private static void say(OutputStream out, String head) throws IOException {
        out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void case56_gzipBomb() throws IOException {
        var bomb = gzip(new byte[200 << 20]);
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip", bomb);
        assertThat(refused(EXCHANGE)).contains("larger than 10485760");
    }

    @Test
    void case57_twoLayersOfGzipLoseOne() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip", gzip(gzip(FEED)));
        assertThat(body()).isEqualTo(gzip(FEED));
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip, gzip", gzip(gzip(FEED)));
        assertThat(refused(EXCHANGE)).contains("not asked for");
    }

    @Test
    void case57_gzipInMembersAndWithJunkBehind() throws IOException {
        origin.answer(
                "HTTP/1.1 200 OK\nContent-Encoding: gzip", joined(gzip("<rss>".getBytes()), gzip("</rss>".getBytes())));
        assertThat(body()).isEqualTo("<rss></rss>".getBytes());
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip", joined(gzip(FEED), "junk junk junk".getBytes()));
        assertThat(body()).isEqualTo(FEED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void case57_deflateBareOrWithItsHeader(boolean bare) throws IOException {
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: deflate", deflate(FEED, bare));
        assertThat(body()).isEqualTo(FEED);
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: deflate", deflate(new byte[40 << 20], bare));
        assertThat(refused(EXCHANGE)).contains("larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "x-unheard-of", "gzip;q=1"})
    void case58_encodingsNotAskedFor(String encoding) {
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: " + encoding, FEED);
        assertThat(refused(EXCHANGE)).contains("not asked for");
    }

    @Test
    void case58_aLyingEncoding() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip", FEED);
        assertThat(refused(EXCHANGE)).contains("Zip");
        origin.answer("HTTP/1.1 200 OK\nContent-Encoding: gzip", Arrays.copyOf(gzip(new byte[9_000]), 20));
        assertThat(refused(EXCHANGE)).isNotEmpty();
        origin.answer("HTTP/1.1 200 OK", gzip(FEED));
        assertThat(body()).as("no feed, says the parser").isEqualTo(gzip(FEED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 99999",
                "Content-Length: -5",
                "Content-Length: 10\nContent-Length: 20",
                "Content-Length: nine",
                "Content-Length: 99999999999999999999"
            })
    void case59_contentLengthThatLies(String header) {
        origin.answer("HTTP/1.1 200 OK\n" + header, FEED);
        var outcome = get(EXCHANGE);
        if (outcome instanceof Fetched fetched) {
            assertThat(fetched.body().length).as("%s", header).isLessThanOrEqualTo(FEED.length);
            assertThat(header).doesNotContain("99999\n").doesNotContain("-5");
        }
        assertThat(origin.connections()).isEqualTo(1);
    }

    @Test
    void case59_aBodyShorterThanAnnouncedIsRefused() {
        origin.answer("HTTP/1.1 200 OK\nContent-Length: 99999", FEED);
        assertThat(refused(EXCHANGE)).contains("Premature end");
    }

    @Test
    void case59_whatComesBehindTheBodyIsNeverRead() {
        origin.answer("HTTP/1.1 200 OK\nContent-Length: 5", "<rss>HTTP/1.1 200 OK\r\n\r\nsmuggled".getBytes());
        assertThat(body()).isEqualTo("<rss>".getBytes());
        get(EXCHANGE);
        assertThat(origin.connections()).as("no connection is used twice").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fffffffffffffffffff", "-1", "zz", "7fffffffffffffff", ""})
    void case60_chunkSizesThatCannotBe(String size) {
        origin.answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", (size + "\r\nabc\r\n").getBytes());
        assertThat(refused(EXCHANGE)).isNotEmpty();
    }

    @Test
    void case60_chunksWithoutEnd() {
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n");
            var chunk = joined("10000\r\n".getBytes(), joined(new byte[0x10000], "\r\n".getBytes()));
            while (true) {
                out.write(chunk);
            }
        });
        assertThat(refused(EXCHANGE)).contains("larger than");
    }

    @Test
    void case60_chunksOfOneByte() {
        var chunks = "1\r\n<\r\n".repeat(20_000).getBytes();
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n");
            while (true) {
                out.write(chunks);
            }
        });
        var outcome = get(EXCHANGE);
        assertThat(((Failed) outcome).reason()).contains("pieces of fewer than 16 bytes");
    }

    @Test
    void case61_aBodyWithoutEnd() {
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\n\n");
            while (true) {
                out.write(new byte[65_536]);
            }
        });
        assertThat(refused(EXCHANGE)).contains("larger than");
    }

    @Test
    void case61_aDrippingBody() {
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\n\n");
            RawOrigin.endless(out, new byte[] {'x'}, 100);
        });
        assertThat(refused(HEAD)).contains("slower than 1024 bytes a second");
    }

    @Test
    void case61_aBodyThatStandsStill() {
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\n\n<rss>");
            RawOrigin.endless(out, new byte[0], 10);
        });
        assertThat(refused(EXCHANGE)).isNotEmpty();
    }

    @Test
    void case61_aDrippingBodyAtTheRealLimits() throws IOException {
        try (var real = new FeedClient("x", Set.of(origin.authority()), FetchLimits.DEFAULT, 1, Clock.systemUTC())) {
            origin.answer(out -> {
                say(out, "HTTP/1.1 200 OK\n\n");
                RawOrigin.endless(out, new byte[] {'x'}, 1_000);
            });
            var outcome = Cost.of(() -> real.get(origin.url(), null, null)).within(Duration.ofSeconds(13));
            assertThat(((Failed) outcome).reason()).contains("slower than");
        }
    }

    @Test
    void case62_headersWithoutMeasure() {
        origin.answer("HTTP/1.1 200 OK\nX: " + "x".repeat(1 << 20), FEED);
        assertThat(refused(EXCHANGE)).isNotEmpty();
        origin.answer("HTTP/1.1 200 OK\n" + "X: y\n".repeat(10_000) + "Z: z", FEED);
        assertThat(refused(EXCHANGE)).isNotEmpty();
        origin.answer("HTTP/1.1 200 OK\n" + ("X: " + "y".repeat(1_000) + "\n").repeat(70) + "Z: z", FEED);
        assertThat(refused(EXCHANGE)).contains("headers larger than 65536");
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\n");
            while (true) {
                out.write("X: y\r\n".repeat(1_000).getBytes());
            }
        });
        assertThat(refused(EXCHANGE)).isNotEmpty();
    }

    @Test
    void case62_drippingHeaders() {
        origin.answer(out -> {
            say(out, "HTTP/1.1 200 OK\nX: ");
            RawOrigin.endless(out, new byte[] {'x'}, 50);
        });
        assertThat(refused(HEAD)).contains("no answer within 2 s");
    }

    @Test
    void case63_silenceAfterAccept() {
        origin.mute();
        assertThat(refused(HEAD)).contains("no answer within 2 s");
    }

    @Test
    void case63_aStalledHandshake() {
        origin.mute();
        var url = origin.url().replace("http:", "https:");
        var outcome = Cost.of(() -> client.get(url, null, null)).within(HEAD);
        assertThat(outcome).isInstanceOf(Failed.class);
    }

    @Test
    void case71_statusesThatMakeNoSense() {
        origin.answer("HTTP/1.1 304 Not Modified\nETag: \"1\"", FEED);
        assertThat(refused(EXCHANGE)).contains("304");
        assertThat(again("\"1\"", null)).isEqualTo(new NotModified(null, "\"1\"", null, null));
        for (var status : new String[] {"206 Partial Content", "204 No Content", "226 IM Used", "299 Odd"}) {
            origin.answer("HTTP/1.1 " + status, FEED);
            assertThat(refused(EXCHANGE)).contains("HTTP " + status.substring(0, 3));
        }
        origin.answer(out -> {
            while (true) {
                say(out, "HTTP/1.1 102 Processing\n\n");
            }
        });
        assertThat(refused(EXCHANGE)).contains("more than 20 interim responses");
    }

    @Test
    void case72_validatorsThatCannotBeSentBack() {
        for (var etag : new String[] {"\"" + "x".repeat(2_000) + "\"", "\"a\u0000b\"", "\"a\tb\"", ""}) {
            origin.answer("HTTP/1.1 200 OK\nETag: " + etag, FEED);
            assertThat(((Fetched) get(EXCHANGE)).etag()).as(etag).isNull();
        }
        origin.answer("HTTP/1.1 200 OK\nETag: \"" + "x".repeat(1 << 20) + "\"", FEED);
        assertThat(refused(EXCHANGE)).isNotEmpty();
        for (var etag : new String[] {"W/\"1\"", "bare", "\"a\\\"b\"", "\"\u00e9\""}) {
            origin.answer("HTTP/1.1 200 OK\nETag: " + etag, FEED);
            var kept = ((Fetched) get(EXCHANGE)).etag();
            again(kept, null);
            assertThat(origin.requests().get(origin.requests().size() - 1)).contains("If-None-Match: " + etag + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "Sat, 22 Nov 2099 13:00:00 GMT", "0", "-1"})
    void case73_lastModifiedGoesBackAsItCame(String value) {
        origin.answer("HTTP/1.1 200 OK\nLast-Modified: " + value, FEED);
        again(null, ((Fetched) get(EXCHANGE)).lastModified());
        assertThat(origin.requests().get(1)).contains("If-Modified-Since: " + value + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|",
                "1000000000000000000|",
                "soon|",
                "Sat, 22 Nov 2003 13:00:00 GMT|",
                "0|",
                "90|PT1M30S",
                "999999999999|P7D",
                "Sat, 22 Nov 2025 13:00:00 GMT|PT1H",
                "Fri, 22 Nov 2999 13:00:00 GMT|P7D"
            })
    void case74_retryAfter(String value, @Nullable String patience) {
        for (var status : new int[] {429, 503}) {
            origin.answer("HTTP/1.1 " + status + " Later\nRetry-After: " + value, FEED);
            assertThat(get(EXCHANGE))
                    .isEqualTo(new RateLimited(status, patience == null ? null : Duration.parse(patience)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control: max-age=1000000000000|P7D",
                "Cache-Control: max-age=999999999999|P7D",
                "Cache-Control: max-age=-5|",
                "Cache-Control: max-age=0|",
                "Cache-Control: no-store|",
                "Cache-Control: private, max-age=\"600\"|PT10M",
                "Cache-Control: max-age=600, max-age=9|PT10M",
                "Expires: Sat, 22 Nov 2025 14:00:00 GMT|PT2H",
                "Expires: 0|",
                "Expires: Sat, 22 Nov 1997 14:00:00 GMT|",
                "Cache-Control: max-age=600\\nExpires: Sat, 22 Nov 2025 14:00:00 GMT|PT10M",
                "Date: Sat, 22 Nov 2025 13:30:00 GMT\\nExpires: Sat, 22 Nov 2025 14:00:00 GMT|PT30M"
            })
    void case75_freshness(String headers, @Nullable String freshFor) {
        var expected = freshFor == null ? null : Duration.parse(freshFor);
        origin.answer("HTTP/1.1 200 OK\n" + headers.replace("\\n", "\n"), FEED);
        assertThat(((Fetched) get(EXCHANGE)).freshFor()).isEqualTo(expected);
        origin.answer("HTTP/1.1 304 Same\n" + headers.replace("\\n", "\n"), new byte[0]);
        assertThat(((NotModified) again("\"1\"", null)).freshFor()).isEqualTo(expected);
    }

    @Test
    void case79_whatIsMeantForBrowsersIsIgnored() {
        origin.answer(
                "HTTP/1.1 200 OK\nSet-Cookie: a=b\nClear-Site-Data: \"*\"\nStrict-Transport-Security: max-age=9\n"
                        + "Alt-Svc: h3=\":443\"\nRefresh: 0;url=http://127.0.0.1/\nLink: </x>; rel=preload",
                FEED);
        get(EXCHANGE);
        get(EXCHANGE);
        assertThat(origin.requests()).hasSize(2).allSatisfy(request -> assertThat(request)
                .startsWith("GET /feed HTTP/1.1\r\n")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("referer")
                .doesNotContainIgnoringCase("upgrade")
                .doesNotContainIgnoringCase("content-length"));
    }

    @Test
    void case80_otherProtocols() {
        origin.answer(out -> out.write(FEED));
        assertThat(refused(EXCHANGE)).as("HTTP/0.9").isNotEmpty();
        origin.answer(out -> out.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}));
        assertThat(refused(EXCHANGE)).as("a frame of HTTP/2").isNotEmpty();
        origin.answer(out -> {});
        assertThat(refused(EXCHANGE)).as("nothing at all").isNotEmpty();
        origin.answer(out -> out.write(new byte[] {0x15, 3, 1, 0, 2, 2, 40}));
        assertThat(refused(EXCHANGE)).as("a TLS alert").isNotEmpty();
    }
}
