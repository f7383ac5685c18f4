// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.ingest.parse.ParsedFeed.Rung;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedParserTest {
    private static final String BASE = "https://site.example/feeds/main.xml";

    private static ParsedFeed feed(String text) {
        return feed(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static ParsedFeed feed(byte[] bytes, String contentType) {
        var result = FeedParser.parse(bytes, contentType, BASE);
        assertThat(result).isInstanceOf(ParsedFeed.class);
        return (ParsedFeed) result;
    }

    private static String refusal(String text) {
        var result = FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, BASE);
        assertThat(result).isInstanceOf(FeedParser.NotAFeed.class);
        return ((FeedParser.NotAFeed) result).reason();
    }

    private static String rss(String inside) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title><link>https://site.example/</link>"
                + "<description>d</description>" + inside + "</channel></rss>";
    }

    @Test
    void readsRss20() {
        var feed = feed(
                rss(
                        """
                <language>en-GB</language><ttl>90</ttl>
                <item><title>One &amp; only</title><link>https://site.example/1</link><guid isPermaLink="false">g-1</guid>
                <pubDate>Sat, 22 Nov 2025 14:05:06 GMT</pubDate><author>a@site.example (Ann Example)</author>
                <description>&lt;p&gt;Short&lt;/p&gt;</description>
                <content:encoded><![CDATA[<p>First.</p><script>x()</script><p>Second &amp; last.</p>]]></content:encoded></item>
                <item><title>Two</title><guid>https://site.example/2</guid><dc:creator>Bo</dc:creator><dc:date>2025-11-22</dc:date></item>"""));
        assertThat(feed.rung()).isEqualTo(Rung.STRICT);
        assertThat(feed.format()).isEqualTo("rss_2.0");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(feed.language()).isEqualTo("en-GB");
        assertThat(feed.entries().get(0))
                .isEqualTo(new FeedEntry(
                        "g-1",
                        "One & only",
                        "https://site.example/1",
                        "Sat, 22 Nov 2025 14:05:06 GMT",
                        null,
                        "Short",
                        "First.\nSecond & last.",
                        "Ann Example",
                        null));
        assertThat(feed.entries().get(1).link()).isEqualTo("https://site.example/2");
        assertThat(feed.entries().get(1).author()).isEqualTo("Bo");
        assertThat(feed.entries().get(1).published()).isEqualTo("2025-11-22");
    }

    @Test
    void readsRss091WithItsDoctypeAndRss10() {
        var old = feed(
                """
                <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://localhost:1/rss-0.91.dtd">
                <rss version="0.91"><channel><title>T</title><link>https://site.example/</link><description>d</description>
                <language>en</language><item><title>One</title><link>/1</link><description>x</description></item></channel></rss>""");
        assertThat(old.rung()).isEqualTo(Rung.STRICT);
        assertThat(old.entries().get(0).link()).isEqualTo("https://site.example/1");
        var rdf = feed(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://site.example/"><title>T</title>
                <link>https://site.example/</link><description>d</description></channel>
                <item rdf:about="https://site.example/1"><title>One</title><link>https://site.example/1</link>
                <dc:date>2025-11-22T10:00:00Z</dc:date></item></rdf:RDF>""");
        assertThat(rdf.rung()).isEqualTo(Rung.STRICT);
        assertThat(rdf.format()).isEqualTo("rss_1.0");
        assertThat(rdf.entries().get(0).id()).isEqualTo("https://site.example/1");
        assertThat(rdf.entries().get(0).published()).isEqualTo("2025-11-22T10:00:00Z");
    }

    @Test
    void readsAtom() {
        var feed = feed(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title type="html">A &amp;amp; B</title>
                <link rel="self" href="https://site.example/atom"/><link href="https://site.example/"/><id>urn:f</id>
                <updated>2025-11-22T10:00:00Z</updated>
                <entry xml:lang="en"><id>urn:1</id><title type="text">2 &lt; 3 &amp;amp; more</title>
                <link rel="enclosure" href="/x.mp3"/><link rel="alternate" href="../1"/>
                <published>2025-11-22T09:00:00Z</published><updated>2025-11-22T10:00:00Z</updated><author><name>Ann</name></author>
                <summary type="html">&lt;b&gt;S&lt;/b&gt;</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>P1</p><p>P2</p></div></content></entry></feed>""");
        assertThat(feed.rung()).isEqualTo(Rung.STRICT);
        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.language()).isEqualTo("uk");
        assertThat(feed.entries())
                .containsExactly(new FeedEntry(
                        "urn:1",
                        "2 < 3 &amp; more",
                        "https://site.example/1",
                        "2025-11-22T09:00:00Z",
                        "2025-11-22T10:00:00Z",
                        "S",
                        "P1\nP2",
                        "Ann",
                        "en"));
    }

    @Test
    void readsJsonFeed() {
        var feed = feed(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://site.example/","language":"en",
                "items":[{"id":7,"url":"/7","title":"Sev\\ud800en","content_html":"<p>a</p><p>b</p>","date_published":"2025-11-22T10:00:00Z",
                "authors":[{"name":"Ann"}],"title":"Seven"},{"id":"x","content_text":"one\\n\\ntwo"}]}""");
        assertThat(feed.format()).isEqualTo("json_1.1");
        assertThat(feed.entries().get(0))
                .isEqualTo(new FeedEntry(
                        "7", "Seven", "https://site.example/7", "2025-11-22T10:00:00Z", null, "", "a\nb", "Ann", null));
        assertThat(feed.entries().get(1).content()).isEqualTo("one\ntwo");
        assertThat(refusal("{\"version\":1}")).contains("no JSON Feed");
        assertThat(refusal("[".repeat(10_000))).contains("no JSON Feed");
        assertThat(refusal("{\"version\":" + "9".repeat(100_000) + "}")).contains("no JSON Feed");
    }

    @Test
    void readsNewsSitemaps() {
        var map = feed(
                """
                <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://site.example/1</loc><news:news>
                <news:publication><news:name>The Wire</news:name><news:language>uk</news:language></news:publication>
                <news:publication_date>2025-11-22T10:00:00+02:00</news:publication_date><news:title>Talks &amp;amp; more</news:title>
                </news:news></url><url><loc>https://site.example/about</loc></url></urlset>""");
        assertThat(map.format()).isEqualTo("news-sitemap");
        assertThat(map.rung()).isEqualTo(Rung.SITEMAP);
        assertThat(map.title()).isEqualTo("The Wire");
        assertThat(map.entries())
                .containsExactly(new FeedEntry(
                        null,
                        "Talks & more",
                        "https://site.example/1",
                        "2025-11-22T10:00:00+02:00",
                        null,
                        "",
                        "",
                        null,
                        "uk"));
        assertThat(refusal("<urlset><url><loc>https://site.example/1</loc></url></urlset>"))
                .contains("without news");
        assertThat(refusal("<sitemapindex><sitemap/></sitemapindex>")).contains("index of sitemaps");
    }

    @Test
    void healsAndSalvagesWhatIsNoXml() {
        var healed =
                feed(rss("<item><title>A & B &eacute; &#1;&#xD800;</title><link>https://site.example/1</link></item>"));
        assertThat(healed.rung()).isEqualTo(Rung.HEALED);
        assertThat(healed.entries().get(0).title()).isEqualTo("A & B é \uFFFD");
        var unbound = feed(
                "<rss version=\"2.0\"><channel><item><title>A</title><media:x>1</media:x><dc:date>2025-11-22</dc:date>"
                        + "<description>one<br>two</description></item></channel></rss>");
        assertThat(unbound.rung()).isEqualTo(Rung.SALVAGED);
        assertThat(unbound.entries().get(0).published()).isEqualTo("2025-11-22");
        assertThat(unbound.entries().get(0).summary()).isEqualTo("one\ntwo");
    }

    @Test
    void keepsTheCompleteEntriesOfACutDocument() {
        var cut = feed(rss("<item><title>One</title></item><item><title>Two</title></item><item><title>Thr")
                .replace("</channel></rss>", ""));
        assertThat(cut.entries()).extracting(FeedEntry::title).containsExactly("One", "Two");
        assertThat(cut.tossed()).isEqualTo(1);
        var open = feed(
                rss("<item><title>One</title></item><item><title><![CDATA[Two").replace("</channel></rss>", ""));
        assertThat(open.entries()).extracting(FeedEntry::title).containsExactly("One");
    }

    @Test
    void decidesOnTheCharset() {
        var windows = rss("<item><title>\u201cKyiv\u201d café</title></item>");
        assertThat(title(windows.getBytes(Charset.forName("windows-1252")), null))
                .isEqualTo("\u201cKyiv\u201d café");
        assertThat(title(windows.getBytes(StandardCharsets.UTF_16LE), "text/xml"))
                .isEqualTo("\u201cKyiv\u201d café");
        var kyiv = rss("<item><title>Київ</title></item>");
        assertThat(title(kyiv.getBytes(Charset.forName("windows-1251")), "text/xml; charset=windows-1251"))
                .isEqualTo("Київ");
        var declared = kyiv.replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"KOI8-U\"?>");
        assertThat(title(declared.getBytes(Charset.forName("KOI8-U")), "text/xml; charset=utf-8"))
                .isEqualTo("Київ");
        var wrong = kyiv.replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");
        assertThat(title(wrong.getBytes(StandardCharsets.UTF_8), null)).isEqualTo("Київ");
        assertThat(title(("\uFEFF\uFEFF" + kyiv).getBytes(StandardCharsets.UTF_8), "text/xml; charset=bogus"))
                .isEqualTo("Київ");
        assertThat(title(
                        "<rss version='2.0'><channel><item><title>a\u00e9</title></item></channel></rss>"
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "text/xml; charset=utf-8"))
                .isEqualTo("a\uFFFD");
    }

    private static String title(byte[] bytes, String contentType) {
        return feed(bytes, contentType).entries().get(0).title();
    }

    @Test
    void neverExpandsADoctype() {
        var laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>"
                + rss("<item><title>&lol2;</title></item>").substring(21);
        assertThat(refusal("<?xml version=\"1.0\"?>" + laughs)).contains("entities of its own");
        assertThat(
                        refusal(
                                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>"))
                .contains("entities of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "\u0000",
                "<",
                "<>",
                "plain text",
                "<!-- -->",
                "<html><body>Log in</body></html>",
                "<!DOCTYPE html><html lang=en>",
                "<svg/>",
                "{",
                "<?xml version=\"1.0\"?>",
                "]]>"
            })
    void saysWhatIsNoFeed(String text) {
        assertThat(refusal(text)).isNotBlank();
    }

    @Test
    void endsWithTheFirstOfTwoFeeds() {
        assertThat(feed(rss("<item><title>1</title></item>") + rss("<item><title>2</title></item>"))
                        .entries())
                .hasSize(1);
    }

    @Test
    @Timeout(10)
    void boundsDepthAttributesNamesAndEntries() {
        assertThat(refusal(rss("<a>".repeat(100_000) + "</a>".repeat(100_000)))).contains("200 deep");
        assertThat(refusal(rss("<x:a xmlns:x='u'>".repeat(40_000)))).contains("200 deep");
        var attributes = new StringBuilder("<a");
        for (var i = 0; i < 10_001; i++) {
            attributes.append(" b").append(i).append("='x'");
        }
        assertThat(refusal(rss(attributes + "/>"))).contains("500 attributes");
        assertThat(refusal(rss("<" + "n".repeat(1 << 20) + "/>"))).contains("element name");
        assertThat(refusal(rss("<a b='" + "x".repeat(10 << 20) + "'/>"))).contains("attributes longer");
        var many = feed(rss("<item><title>x</title></item>".repeat(100_000)));
        assertThat(many.entries()).hasSize(2_000);
        assertThat(many.tossed()).isEqualTo(98_000);
        assertThat(many.rung()).isEqualTo(Rung.STRICT);
    }

    @Test
    @Timeout(10)
    void boundsMarkupInsideAField() {
        var deep = "&lt;div&gt;".repeat(100_000) + "x";
        assertThat(feed(rss("<item><title>t</title><description>" + deep + "</description></item>"))
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("t");
        assertThat(feed(rss("<item><title>" + "A".repeat(9 << 20) + "</title></item>"))
                        .entries()
                        .get(0)
                        .title())
                .hasSize(1_000);
        assertThat(HtmlText.of("<b>".repeat(200_000) + "end")).endsWith("end");
    }
}
