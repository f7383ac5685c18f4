// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.url;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = ' ',
            value = {
                "https://a.example/x https://a.example/x",
                "HTTPS://A.Example/X https://a.example/X",
                "https://a.example https://a.example/",
                "https://a.example. https://a.example/",
                "https://a.example:443/x https://a.example/x",
                "http://a.example:80/x http://a.example/x",
                "http://a.example:443/x http://a.example:443/x",
                "https://a.example:8443/x https://a.example:8443/x",
                "https://a.example/x#top https://a.example/x",
                "https://a.example/x?utm_source=rss&utm_medium=feed https://a.example/x",
                "https://a.example/x?UTM_Source=rss&id=7 https://a.example/x?id=7",
                "https://a.example/x?b=2&a=1&fbclid=zz https://a.example/x?b=2&a=1",
                "https://a.example/x?gclid=1 https://a.example/x",
                "https://a.example/x?q= https://a.example/x?q=",
                "https://a.example/x? https://a.example/x",
                "https://a.example/x?a&&b https://a.example/x?a&b",
                "https://user:secret@a.example/x https://a.example/x",
                "https://a.example/ü https://a.example/%C3%BC",
                "https://a.example/%c3%bc https://a.example/%c3%bc",
                "https://münchen.example/x https://xn--mnchen-3ya.example/x",
                "http://[2001:DB8::1]:80/x http://[2001:db8::1]/x",
                "http://127.0.0.1:8123/x http://127.0.0.1:8123/x",
                "https://a.example/2025/x/amp https://a.example/2025/x",
                "https://a.example/2025/x/amp/?amp=1 https://a.example/2025/x/",
                "https://a.example/amp https://a.example/amp",
                "https://www.google.com/url?rct=j&url=https%3A%2F%2Fa.example%2Fx%3Fid%3D7&ct=ga https://a.example/x?id=7",
                "https://www.google.co.uk/url?q=https://a.example/x&sa=D https://a.example/x",
                "http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fa.example%2fx&c=1 https://a.example/x",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=AT https://a.example/x",
                "https://a-example.cdn.ampproject.org/c/s/a.example/x/amp https://a.example/x",
                "https://www.google.com/amp/s/a.example/x https://a.example/x",
                "https://www.google.com/url?q=javascript:x https://www.google.com/url?q=javascript:x",
                "https://www.google.com/search?q=https://a.example/x https://www.google.com/search?q=https://a.example/x",
            })
    void hasOneSpelling(String written, String canonical) {
        assertThat(CanonicalUrl.of(written)).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/x",
                "ftp://a.example/",
                "javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "mailto:a@b.example",
                "http://",
                "http:///x",
                "https://a.example:99999/",
                "https://a.example:x/",
                "https://a.example\\@b.example/",
                "https://a b.example/"
            })
    void isNullForWhatIsNoWebAddress(String written) {
        assertThat(CanonicalUrl.of(written)).isNull();
    }

    @Test
    void refusesAddressesNobodyWrites() {
        assertThat(CanonicalUrl.of("https://a.example/" + "x".repeat(3_000))).isNull();
        assertThat(CanonicalUrl.of(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "feeds.bbci.co.uk,bbci.co.uk",
        "www.nytimes.com,nytimes.com",
        "nytimes.com,nytimes.com",
        "NYTimes.COM.,nytimes.com",
        "news.abc.net.au,abc.net.au",
        "someone.github.io,someone.github.io",
        "wire.example,wire.example",
        "rss.wire.example,wire.example",
        "localhost,localhost",
        "127.0.0.1,127.0.0.1",
        "[2001:db8::1],2001:db8::1",
        "co.uk,co.uk",
        "www.münchen.de,xn--mnchen-3ya.de"
    })
    void knowsTheRegistrableDomain(String host, String domain) {
        assertThat(Domains.registrable(host)).isEqualTo(domain);
    }
}
