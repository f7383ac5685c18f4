// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.opml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;

final class OpmlTest {
    private static Opml read(String text) {
        return Opml.read("list.opml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTitleFolderLanguageOutletAndZone() {
        var opml = read(
                """
                <opml version="2.0" xmlns:pointwatch="https://pointwatch.org/opml"><body>
                <outline text="National UK"><outline text="A" title="The A" xmlUrl="https://a.example/rss" language="en"
                  outlet="a.example" zone="Europe/London"/></outline>
                <outline text="B" xmlUrl="https://b.example/rss" pointwatch:group="agencies" category="/News/World"/>
                <outline text="C" xmlUrl="https://c.example/rss" category="/News/World,/x"/>
                </body></opml>""");
        assertThat(opml.problems()).isEmpty();
        assertThat(opml.feeds())
                .containsExactly(
                        new Subscription(
                                "https://a.example/rss", "The A", "a.example", "national-uk", "en", "Europe/London"),
                        new Subscription("https://b.example/rss", "B", null, "agencies", null, null),
                        new Subscription("https://c.example/rss", "C", null, "world", null, null));
    }

    @Test
    void readsWhatIsNoXml() {
        var opml = read(
                """
                <opml><body><outline text="Tech & more">
                <outline text="A "quoted" name" description="He works at <a href="https://x.example/">X</a> & more." xmlUrl="https://a.example/f?a=1&b=2" type="rss" />
                <outline text='B' xmlurl='https://b.example/rss'>
                <outline text="C" xmlUrl="https://c.example/rss" </outline>
                </outline></body>""");
        assertThat(opml.feeds())
                .extracting(Subscription::feed)
                .containsExactly("https://a.example/f?a=1&b=2", "https://b.example/rss", "https://c.example/rss");
        assertThat(opml.feeds().get(0).title()).isEqualTo("A \"quoted\" name");
        assertThat(opml.feeds()).extracting(Subscription::group).containsOnly("tech-more");
    }

    @Test
    void namesFileLineAndMendOfWhatIsWrong() {
        var opml = read(
                "<opml><body>\n<outline xmlUrl=\"https://a.example/\"/>\n<outline xmlUrl=\"https://a.example/\"/>\n"
                        + "<outline xmlUrl=\"ftp://b.example/\"/></body></opml>");
        assertThat(opml.problems())
                .containsExactly(
                        "list.opml:3: the feed https://a.example/ is listed twice; the first is kept",
                        "list.opml:4: xmlUrl \"ftp://b.example/\" is no http(s) address; correct it");
    }

    @Test
    void saysSoIfThereIsNoFeed() {
        assertThat(read("<html>nothing</html>").problems())
                .containsExactly("list.opml: no outline with an xmlUrl; an OPML list of feeds is wanted");
    }

    @Test
    void staysCalmWithDeepAndLongLists() {
        var deep = "<outline text=\"x\">".repeat(10_000) + "<outline xmlUrl=\"https://a.example/\"/>";
        assertThat(read(deep).feeds()).hasSizeLessThanOrEqualTo(1);
        var text = new StringBuilder("<opml><body>");
        for (var i = 0; i < 50_010; i++) {
            text.append("<outline xmlUrl=\"https://a.example/").append(i).append("\"/>");
        }
        var opml = read(text.toString());
        assertThat(opml.feeds()).hasSize(50_000);
        assertThat(opml.problems()).hasSize(10).allSatisfy(p -> assertThat(p).contains("split the list"));
    }

    @Test
    void readsBackWhatItWrote() {
        var feeds = List.of(
                new Subscription("https://c.example/?a=1&b=2", "C <3 & \"co\"", "c.example", null, "en", "Asia/Tokyo"),
                new Subscription("https://a.example/", "A", null, "agencies", null, null));
        var again = Opml.read("again", Opml.write("My list", feeds));
        assertThat(again.problems()).isEmpty();
        assertThat(again.feeds()).containsExactlyInAnyOrderElementsOf(feeds);
    }

    @Test
    void readsTheShippedList() throws Exception {
        var shipped = Path.of("..", "dossiers", "ukraine-peace-plan", "feeds.opml");
        var opml = Opml.read("feeds.opml", Files.readAllBytes(shipped));
        assertThat(opml.problems()).isEmpty();
        assertThat(opml.feeds()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(f -> {
            assertThat(f.language()).isEqualTo("en");
            assertThat(f.group()).isNotNull();
            assertThat(f.outlet()).isNotNull();
        });
    }
}
