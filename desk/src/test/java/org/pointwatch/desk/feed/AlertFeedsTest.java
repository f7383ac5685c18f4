// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Alert;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.feed.FeedSamples.HOSTILE;
import static org.pointwatch.desk.feed.FeedSamples.NOON;
import static org.pointwatch.desk.feed.FeedSamples.alert;
import static org.pointwatch.desk.feed.FeedSamples.feed;

/** Both formats of the same entries: Atom as Rome reads it, JSON Feed by the rules of version 1.1. */
final class AlertFeedsTest {
    private static final Instant LATER = NOON.plusSeconds(7_200);
    private static final Map<String, String> TITLES = Map.of("point:army-cap", "Cap on the army");

    private static final AlertEntry FIRST = new AlertEntry(
            alert("a1", "new-deadline", "point:army-cap", NOON, null), LATER, "https://one.example/a?b=1&c=2");
    private static final AlertEntry SECOND =
            new AlertEntry(alert("a2", "deadline-moved", "point:army-cap", LATER, "a1"), null, null);

    private static String atom(AlertFeed feed) {
        return AlertAtom.write(feed, target -> TITLES.getOrDefault(target, target));
    }

    private static SyndFeed read(String atom) throws Exception {
        var input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        return input.build(new StringReader(atom));
    }

    private static JsonNode json(AlertFeed feed) {
        return Json.MAPPER.readTree(AlertJsonFeed.write(feed, target -> TITLES.getOrDefault(target, target)));
    }

    @Test
    void atomHasAnEntryForEachAlert() throws Exception {
        var read = read(atom(feed(SECOND, FIRST)));
        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getUri()).isEqualTo("tag:pointwatch.org,2026:alerts?kind=surge");
        assertThat(read.getTitle()).isEqualTo("Pointwatch alerts");
        assertThat(read.getPublishedDate().toInstant()).isEqualTo(LATER);
        assertThat(read.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("tag:pointwatch.org,2026:alert/plan/a2", "tag:pointwatch.org,2026:alert/plan/a1");
        var entry = read.getEntries().get(1);
        assertThat(entry.getTitle()).isEqualTo("New deadline: Cap on the army");
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo(NOON);
        assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(LATER);
        assertThat(entry.getCategories())
                .extracting(c -> c.getTaxonomyUri() + " " + c.getName())
                .containsExactly(
                        "tag:pointwatch.org,2026:kind new-deadline", "tag:pointwatch.org,2026:target point:army-cap");
        assertThat(entry.getLinks())
                .extracting(link -> link.getRel() + " " + link.getHref())
                .containsExactlyInAnyOrder(
                        "alternate http://127.0.0.1:8080/alerts?status=all&kind=new-deadline&point=army-cap#alert-a1",
                        "related https://one.example/a?b=1&c=2");
        var content = entry.getContents().get(0);
        assertThat(content.getType()).isEqualTo("text");
        assertThat(content.getValue())
                .isEqualTo("In 3 stories since yesterday.\n\n“Kyiv has until Thursday.”"
                        + "\n\n“They have until Thursday & no longer.”");
    }

    @Test
    void feedsTellTheReasonInWordsAndKeepTheTopics() throws Exception {
        var why = "new deadline 2025-11-27 for us; 3 stories";
        var alert = new Alert("a3", "plan", "new-deadline", "point:army-cap", NOON, why, List.of(), null, null);
        var feed = feed(new AlertEntry(alert, null, null));
        var titles = Map.of("actor:us", "United States");
        var words = "new deadline Thu 27 Nov 2025 for United States; 3 stories";
        var item = Json.MAPPER
                .readTree(AlertJsonFeed.write(feed, target -> titles.getOrDefault(target, target)))
                .at("/items/0");
        assertThat(item.path("content_text").asString()).isEqualTo(words);
        assertThat(item.at("/_pointwatch/why").asString()).isEqualTo(why);
        var atom = AlertAtom.write(feed, target -> titles.getOrDefault(target, target));
        assertThat(read(atom).getEntries().get(0).getContents().get(0).getValue())
                .isEqualTo(words);
    }

