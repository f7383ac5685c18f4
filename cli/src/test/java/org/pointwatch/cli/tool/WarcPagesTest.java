// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class WarcPagesTest {
    private static final Instant CAPTURED = Instant.parse("2019-11-20T08:00:00Z");
    private static final String TEXT =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month, officials said. "
                    + "Neither side spoke of a breakthrough, but both called the meeting useful.";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void add(WarcWriter writer, String url, int status, String type, byte[] body, String... header)
            throws IOException {
        var http = new HttpResponse.Builder(status, "-").body(MediaType.parse(type), body);
        for (var i = 0; i < header.length; i += 2) {
            http.setHeader(header[i], header[i + 1]);
        }
        writer.write(new WarcResponse.Builder(URI.create(url))
                .date(CAPTURED)
                .body(http.build())
                .build());
    }

    private static byte[] page() {
        return ("<html lang=en><head><title>Envoys meet again</title>"
                        + "<meta property=\"article:published_time\" content=\"2019-11-19T10:00:00Z\"></head><body><p>"
                        + TEXT + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsTheArticlesOfCapturedPagesAtTheTimeOfTheCapture() throws IOException, BadLine {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(page());
        }
        try (var writer = new WarcWriter(Channels.newChannel(bytes))) {
            add(writer, "https://a.example/1?utm_source=x", 200, "text/html; charset=utf-8", page());
            add(writer, "https://a.example/x.png", 200, "image/png", new byte[] {1, 2});
            add(writer, "https://a.example/old", 301, "text/html", page());
            add(writer, "https://b.example/2", 200, "text/html", zipped.toByteArray(), "Content-Encoding", "gzip");
        }
        var found = new ArrayList<Revision>();
        try (var pages = new WarcPages(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var next = pages.next(); next != null; next = pages.next()) {
                found.add(next);
            }
            assertThat(pages.record()).isEqualTo(4);
            assertThat(pages.passed()).isEqualTo(2);
        }
        assertThat(found).extracting(Revision::url).containsExactly("https://a.example/1", "https://b.example/2");
        assertThat(found).allSatisfy(r -> {
            assertThat(r.title()).isEqualTo("Envoys meet again");
            assertThat(r.text()).isEqualTo(TEXT);
            assertThat(r.published()).isEqualTo("2019-11-19T10:00:00Z");
            assertThat(r.fetched()).isEqualTo(CAPTURED);
            assertThat(r.firstSeen()).isEqualTo(CAPTURED);
            assertThat(r.body()).isEqualTo(Body.FULL);
            assertThat(r.origin()).isEqualTo(Origin.REPLAY);
        });
        assertThat(found.get(0).id()).isEqualTo(Ids.article("https://a.example/1"));
    }

    @Test
    void saysWhatIsNoArchive() {
        assertThatThrownBy(() -> {
                    try (var pages =
                            new WarcPages(new ByteArrayInputStream("nonsense".getBytes(StandardCharsets.UTF_8)))) {
                        pages.next();
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
