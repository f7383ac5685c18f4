// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.ingest.article.ExtractedArticle.Access;

import static org.assertj.core.api.Assertions.assertThat;

final class ArticleExtractorTest {
    private static final Instant NOW = Instant.parse("2025-11-24T12:00:00Z");
    private static final String URL = "https://news.example/2025/11/22/talks";
    private static final String FIRST =
            "The envoys met for six hours on Saturday and agreed to meet again before the end of the month.";
    private static final String SECOND =
            "Neither side spoke of a breakthrough, but both called the meeting useful, and a second text was exchanged.";
    private static final String THIRD =
            "The next round will deal with the size of the army, which had been left out of the first two drafts.";

    private static ExtractedArticle read(String html) {
        return ArticleExtractor.of(html, URL, null, NOW);
    }

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Envoys meet again | News Example</title>" + head
                + "</head><body>" + body + "</body></html>";
    }

    private static String article(String inside) {
        return page(
                "",
                "<nav><a href=\"/\">Home</a><a href=\"/world\">World</a></nav><article><h1>Envoys meet again</h1>"
                        + inside
                        + "</article><footer><p>Copyright of the publisher, all of it reserved in every country.</p></footer>");
    }

    private static String paragraphs() {
        return "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
    }

    @Test
    void takesTheParagraphsAndLeavesWhatStandsAroundThem() {
        var html = article(
                "<p class=\"byline\">By Ann Writer</p><figure><img src=\"x\"><figcaption>The hall where the envoys"
                        + " met on Saturday, seen from the street.</figcaption></figure>" + "<p>" + FIRST + "</p>"
                        + "<div class=\"share-tools\"><p>Share this article with all of your friends and with your neighbours.</p></div>"
                        + "<p>" + SECOND + "</p><h2>What comes next</h2><p>" + THIRD + "</p>"
                        + "<aside><h3>Most read</h3><ul><li><a href=\"/1\">Another story about something else</a></li></ul></aside>"
                        + "<section id=\"comments\"><p>I do not believe a word of this, said a reader, and went on for a while.</p></section>");
        assertThat(read(html).text()).isEqualTo(FIRST + "\n" + SECOND + "\nWhat comes next\n" + THIRD);
    }

    @Test
    void aNameAloneDoesNotCondemnTheWholeArticle() {
        var html = page("", "<div class=\"page with-sidebar social\">" + paragraphs() + "</div>");
        assertThat(read(html).text()).isEqualTo(FIRST + "\n" + SECOND + "\n" + THIRD);
    }

    @Test
    void readsLinesThatAreBrokenInsteadOfParagraphs() {
        var html = page("", "<div id=\"story\">" + FIRST + "<br><br>" + SECOND + "<br><br>" + THIRD + "</div>");
        assertThat(read(html).text()).isEqualTo(FIRST + "\n" + SECOND + "\n" + THIRD);
    }

    @Test
    void keepsListsAndTablesOfTheArticle() {
        var html =
                article("<p>" + FIRST + "</p><ul><li>an army of 600,000</li><li>no foreign bases</li></ul><p>" + SECOND
                        + "</p><table><tr><td>Draft</td><td>Points</td></tr><tr><td>First</td><td>28</td></tr></table><p>"
                        + THIRD + "</p>");
        assertThat(read(html).text())
                .contains("\nan army of 600,000\nno foreign bases\n")
                .contains("\nFirst\n28\n");
    }

    @Test
    void dropsLinksToOtherStoriesBetweenTheParagraphs() {
        var html = article(
                "<p>" + FIRST + "</p><p><a href=\"/other\">Read what the ministers said about it on Friday</a></p>"
                        + "<p>Read more: what is in the second draft</p><p>" + SECOND + "</p>");
        assertThat(read(html).text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void readsScriptsWithoutSpaces() {
        var text = "代表团星期六会谈了六个小时，并同意在月底之前再次会面。双方都没有谈到突破，但都认为会谈有益。";
        assertThat(read(page("", "<div class=\"nav\"><a href=\"/\">首页</a></div><div><p>" + text + "</p></div>"))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void tellsTitleAuthorTimeLanguageAndAgency() {
        var read = read(page(
                "<meta property=\"og:title\" content=\"Envoys meet again\"><meta name=\"author\" content=\"By Ann Writer\">"
                        + "<meta property=\"article:published_time\" content=\"2025-11-22T10:00:00+02:00\">"
                        + "<link rel=\"canonical\" href=\"https://news.example/2025/11/22/talks?utm_source=x\">",
                "<h1>Envoys meet again</h1><p>KYIV (Reuters) - " + FIRST + "</p><p>" + SECOND + "</p>"));
        assertThat(read.title()).isEqualTo("Envoys meet again");
        assertThat(read.author()).isEqualTo("Ann Writer");
        assertThat(read.published().at()).isEqualTo("2025-11-22T08:00:00Z");
        assertThat(read.published().source()).isEqualTo("page-meta");
        assertThat(read.language()).isEqualTo("en");
        assertThat(read.agency()).isEqualTo("reuters");
        assertThat(read.canonical()).isEqualTo(URL);
        assertThat(read.access()).isEqualTo(Access.OPEN);
    }

    @Test
    void believesLinkedDataBeforeOtherMarks() {
        var data =
                """
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
                {"@type":["NewsArticle"],"headline":"Envoys meet again","datePublished":"2025-11-21T08:00:00Z",
                "author":[{"@type":"Person","name":"Ann Writer"},{"name":"Bo Reporter"}],}]}</script>
                <meta name="date" content="2025-11-01">""";
        var read = read(page(data, paragraphs()));
        assertThat(read.published().at()).isEqualTo("2025-11-21T08:00:00Z");
        assertThat(read.published().source()).isEqualTo("page-json-ld");
        assertThat(read.author()).isEqualTo("Ann Writer, Bo Reporter");
        assertThat(read.title()).isEqualTo("Envoys meet again");
    }

    @ParameterizedTest
    @CsvSource({
        "'<time datetime=\"2025-11-20T09:00:00Z\">Thursday</time>',2025-11-20T09:00:00Z,page-time",
        "'<p>no mark</p>',2025-11-22T00:00:00Z,page-url",
        "'<meta name=\"date\" content=\"2999-01-01\">',2025-11-22T00:00:00Z,page-url"
    })
    void saysWhereTheTimeWasFound(String mark, Instant at, String source) {
        var read = read(page("", mark + paragraphs()));
        assertThat(read.published().at()).isEqualTo(at);
        assertThat(read.published().source()).isEqualTo(source);
    }

    @Test
    void takesTheTextFromLinkedDataWhereThePageShowsNone() {
        var data = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"<p>" + FIRST
                + "</p><p>" + SECOND + "</p>\"}</script>";
        assertThat(read(page(data, "<div id=\"app\"></div>")).text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "'<title>Just a moment...</title><body><p>Enable JavaScript and cookies to continue</p>',CHALLENGE",
        "'<title>Access Denied</title><body><h1>Access Denied</h1><p>You are not allowed to see this page here.</p>',CHALLENGE",
        "'<title>x</title><body><p>We value your privacy. We and our partners store information on a device.</p>',CONSENT",
        "'<title>x</title><body><p>The first sentence of a long report stands here and then it ends abruptly.</p><p>Subscribe to continue reading.</p>',PAYWALL",
        "'<title>x</title><body></body>',NO_ARTICLE"
    })
    void namesWhatStandsBeforeTheArticle(String html, Access access) {
        assertThat(read(html).access()).isEqualTo(access);
    }

    @Test
    void aPageDoesNotSpeakForAnotherSite() {
        assertThat(read(page("<link rel=\"canonical\" href=\"https://other.example/x\">", paragraphs()))
                        .canonical())
                .isEqualTo(URL);
    }

    @Test
    void decidesOnTheCharsetOfBytes() {
        var html = page(
                "<meta charset=\"windows-1251\">",
                "<p>" + "Переговори тривали шість годин, сторони домовилися зустрітися знову." + "</p>");
        var bytes = html.getBytes(Charset.forName("windows-1251"));
        assertThat(ArticleExtractor.of(bytes, "text/html", URL, null, NOW).text())
                .startsWith("Переговори");
        assertThat(ArticleExtractor.of(
                                html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL, null, NOW)
                        .text())
                .startsWith("Переговори");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<div class='comment share'>",
                "<a href=x>",
                "<table><tr><td>",
                "<p>x",
                "<li><h2><a href=x>y</a></h2>",
                "<b><i>",
                "<form><input>",
                "&amp;",
                "<!--",
                "<script type=\"application/ld+json\">{",
                "<meta name=a content=b>",
                "<h1>t</h1>",
                "A. "
            })
    void staysWithinItsTimeOnAnyPage(String piece) {
        var html = "<html><body>" + piece.repeat(2_000_000 / piece.length()) + "</body></html>";
        var threads = ManagementFactory.getThreadMXBean();
        var started = threads.getCurrentThreadCpuTime();
        read(html);
        assertThat(threads.getCurrentThreadCpuTime() - started).isLessThan(4_000_000_000L);
    }

    @Test
    void nothingComesOfNothing() {
        for (var html : new String[] {"", "\u0000", "<", "text alone", "<html>", "{}"}) {
            assertThat(read(html).title()).isNotNull();
        }
    }
}
