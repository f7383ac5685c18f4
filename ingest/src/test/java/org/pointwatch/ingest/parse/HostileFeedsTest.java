// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.ingest.http.Cost;
import org.pointwatch.ingest.opml.Opml;
import org.pointwatch.ingest.parse.FeedParser.NotAFeed;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.ingest.parse.LargeDocuments.item;
import static org.pointwatch.ingest.parse.LargeDocuments.rss;

/**
 * The catalogue of hostile inputs as far as it concerns documents: XML and structure, bytes and text, dates. The number of
 * each case stands in its name; none may take more than 30 seconds, two seconds of processor time and 64 MB.
 */
final class HostileFeedsTest {
    private static final String BASE = "https://site.example/feed.xml";
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");

    private static <T> T within(Supplier<T> work) {
        return Cost.of(work).within();
    }

    private static FeedParser.Result parse(byte[] bytes, @Nullable String contentType) {
        return within(() -> FeedParser.parse(bytes, contentType, BASE));
    }

    /** Its memory is bounded in {@link #largeDocumentsAreReadIn64Megabytes}. */
    private static Object read(LargeDocuments document) {
        return Cost.of(document::read).withinTime();
    }

    private static String refusal(LargeDocuments document) {
        return ((NotAFeed) read(document)).reason();
    }