    @Test
    void anAlertNamesTheOneThatItFollows() {
        var atom = atom(feed(SECOND, FIRST));
        assertThat(atom).containsOnlyOnce("<thr:in-reply-to ref=\"tag:pointwatch.org,2026:alert/plan/a1\"");
        assertThat(atom).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "point:army-cap/lang:uk; &point=army-cap",
                "actor:rubio; &actor=rubio",
                "pair:army-cap|rubio/group:wires; &point=army-cap&actor=rubio",
                "plan:plan; ''",
                "all; ''",
                "pair:odd; ''",
                "point:a b&c=d#e; &point=a%20b%26c%3Dd%23e"
            },
            delimiter = ';')
    void anEntryLeadsToItsAlertAmongThoseOfItsKindAndTarget(String target, String query) {
        var entry = new AlertEntry(FeedSamples.alert("a3", "surge", target, NOON, null), null, null);
        assertThat(entry.page()).isEqualTo("alerts?status=all&kind=surge" + query + "#alert-a3");
        assertThat(json(feed(entry)).at("/items/0/url").asString()).isEqualTo("http://127.0.0.1:8080/" + entry.page());
    }

    @Test
    void updatedMovesOnlyWithAnEscalation() throws Exception {
        var calm = new AlertEntry(FIRST.alert(), null, FIRST.link());
        assertThat(read(atom(feed(calm))).getEntries().get(0).getUpdatedDate().toInstant())
                .isEqualTo(NOON);
        assertThat(json(feed(calm)).at("/items/0/date_modified").asString()).isEqualTo("2025-11-22T12:00:00Z");
        assertThat(json(feed(FIRST)).at("/items/0/date_modified").asString()).isEqualTo("2025-11-22T14:00:00Z");
        var earlier = new AlertEntry(FIRST.alert(), NOON.minusSeconds(60), null);
        assertThat(earlier.updated()).isEqualTo(NOON);
    }

    @Test
    void aFeedWithoutEntriesIsAFeed() throws Exception {
        assertThat(read(atom(feed())).getEntries()).isEmpty();
        assertThat(atom(feed())).contains("<updated>1970-01-01T00:00:00Z</updated>");
        assertThat(json(feed()).path("items").isArray()).isTrue();
    }

    @Test
    void jsonFeedFollowsItsRules() {
        var feed = json(feed(SECOND, FIRST));
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").isString()).isTrue();
        for (var address : List.of("home_page_url", "feed_url")) {
            assertThat(URI.create(feed.path(address).asString()).isAbsolute()).isTrue();
        }
        assertThat(feed.path("feed_url").asString()).isEqualTo("http://127.0.0.1:8080/alerts.atom?kind=surge");
        assertThat(feed.at("/authors/0/name").asString()).isEqualTo("Pointwatch");
        var allowed = Set.of(
                "id",
                "url",
                "external_url",
                "title",
                "content_text",
                "date_published",
                "date_modified",
                "tags",
                "_pointwatch");
        for (var item : feed.path("items")) {
            assertThat(item.propertyNames()).isSubsetOf(allowed);
            assertThat(item.path("id").isString()).isTrue();
            assertThat(item.path("content_text").asString()).isNotEmpty();
            assertThat(URI.create(item.path("url").asString()).isAbsolute()).isTrue();
            Instant.parse(item.path("date_published").asString());
            Instant.parse(item.path("date_modified").asString());
            assertThat(item.path("tags").valueStream().allMatch(JsonNode::isString))
                    .isTrue();
        }
    }

    @Test
    void theExtensionHasWhatTheTopicHas() {
        var items = json(feed(SECOND, FIRST)).path("items");
        assertThat(items.path(0).path("_pointwatch"))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"alert": "a2", "dossier": "plan", "kind": "deadline-moved", "target": "point:army-cap",
                                 "at": "2025-11-22T14:00:00Z", "why": "In 3 stories since yesterday.",
                                 "evidence": ["Kyiv has until Thursday.", "They have until Thursday & no longer."],
                                 "story": "story-a2", "escalates": "a1", "escalated": null}
                                """));
        assertThat(items.path(0).has("external_url")).isFalse();
        assertThat(items.path(1).path("external_url").asString()).isEqualTo("https://one.example/a?b=1&c=2");
        assertThat(items.path(1).at("/_pointwatch/escalated").asString()).isEqualTo("2025-11-22T14:00:00Z");
    }

    @Test
    void aHostileAlertIsInertInBoth() throws Exception {
        var hostile = new AlertEntry(
                new Alert(HOSTILE, HOSTILE, HOSTILE, HOSTILE, NOON, HOSTILE, List.of(HOSTILE), HOSTILE, HOSTILE),
                null,
                null);
        var feed = new AlertFeed(HOSTILE, "http://h/", "alerts.atom", "", List.of(hostile));
        var atom = AlertAtom.write(feed, target -> HOSTILE);
        var read = read(atom);
        assertThat(read.getEntries()).hasSize(1);
        assertThat(read.getEntries().get(0).getContents().get(0).getValue())
                .startsWith("a]]>b<script> END:VEVENT")
                .endsWith("&amp; \"k'”");
        assertThat(atom).doesNotContain("<script", "]]>", "\u202E", "\u2066", "\u0000", "\u001b", "\uFFFE");
        var item = Json.MAPPER
                .readTree(AlertJsonFeed.write(feed, target -> HOSTILE))
                .at("/items/0");
        assertThat(item.path("content_text").asString())
                .doesNotContain("\u202E", "\u0000")
                .contains("<script>");
        assertThat(item.path("id").asString()).matches("tag:pointwatch.org,2026:[A-Za-z0-9/%._~-]+");
    }

    @Test
    void aFeedStaysSmall() {
        var long1 = "x".repeat(100_000);
        var big =
                new Alert("a", "plan", long1, long1, NOON, long1, java.util.Collections.nCopies(50, long1), null, null);
        assertThat(atom(feed(new AlertEntry(big, null, null))).length()).isLessThan(10_000);
        assertThat(AlertJsonFeed.write(feed(new AlertEntry(big, null, null)), t -> t)
                        .length())
                .isLessThan(15_000);
    }

    @Test
    void aFilterIsTheSameHoweverItWasPut() {
        var one = FeedSamples.filter(List.of("surge", "silence"), List.of("army-cap"), List.of("us"));
        assertThat(one.query("kind")).isEqualTo("kind=silence&kind=surge&point=army-cap&actor=us");
        assertThat(one.named("Alerts")).isEqualTo("Alerts: silence, surge, army-cap, us");
        assertThat(FeedSamples.filter(List.of(), List.of("a b&c"), List.of()).query("kind"))
                .isEqualTo("point=a%20b%26c");
    }
}