    @Test
    void largeDocumentsAreReadIn64Megabytes() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-Xmn8m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDocuments.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        for (var document : LargeDocuments.values()) {
            assertThat(said).contains(document.name());
        }
    }

    private static ParsedFeed feed(String text) {
        return (ParsedFeed) parse(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String refusal(String text) {
        return ((NotAFeed) parse(text.getBytes(StandardCharsets.UTF_8), null)).reason();
    }

    private static String title(String markup) {
        return feed(rss(item(markup))).entries().get(0).title();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>",
                "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">]>"
            })
    void case1to3EntitiesOfADocumentsOwnAreRefusedUnread(String doctype) {
        assertThat(refusal(doctype + rss(item("&x;")).substring(21))).contains("entities of its own");
    }

    @Test
    void case4QuadraticBlowupIsRefused() {
        assertThat(refusal(LargeDocuments.CASE4_QUADRATIC_BLOWUP)).contains("entities of its own");
    }

    @Test
    void case5ADoctypeWithoutEntitiesIsStripped() {
        var doctype =
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:1/rss.dtd\">";
        assertThat(feed(doctype + rss(item("A")).substring(21)).entries()).hasSize(1);
    }

    @Test
    void case6InstructionsAndInclusionsAreIgnored() {
        var feed = feed("<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:1/x.xsl\"?>"
                + rss("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>"
                                + item("A"))
                        .substring(21));
        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("A");
    }

    @Test
    void case7DeepNestingIsRefused() {
        assertThat(refusal(rss("<a>".repeat(201) + "</a>".repeat(201)))).contains("200 deep");
        assertThat(refusal(LargeDocuments.CASE7_NESTING)).contains("200 deep");
    }

    @Test
    void case8NestedNamespaceDeclarationsAreRefused() {
        assertThat(refusal(LargeDocuments.CASE8_NAMESPACES)).contains("200 deep");
    }

    @Test
    void case9TooManyAttributesAreRefused() {
        assertThat(refusal(LargeDocuments.CASE9_ATTRIBUTES)).contains("500 attributes");
    }

    @Test
    void case10LongNamesAndAttributesAreRefused() {
        assertThat(refusal(LargeDocuments.CASE10_NAME)).contains("element name");
        assertThat(refusal(LargeDocuments.CASE10_ATTRIBUTE)).contains("attributes longer");
    }

    @Test
    void case11OfAHundredThousandItemsTheFirstTwoThousandAreRead() {
        var feed = (ParsedFeed) read(LargeDocuments.CASE11_ITEMS);
        assertThat(feed.entries()).hasSize(2_000);
        assertThat(feed.tossed()).isEqualTo(98_000);
    }

    @Test
    void case15CompleteItemsOfACutDocumentStay() {
        var cut = feed(rss(item("A") + item("B") + "<item><title><![CDATA[C").replace("</channel></rss>", ""));
        assertThat(cut.entries()).extracting(FeedEntry::title).containsExactly("A", "B");
        assertThat(cut.tossed()).isEqualTo(1);
    }

    @Test
    void case16and17UndeclaredPrefixesAndBareAmpersandsAreRepaired() {
        assertThat(feed(rss("<media:thumb url='x'/>" + item("A"))).entries()).hasSize(1);
        assertThat(title("A & B &eacute; &nbsp;&copy")).startsWith("A & B é");
    }

    @Test
    void case18JunkAndMarksBeforeThePrologAreSkipped() {
        assertThat(feed("\uFEFF\uFEFF junk\n<!-- hello -->\n" + rss(item("A"))).entries())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>",
                "<html><body>Log in</body></html>",
                "",
                "x",
                " \n\t ",
                "{\"a\":1}",
                "<svg/>"
            })
    void case19to21WhatIsNoFeedIsNamed(String text) {
        assertThat(refusal(text)).isNotBlank();
    }

    @Test
    void case20JsonSentAsXmlAndTheReverseAreSniffed() {
        var json =
                "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}";
        assertThat(((ParsedFeed) parse(json.getBytes(StandardCharsets.UTF_8), "text/xml")).entries())
                .hasSize(1);
        assertThat(((ParsedFeed) parse(rss(item("A")).getBytes(StandardCharsets.UTF_8), "application/json")).entries())
                .hasSize(1);
    }

    @Test
    void case22and23OfTwoFeedsTheFirstAndOfMixedOnesTheKnownFields() {
        assertThat(feed(rss(item("A")) + rss(item("B"))).entries()).hasSize(1);
        var mixed = feed(rss("<item xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>A</a:title><a:link href=\"/1\"/>"
                + "<title>A</title><a:updated>2025-11-22T10:00:00Z</a:updated></item>"));
        assertThat(mixed.entries().get(0).title()).isEqualTo("A");
        assertThat(mixed.entries().get(0).updated()).isEqualTo("2025-11-22T10:00:00Z");
    }

    @Test
    void case24AHugeCommentCostsLittle() {
        assertThat(((ParsedFeed) read(LargeDocuments.CASE24_COMMENT)).entries()).hasSize(1);
    }

    @Test
    void case25JsonOfAnyShapeIsBounded() {
        assertThat(refusal(LargeDocuments.CASE25_DEEP_JSON)).contains("no JSON Feed");
        assertThat(refusal(LargeDocuments.CASE25_LONG_NUMBER)).contains("no JSON Feed");
        var twice =
                feed("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"a\",\"title\":\"b\",\"items\":[]}");
        assertThat(twice.title()).isEqualTo("b");
    }

    @Test
    void case26ListsOfAMillionFeedsAreCutWithAWord() {
        var many = (Opml) read(LargeDocuments.CASE26_LONG_LIST);
        assertThat(many.feeds()).hasSize(50_000);
        assertThat(many.problems().toString()).contains("more than 50000 feeds");
        assertThat(((Opml) read(LargeDocuments.CASE26_DEEP_LIST)).feeds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000B", "A&#0;B", "A&#1;B", "A\u000BB", "A&#x1F;B"})
    void case27and28ControlsAreRemoved(String markup) {
        assertThat(title(markup).replace(" ", "")).isEqualTo("AB");
    }

    @Test
    void case29LoneSurrogatesBecomeTheReplacementCharacter() {
        assertThat(title("A&#xD800;B")).isEqualTo("A\uFFFDB");
        var json = feed(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"A\\ud800B\"}]}");
        assertThat(json.entries().get(0).title()).isEqualTo("A\uFFFDB");
    }

    @ParameterizedTest
    @CsvSource({"C3 28", "C0 AF", "E2 82", "F4 90 80 80"})
    void case30InvalidUtf8BecomesTheReplacementCharacter(String hex) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><item><title>A"
                .getBytes(StandardCharsets.UTF_8));
        for (var b : hex.split(" ")) {
            bytes.write(Integer.parseInt(b, 16));
        }
        bytes.writeBytes("Z</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8));
        var feed = (ParsedFeed) parse(bytes.toByteArray(), "text/xml; charset=utf-8");
        assertThat(feed.entries().get(0).title()).startsWith("A\uFFFD").endsWith("Z");
    }

    @Test
    void case31WhatTheBytesShowGoesBeforeWhatIsDeclared() {
        var utf16 = rss(item("Київ")).replace("?>", " encoding=\"UTF-16\"?>");
        assertThat(((ParsedFeed) parse(utf16.getBytes(StandardCharsets.UTF_8), null))
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("Київ");
        var utf8 = rss(item("Київ")).replace("?>", " encoding=\"UTF-8\"?>");
        assertThat(((ParsedFeed) parse(utf8.getBytes(StandardCharsets.UTF_16LE), null))
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("Київ");
    }

    @ParameterizedTest
    @CsvSource({"UTF-32BE", "UTF-32LE"})
    void case32WideCharsetsAreDecoded(String charset) {
        var bytes = rss(item("Київ")).getBytes(Charset.forName(charset));
        assertThat(((ParsedFeed) parse(bytes, null)).entries().get(0).title()).isEqualTo("Київ");
    }

    @Test
    void case32Utf7IsNeverBelieved() {
        var bytes = rss(item("+ADw-script+AD4-"))
                .replace("?>", " encoding=\"UTF-7\"?>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(((ParsedFeed) parse(bytes, "text/xml; charset=utf-7"))
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("+ADw-script+AD4-");
    }

    @Test
    void case33TheDeclarationGoesBeforeTheHeader() {
        var declared = rss(item("Київ")).replace("?>", " encoding=\"KOI8-U\"?>").getBytes(Charset.forName("KOI8-U"));
        assertThat(((ParsedFeed) parse(declared, "text/xml; charset=windows-1251"))
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("Київ");
    }

    @Test
    void case34EntitiesAreDecodedOnceForXmlAndOnceForHtml() {
        assertThat(title("1 &amp;amp;lt; 2")).isEqualTo("1 &lt; 2");
    }

    @Test
    void case35and36LongTitlesAreCutAndMarksCapped() {
        for (var document : List.of(LargeDocuments.CASE35_TITLE, LargeDocuments.CASE35_TITLE_IN_CYRILLIC)) {
            var feed = (ParsedFeed) read(document);
            assertThat(feed.entries().get(0).title()).hasSize(1_000);
        }
        assertThat(title("a" + "\u0301\u0316".repeat(5_000) + "b").length()).isLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u202EB", "A\u2066B\u2069", "A\u200BB", "A\uFEFFB", "A\uDB40\uDC41B"})
    void case37and38InvisibleCharactersAreRemoved(String title) {
        assertThat(title(title)).isEqualTo("AB");
    }

    @Test
    void case39ComposedAndDecomposedAreTheSame() {
        assertThat(title("cafe\u0301")).isEqualTo("caf\u00E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", " ", "?!", ""})
    void case40TitlesWithoutWordsAreRead(String title) {
        assertThat(title(title)).isEqualTo(title.strip());
    }

    @Test
    void case41and42LineBreaksBecomeSpacesAndEscapesGo() {
        assertThat(title("A\r\nB\tC\u2028D")).isEqualTo("A B C D");
        assertThat(title("A&#27;[31mB\u009B2J")).isEqualTo("A[31mB2J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "de-DE"})
    void case43TheMachinesLanguageChangesNothing(String tag) {
        var before = Locale.getDefault();
        var expected = readInCapitals();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(readInCapitals()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(expected.toString()).contains("https://site.example/NEWS/ID=1");
    }

    private static List<Object> readInCapitals() {
        var items =
                "<ITEM><TITLE>\u0130STANBUL I\u0131i STRASSE</TITLE><LINK>HTTPS://SITE.EXAMPLE/NEWS/ID=1?UTM_ID=2</LINK>"
                        + "<PUBDATE>FRI, 21 NOV 2025 10:00:00 GMT</PUBDATE></ITEM>";
        var feed = feed("<RSS VERSION='2.0'><CHANNEL><TITLE>T</TITLE>" + items + "</CHANNEL></RSS>");
        return List.of(
                feed,
                String.valueOf(CanonicalUrl.of("HTTPS://SITE.EXAMPLE/NEWS/ID=1?UTM_ID=2")),
                Domains.ofUrl("HTTPS://WWW.SITE.EXAMPLE/I"),
                String.valueOf(FeedDates.read("FRI, 21 NOV 2025 10:00:00 GMT", null, NOW)));
    }

    @Test
    void case44AWordWithoutEndIsCut() {
        var feed = (ParsedFeed) read(LargeDocuments.CASE44_WORD);
        assertThat(feed.entries().get(0).summary()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 23 Nov 2098 10:00:00 GMT',implausible",
        "'9999-12-31T23:59:59Z',implausible",
        "'10000-01-01T00:00:00Z',implausible",
        "'0001-01-01T00:00:00Z',implausible",
        "'0000-00-00 00:00:00',implausible",
        "'Thu, 01 Jan 1970 00:00:00 GMT',implausible",
        "'32 Nov 2025 25:61',implausible",
        "'2025-13-45T99:99:99Z',implausible",
        "'29 Feb 2025 10:00:00 GMT',implausible",
        "'',none"
    })
    void case46to52DatesThatCannotBeAreNamed(String written, String source) {
        var read = within(() -> FeedDates.read(written, null, NOW));
        assertThat(read.at()).isNull();
        assertThat(read.source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "'Sat, 22 Nov 2025 13:00:00 GMT',2025-11-22T13:00:00Z",
        "1763800000,2025-11-22T08:26:40Z",
        "1763800000000,2025-11-22T08:26:40Z",
        "'Mon, 22 Nov 25 10:00:00 EST',2025-11-22T15:00:00Z",
        "'22 nov. 2025 10:00:00 XYZ',2025-11-22T10:00:00Z",
        "'22 листопада 2025 10:00',2025-11-22T10:00:00Z",
        "'2025-11-22T10:00:60Z',2025-11-22T10:00:59Z"
    })
    void case45to52DatesWithUsualMistakesAreRead(String written, Instant at) {
        assertThat(within(() -> FeedDates.read(written, null, NOW)).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "http://good.example@[bad",
                "http://",
                "http:///x",
                "file:///etc/hostname",
                "http://a.example:99999/"
            })
    void case70LinksThatAreNoAddressesAreNone(String link) {
        assertThat(CanonicalUrl.of(link)).isNull();
        var feed = feed(rss("<item><title>A</title><link>" + link.replace("&", "&amp;") + "</link></item>"));
        assertThat(feed.entries().get(0).link()).isNull();
    }

    @Test
    void case70AddressesOfAnyLengthAndBackslashesAreRefused() {
        assertThat(within(() -> CanonicalUrl.of("http://a.example/" + "x".repeat(100_000))))
                .isNull();
        assertThat(CanonicalUrl.of("http://good.example\\@evil.example/")).isNull();
        assertThat(CanonicalUrl.of("http://user:secret@a.example/x#top")).isEqualTo("http://a.example/x");
    }
}
