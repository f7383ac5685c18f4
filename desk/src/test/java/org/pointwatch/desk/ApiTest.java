// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.api.Backstage;
import org.pointwatch.desk.api.Decisions;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.override.Change;
import org.pointwatch.wire.override.Overrides;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Override;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.dossier;

/** The whole API over HTTP, on a small world in the tables that the sink makes. */
@Tag("broker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiTest {
    private static final String READ = "read-read-read-read";
    private static final String WRITE = "write-write-write-w";
    private static final String A = "0123456789abcdef0123";
    private static final String B = "1123456789abcdef0123";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Override> topic = new ArrayList<>();
    private WebServer web;
    private WebServer guarded;
    private Described described;

    @BeforeAll
    void start() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
            ApiWorld.fill(connection);
        }
        view.dossier("plan", dossier());
        web = started(DeskSettings.onLoopback(0));
        guarded = started(new DeskSettings("127.0.0.1", 0, Set.of(), READ).withWriteToken(WRITE));
    }

    @AfterAll
    void stop() {
        web.close();
        guarded.close();
    }

    private WebServer started(DeskSettings settings) {
        var database = new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password());
        var progress = new Progress(InstantSource.fixed(NOON));
        var server = new WebServer(settings.withDatabase(database), view, progress, metrics, NOON, backstage());
        server.start();
        return server;
    }

    private Backstage backstage() {
        return new Backstage(InstantSource.fixed(NOON.plusSeconds(9_000)), () -> Silent.MODELS, new Decisions() {
            @java.lang.Override
            public Overrides read() {
                return Overrides.of(topic);
            }

            @java.lang.Override
            public Change decide(Deciding decision) {
                var change = decision.on(read());
                topic.addAll(change.records());
                return change;
            }
        });
    }

    private HttpResponse<String> send(WebServer to, String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(to.address() + path.substring(1)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        described().holds(method, path, answer);
        return answer;
    }

    private Described described() throws Exception {
        if (described == null) {
            var document = HttpRequest.newBuilder(URI.create(web.address() + "api/openapi.json"));
            described = new Described(http.send(document.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
        return described;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(web, "GET", path, "", headers);
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    // ---- the description

    private static List<String> reading() {
        return List.of(
                "/api/v1/series",
                "/api/v1/series?step=hour&target=point:army-cap&target=all&target=plan:plan&target=pair:army-cap%7Crubio"
                        + "&target=point:army-cap/lang:en&target=actor:rubio/group:wires",
                "/api/v1/rolling?window=24h",
                "/api/v1/matrix",
                "/api/v1/evidence",
                "/api/v1/evidence?q=army&target=point:army-cap",
                "/api/v1/stories",
                "/api/v1/stories?sort=copies&target=point:army-cap",
                "/api/v1/stories/a",
                "/api/v1/stories/a/cuts",
                "/api/v1/stories/a/diff?article=c",
                "/api/v1/stories/a/headlines",
                "/api/v1/stories/a/hours",
                "/api/v1/silent?hours=24",
                "/api/v1/feeds/meter",
                "/api/v1/feeds/refusing",
                "/api/v1/articles/a",
                "/api/v1/dossier",
                "/api/v1/rules",
                "/api/v1/deadlines",
                "/api/v1/stances",
                "/api/v1/alerts",
                "/api/v1/outlets?target=point:army-cap",
                "/api/v1/figures",
                "/api/v1/quotes",
                "/api/v1/feeds",
                "/api/v1/status",
                "/api/v1/brief",
                "/api/v1/overrides");
    }

    @Test
    void tellsWhichOutletsToldOfATarget() throws Exception {
        var rows =
                json("/api/v1/outlets?target=point:army-cap&target=actor:rubio").path("rows");
        assertThat(rows.valueStream().map(row -> row.path("outlet").asString()))
                .containsExactly("one.example", "four.example", "three.example", "two.example");
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"outlet\":\"one.example\",\"group\":\"wires\",\"articles\":2,\"stories\":1,\"copies\":0,"
                        + "\"updates\":1,\"firstAt\":\"%s\",\"lastAt\":\"%s\"}"
                                .formatted(NOON, NOON.plusSeconds(4_000)));
        assertThat(outlets("target=all")).isEqualTo(5);
        assertThat(outlets("target=plan:plan")).isEqualTo(outlets("limit=50")).isEqualTo(4);
        assertThat(outlets("target=plan:other")).isZero();
        assertThat(outlets("target=pair:ceasefire%7Crubio")).isEqualTo(1);
        assertThat(outlets("target=actor:rubio/lang:uk")).isEqualTo(1);
        assertThat(outlets("target=plan:plan/lang:en")).isEqualTo(2);
        assertThat(outlets("target=all/lang:en&limit=1")).isEqualTo(1);
    }

    @Test
    void outletsComeInPagesThatMissNoneAndRepeatNone() throws Exception {
        var all = json("/api/v1/outlets?target=all").path("rows");
        for (var size = 1; size < 5; size++) {
            var rows = Json.MAPPER.createArrayNode();
            var cursor = "";
            do {
                var page = json("/api/v1/outlets?target=all&limit=" + size + cursor);
                page.path("rows").forEach(rows::add);
                cursor = page.path("next").isNull()
                        ? ""
                        : "&cursor=" + page.path("next").asString();
            } while (!cursor.isEmpty() && rows.size() < 20);
            assertThat(rows).isEqualTo(all);
        }
    }

    private int outlets(String question) throws Exception {
        return json("/api/v1/outlets?" + question).path("rows").size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"point:army-cap", "actor:rubio", "pair:army-cap|rubio", "plan:plan", "all"})
    void countsTheSameOutletsOfWholeDaysAndOfTheirParts(String target) throws Exception {
        for (var hours : List.of(
                List.of(-72, 24), List.of(-60, 13), List.of(-36, 5), List.of(0, 1), List.of(-1, 4), List.of(-13, 12))) {
            var from = NOON.plusSeconds(3_600L * hours.get(0));
            var to = NOON.plusSeconds(3_600L * hours.get(1));
            var line = json("/api/v1/series?target=" + target.replace("|", "%7C") + "&from=" + from + "&to=" + to)
                    .path("targets")
                    .get(0);
            try (var connection = POSTGRES.connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT outlets_between('%s', '%s', '%s')".formatted(target, from, to))) {
                row.next();
                assertThat(line.at("/total/outlets").asLong())
                        .as(target + hours)
                        .isEqualTo(row.getLong(1));
            }
        }
    }

    /** As all answers are held against the description in {@link #send}. */
    @ParameterizedTest
    @MethodSource("reading")
    void everyAnswerIsAsTheDescriptionSays(String path) throws Exception {
        json(path);
        assertThat(send(web, "HEAD", path, "").statusCode()).isEqualTo(200);
        var mark = path.contains("?") ? "&" : "?";
        assertThat(get(path + mark + "nosuch=1").statusCode()).isEqualTo(400);
        assertThat(send(guarded, "GET", path, "").statusCode()).isEqualTo(401);
        assertThat(get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
        var absent = path.replaceFirst("/(stories|articles)/a", "/$1/nosuch");
        assertThat(get(absent).statusCode()).isEqualTo(absent.equals(path) ? 200 : 404);
    }

    @Test
    void theExamplesOfTheDescriptionWork() throws Exception {
        for (var path : json("/api/openapi.json").path("paths").properties()) {
            for (var param : path.getValue().at("/get/parameters")) {
                if (param.has("example") && !path.getKey().equals("/api/stream")) {
                    var query = "?" + param.path("name").asString() + "="
                            + URLEncoder.encode(param.path("example").asString(), StandardCharsets.UTF_8);
                    assertThat(get(path.getKey().replace("{id}", "a") + query).statusCode())
                            .as(path.getKey() + query)
                            .isIn(200, 404);
                }
            }
        }
    }

    @Test
    void theDescriptionHasEveryRouteOnceWithItsParameters() throws Exception {
        var description = json("/api/openapi.json");
        assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
        var ids = new TreeMap<String, Integer>();
        description
                .path("paths")
                .forEach(path ->
                        path.forEach(o -> ids.merge(o.path("operationId").asString(), 1, Integer::sum)));
        assertThat(ids.values()).allMatch(n -> n == 1);
        assertThat(ids.keySet())
                .contains(
                        "getEvidence",
                        "getStoriesId",
                        "getArticlesId",
                        "postTry",
                        "postOverrides",
                        "deleteAlertsIdMute");
        var evidence = description.at("/paths/~1api~1v1~1evidence/get/parameters");
        assertThat(evidence.valueStream().map(p -> p.path("name").asString()))
                .containsExactly(
                        "target",
                        "from",
                        "to",
                        "q",
                        "language",
                        "outlet",
                        "group",
                        "relation",
                        "sentiment",
                        "order",
                        "limit",
                        "cursor",
                        "format");
        assertThat(reading().stream()
                        .map(p -> p.replaceFirst("\\?.*", ""))
                        .distinct()
                        .count())
                .isEqualTo(description.path("paths").properties().stream()
                        .filter(p ->
                                p.getKey().startsWith("/api/v1") && p.getValue().has("get"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/coverage?target=point:army-cap&from=2025-11-23, target=nothing",
        "/api/stream?range=7d, range=9d",
        "/deadlines.ics?status=moved, status=late",
        "/alerts.atom?kind=surge, kind=joke",
        "/alerts.json?point=army-cap, point=UPPER"
    })
    void whatIsToldBesideTheApiIsSo(String path, String wrong) throws Exception {
        var plain = path.replaceFirst("\\?.*", "");
        var told = json("/api/openapi.json").at("/paths/" + plain.replace("/", "~1") + "/get");
        var params =
                told.path("parameters").valueStream().map(p -> p.path("name").asString());
        assertThat(params)
                .contains(
                        wrong.replaceFirst("=.*", ""),
                        path.replaceFirst(".*\\?", "").replaceFirst("=.*", ""));
        var type = told.at("/responses/200/content").propertyNames().iterator().next();
        var answer = send(web, "HEAD", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("ETag").isPresent())
                .isEqualTo(told.path("responses").has("304"));
        assertThat(get(plain + "?" + wrong).statusCode()).isEqualTo(400);
        if (type.equals("application/json")) {
            json(path);
        }
    }

    // ---- counts

    @Test
    void aSeriesHasSumsByStepAndOutletsCountedDistinct() throws Exception {
        var series = json("/api/v1/series?step=hour&target=point:army-cap&target=all");
        assertThat(series.path("asOf").asString()).isEqualTo("2025-11-24T14:00:00Z");
        assertThat(series.path("from").asString()).isEqualTo("2025-11-11T00:00:00Z");
        assertThat(series.path("to").asString()).isEqualTo("2025-11-24T14:15:00Z");
        var line = series.path("targets").path(0);
        assertThat(line.path("total").path("articles").asInt()).isEqualTo(4);
        assertThat(line.path("total").path("outlets").asInt()).isEqualTo(3);
        assertThat(line.at("/total/sentiment/own/n").asInt()).isEqualTo(2);
        assertThat(line.at("/total/sentiment/own/mean").isNull()).isTrue();
        assertThat(line.at("/total/sentiment/own/shown").asBoolean()).isFalse();
        var buckets = line.path("buckets");
        assertThat(buckets.valueStream()
                        .map(b -> b.path("at").asString().substring(11, 13) + " " + b.path("articles") + " "
                                + b.path("outlets") + " " + b.path("open")))
                .containsExactly("12 2 2 false", "13 1 1 false", "14 1 1 true");
        assertThat(series.at("/targets/1/total/outlets").asInt()).isEqualTo(5);
        var days = json("/api/v1/series?target=point:army-cap").at("/targets/0/buckets");
        assertThat(days.size()).isEqualTo(1);
        assertThat(days.at("/0/outlets").asInt()).isEqualTo(3);
    }

    @Test
    void aSeriesIsOfEveryPointWhereNoneIsNamed() throws Exception {
        assertThat(json("/api/v1/series").path("targets").valueStream().map(t -> t.path("target")
                        .asString()))
                .containsExactly("point:army-cap", "point:ceasefire");
        assertThat(json("/api/v1/series?from=2025-11-23&to=2025-11-23")
                        .at("/targets/1/total/articles")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theMatrixHasTheCellsThatHaveArticles() throws Exception {
        var matrix = json("/api/v1/matrix");
        assertThat(matrix.path("points").size()).isEqualTo(2);
        assertThat(matrix.path("cells").size()).isEqualTo(1);
        assertThat(matrix.at("/cells/0/articles").asInt()).isEqualTo(4);
        assertThat(matrix.at("/cells/0/outlets").asInt()).isEqualTo(3);
    }

    // ---- evidence

    private List<String> found(String query) throws Exception {
        return json("/api/v1/evidence?" + query)
                .path("rows")
                .valueStream()
                .map(r -> r.path("article").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "target=point:army-cap, w c b a",
        "target=pair:army-cap%7Crubio, w c b a",
        "target=point:army-cap/lang:en, c b a",
        "target=point:army-cap/group:none, ''",
        "target=point:army-cap&q=shrink, b a",
        "target=point:army-cap&q=%22army+would+shrink%22, b a",
        "target=point:army-cap&q=army+-shrink, w c",
        "target=point:army-cap&q=forces, w",
        "target=point:army-cap&q=cap+or+forces, w c b a",
        "target=point:ceasefire&q=%D0%B2%D0%BE%D0%B3%D0%BD%D1%8E, u",
        "target=point:army-cap&relation=copy&relation=update, c b",
        "target=point:army-cap&sentiment=negative, w",
        "target=point:army-cap&sentiment=positive, a",
        "target=point:ceasefire&sentiment=neutral, u",
        "target=point:army-cap&language=none, w",
        "target=point:army-cap&outlet=one.example, c a",
        "target=point:army-cap&outlet=!one.example, w b",
        "target=point:army-cap&outlet=!one.example&outlet=!two.example, w",
        "target=actor:rubio&language=en&language=uk, c b a u",
        "target=actor:rubio&language=!en, w u",
        "target=actor:rubio&language=!none&language=!uk&q=army, c b a",
        "target=actor:rubio&group=!wires, ''",
        "target=point:army-cap&from=2025-11-24T13:00:00Z&to=2025-11-24T14:00:00Z, c",
        "target=point:army-cap&order=old, a b c w",
        "target=point:army-cap&order=old&q=shrink, a b",
        "target=point:army-cap&order=old&limit=2, a b",
        "target=point:unheard-of, ''"
    })
    void evidenceIsFoundByTargetWordsAndFilters(String query, String articles) throws Exception {
        assertThat(String.join(" ", found(query))).isEqualTo(articles);
    }

    @Test
    void evidenceSaysWhereTheMatchStands() throws Exception {
        var row = json("/api/v1/evidence?target=point:army-cap&limit=1&relation=original")
                .at("/rows/0");
        var sentence = row.path("sentence").asString();
        assertThat(row.at("/match/0").asInt()).isEqualTo(sentence.lastIndexOf("army"));
        assertThat(sentence.substring(
                        row.at("/match/0").asInt(), row.at("/match/1").asInt()))
                .isEqualTo("army");
        assertThat(row.path("clock").asString()).isEqualTo("published");
        assertThat(row.at("/sentiment/own").asDouble()).isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource({
        "evidence?limit=3, 10, article",
        "evidence?limit=1&q=army, 8, article",
        "evidence?limit=3&order=old, 10, article",
        "evidence?limit=1&q=army&order=old, 8, article",
        "evidence?limit=1&q=army&order=old&target=point:army-cap, 4, article",
        "stories?limit=1, 3, story",
        "stories?limit=1&target=all, 4, story",
        "deadlines?limit=1, 2, id",
        "stances?limit=1, 3, point",
        "alerts?limit=1, 3, id",
        "rolling?limit=1, 2, window",
        "feeds?limit=1, 3, feed",
        "quotes?limit=1, 1, article"
    })
    void pagesFollowOneAnotherWithoutGapOrRepeat(String query, int rows, String key) throws Exception {
        var all = new ArrayList<String>();
        var next = "";
        do {
            var page = json("/api/v1/" + query + next);
            page.path("rows")
                    .forEach(row -> all.add(
                            row.path(key).asString() + row.path("target").asString("")));
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(all).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void theNextPageIsLinked() throws Exception {
        var link = get("/api/v1/evidence?limit=1&q=army")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertThat(link).startsWith("</api/v1/evidence?limit=1&q=army&cursor=").endsWith(">; rel=\"next\"");
        assertThat(get(link.substring(1, link.indexOf('>'))).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/evidence?q=nothingatall").headers().firstValue("Link"))
                .isEmpty();
    }

    @Test
    void storiesCountTheirArticlesAboutTheTarget() throws Exception {
        var rows = json("/api/v1/stories").path("rows");
        assertThat(rows.valueStream().map(r -> r.path("story").asString())).containsExactly("w", "a", "u");
        var story = rows.path(1);
        assertThat(story.path("articles").asInt()).isEqualTo(3);
        assertThat(story.path("copies").asInt()).isEqualTo(1);
        assertThat(story.path("updates").asInt()).isEqualTo(1);
        assertThat(story.path("outlets").asInt()).isEqualTo(2);
        assertThat(story.path("rewrites").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/stories?sort=copies").path("rows").size()).isEqualTo(1);
    }

    @Test
    void theArticlesOfAStoryComeAsCsv() throws Exception {
        var story = json("/api/v1/stories/a");
        var csv = get("/api/v1/stories/a?format=csv").body().strip().split("\r?\n");
        assertThat(csv[0]).contains("article", "relation", "outlet");
        assertThat(csv).hasSize(1 + story.path("members").size());
        assertThat(story.has("rows")).isFalse();
    }

    @Test
    void aStorySaysWhatItsCopiesAndUpdatesCut() throws Exception {
        var rows = json("/api/v1/stories/b/cuts").path("rows");
        assertThat(rows.valueStream()
                        .map(r -> r.path("article").asString() + " "
                                + r.path("base").asString() + " "
                                + r.path("state").asString() + " " + r.path("whole") + " " + r.path("sentences")
                                + " kept "
                                + r.path("kept") + " changed " + r.path("changed") + " cut " + r.path("cut") + " added "
                                + r.path("added")))
                .containsExactly(
                        "b a compared true 3 kept 1 changed 0 cut 2 added 0",
                        "c a compared false 3 kept 2 changed 1 cut 0 added 1");
        assertThat(get("/api/v1/stories/a/cuts?format=csv").body())
                .startsWith("article,outlet,relation,base,state,whole,sentences,kept,moved,changed,cut,added\r\n"
                        + "b,two.example,copy,a,compared,true,3,1,0,0,2,0\r\n");
        assertThat(json("/api/v1/stories/w/cuts").path("rows").size()).isZero();
    }

    @Test
    void anUpdateIsToldSentenceBySentenceAndWordByWord() throws Exception {
        var diff = json("/api/v1/stories/a/diff?article=c");
        assertThat(diff.at("/before/article").asString()).isEqualTo("a");
        assertThat(diff.at("/after/body").asString()).isEqualTo("feed-only");
        assertThat(diff.path("whole").asBoolean()).isFalse();
        assertThat(diff.path("title").valueStream().map(ApiTest::words))
                .containsExactly("both Army cap,", "before set out", "after updated");
        assertThat(diff.path("sentences")
                        .valueStream()
                        .map(s -> s.path("kind").asString() + " "
                                + s.path("words")
                                        .valueStream()
                                        .map(ApiTest::words)
                                        .toList()))
                .containsExactly(
                        "changed [both The army would be capped, before and the army would shrink, Rubio said.,"
                                + " after at 600,000.]",
                        "kept [both Talks go on.]",
                        "kept [both Nobody <b>knows</b> more.]",
                        "added [after A date was named.]");
        assertThat(diff.at("/sentences/3/opensParagraph").asBoolean()).isTrue();
    }

    private static String words(JsonNode run) {
        return run.path("in").asString() + " " + run.path("text").asString();
    }

    @Test
    void rulesAreToldWithTheIdsThatEvidenceHas() throws Exception {
        assertThat(get("/api/v1/rules?format=csv&point=army-cap").body().lines())
                .containsExactly(
                        "point,rule,language,figure,unit,text",
                        "army-cap,army-cap/en/1,en,,,army",
                        "army-cap,army-cap/en/4,en,,,troops NEAR/2 cap",
                        "army-cap,army-cap/en/5,en,,,forces",
                        "army-cap,army-cap/any/1,any,,,\"\"\"600 000\"\"\"",
                        "army-cap,army-cap/figure/1/en/1,en,army size,persons,number(1..9) troops");
        assertThat(json("/api/v1/rules?language=any").path("rows").size()).isEqualTo(1);
        assertThat(json("/api/v1/dossier").at("/points/0/rules/en").asInt()).isEqualTo(4);
        assertThat(json("/api/v1/dossier").at("/points/1/rules").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/stories/a/diff, 400, is missing",
        "/api/v1/stories/a/diff?article=a, 400, is the original",
        "/api/v1/stories/a/diff?article=w, 404, no such article",
        "/api/v1/stories/zzz/diff?article=a, 404, no such article",
        "/api/v1/stories/zzz/cuts, 404, no such article"
    })
    void aDiffThatIsNotToBeHadSaysWhy(String path, int status, String words) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void figuresQuotesDeadlinesAndFeedsAreTold() throws Exception {
        var figures = json("/api/v1/figures?point=army-cap").path("rows");
        assertThat(figures.valueStream().map(r -> r.path("matched").asString() + " " + r.path("contested")))
                .containsExactly("600,000 true", "800,000 true");
        assertThat(figures.at("/0/sentence").asString()).contains("600,000");
        assertThat(json("/api/v1/quotes?actor=rubio&point=army-cap")
                        .at("/rows/0/quote")
                        .asString())
                .isEqualTo("would be capped");
        assertThat(json("/api/v1/quotes?actor=trump").path("rows").size()).isZero();
        var deadline = json("/api/v1/deadlines?point=army-cap&actor=rubio").at("/rows/0");
        assertThat(deadline.at("/evidence/url").asString()).isEqualTo("https://one.example/a");
        assertThat(deadline.path("history").size()).isEqualTo(2);
        assertThat(json("/api/v1/deadlines?status=passed").path("rows").size()).isZero();
        var feeds = json("/api/v1/feeds");
        assertThat(List.of(
                        feeds.path("alive").asInt(),
                        feeds.path("silent").asInt(),
                        feeds.path("failing").asInt()))
                .containsExactly(1, 1, 1);
        assertThat(feeds.at("/rows/0/url").isNull()).isTrue();
    }

    @Test
    void feedsSayWhatCouldNotBeSeen() throws Exception {
        var feeds = json("/api/v1/feeds");
        var bodies = "{\"full\":6,\"feedOnly\":3,\"refused\":1}";
        assertThat(feeds.path("bodies").toString()).isEqualTo(bodies);
        assertThat(feeds.path("refusing").toString())
                .isEqualTo("[{\"outlet\":\"two.example\",\"feeds\":1,\"bodies\":" + bodies + "}]");
        assertThat(feeds.path("meter").size()).isEqualTo(2);
        assertThat(feeds.at("/meter/1/group").asString()).isEqualTo("papers");
        assertThat(feeds.at("/meter/1/silent").asInt()).isEqualTo(1);
        var silent = feeds.at("/rows/1");
        assertThat(silent.path("bodies").toString()).isEqualTo(bodies);
        assertThat(silent.path("silentSince").isNull()).isFalse();
        assertThat(json("/api/v1/status").path("bodies").toString()).isEqualTo(bodies);
    }

    @ParameterizedTest
    @CsvSource({
        "'', nato-membership army-cap ceasefire",
        "actor=rubio, army-cap ceasefire",
        "actor=rubio&point=ceasefire, ceasefire",
        "stance=oppose&stance=unknown, nato-membership army-cap",
        "point=unheard-of, ''"
    })
    void stancesAreAskedByActorPointAndStance(String query, String points) throws Exception {
        var rows = json("/api/v1/stances?" + query).path("rows");
        assertThat(rows.valueStream().map(r -> r.path("point").asString()).toList())
                .isEqualTo(points.isEmpty() ? List.of() : List.of(points.split(" ")));
    }

    @Test
    void aStanceHasItsWordsItsNumbersAndItsHistory() throws Exception {
        var stance = json("/api/v1/stances?point=army-cap").at("/rows/0");
        assertThat(stance.path("quotation").asString()).isEqualTo("We say so.");
        assertThat(stance.path("url").asString()).isEqualTo("https://one.example/a");
        assertThat(stance.path("since").asString()).isEqualTo("2025-11-20T12:00:00Z");
        assertThat(stance.path("n").asInt()).isEqualTo(3);
        assertThat(stance.at("/counts/oppose").asInt()).isEqualTo(2);
        assertThat(stance.at("/history/0/stance").asString()).isEqualTo("support");
        assertThat(stance.path("collapsed").asInt()).isEqualTo(2);
    }

    @Test
    void theBriefSaysWhatChanged() throws Exception {
        var brief = json("/api/v1/brief?at=2025-11-24T15:00:00Z&since=2025-11-24T00:00:00Z");
        assertThat(brief.path("newDeadlines").valueStream().map(d -> d.path("id")
                        .asString()))
                .containsExactly("d2");
        assertThat(brief.path("changedDeadlines").valueStream().map(d -> d.path("id")
                        .asString()))
                .containsExactly("d1");
        assertThat(brief.at("/points/0/change/stories").asInt()).isEqualTo(2);
        assertThat(brief.path("figures").size()).isEqualTo(2);
        var text = get("/api/v1/brief?format=md&at=2025-11-24T15:00:00Z");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
        assertThat(text.body())
                .contains("# A plan", "## New deadlines", "[Army capped](" + web.address() + "points/army-cap?from=")
                .contains("[all of it](" + web.address() + "stories/")
                .doesNotContain("](/");
    }

    @Test
    void alertsAreToldInWordsAndWithAllCounts() throws Exception {
        var rows = json("/api/v1/alerts").path("rows");
        assertThat(rows.at("/0/about").asString()).isEqualTo("Army capped");
        assertThat(rows.at("/0/words").asString())
                .isEqualTo(rows.at("/0/why").asString())
                .isEqualTo("Told.");
        assertThat(rows.at("/0/kind").asString()).isEqualTo("surge");
        assertThat(rows.at("/0/told").toString()).isEqualTo("{\"stories\":1,\"articles\":2,\"outlets\":2}");
        assertThat(rows.at("/1/told").toString()).isEqualTo("{\"stories\":1,\"articles\":3,\"outlets\":2}");
    }

    @Test
    void deadlinesSayHowFarTheirChangesWent() throws Exception {
        assertThat(json("/api/v1/deadlines").at("/rows/0/told").toString())
                .isEqualTo("{\"stories\":2,\"articles\":4,\"outlets\":3}");
        assertThat(json("/api/v1/brief").at("/openDeadlines/0/told/articles").asInt())
                .isEqualTo(4);
    }

    @Test
    void headlinesAndHoursOfAStoryAreRows() throws Exception {
        assertThat(get("/api/v1/stories/b/headlines?format=csv").body().lines())
                .containsExactly(
                        "title,original,articles,outlets,names,firstAt",
                        "Army cap set out,true,2,2,one.example;two.example,2025-11-24T12:00:00Z",
                        "\"Army cap, updated\",false,1,1,one.example,2025-11-24T13:06:40Z");
        assertThat(get("/api/v1/stories/a/hours?format=csv").body().lines())
                .containsExactly(
                        "at,outlet,originals,copies,updates",
                        "2025-11-24T12:00:00Z,one.example,1,0,0",
                        "2025-11-24T12:00:00Z,two.example,0,1,0",
                        "2025-11-24T13:00:00Z,one.example,0,0,1");
        assertThat(get("/api/v1/stories/nosuch/hours").statusCode()).isEqualTo(404);
    }

    @Test
    void pointsThatFellSilentAreRows() throws Exception {
        assertThat(get("/api/v1/silent?hours=24&format=csv").body().lines())
                .containsExactly(
                        "target,title,since,seconds,stories,articles,outlets",
                        "point:ceasefire,Ceasefire,2025-11-23T12:15:00Z,92700,1,1,1");
        assertThat(json("/api/v1/silent").path("rows").size()).isZero();
        assertThat(json("/api/v1/silent?hours=1&to=2025-11-25")
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("target").asString()))
                .containsExactly("point:ceasefire");
    }

    @Test
    void theMeterAndTheRefusalsAreRows() throws Exception {
        assertThat(get("/api/v1/feeds/refusing?format=csv").body().lines())
                .containsExactly("outlet,feeds,bodies.full,bodies.feedOnly,bodies.refused", "two.example,1,6,3,1");
        assertThat(json("/api/v1/feeds/meter").path("rows"))
                .isEqualTo(json("/api/v1/feeds").path("meter"));
    }

    @Test
    void thePointsOfTheBriefComeAsCsv() throws Exception {
        var at = "/api/v1/brief?at=2025-11-24T15:00:00Z&since=2025-11-24T00:00:00Z";
        assertThat(get(at + "&format=csv").body().lines().toList())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("target,title,number,change.now.articles,change.now.stories");
        assertThat(json(at).has("rows")).isFalse();
        var text = get(at + "&format=md").body();
        assertThat(text)
                .contains("State at Mon 24 Nov 2025, 15:00 UTC")
                .contains("Army capped: Told")
                .doesNotContain("point:army")
                .doesNotContain("2025\\-11");
    }

    // ---- strictness

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "series?step=week; step=week is unknown: use one of hour, day",
                "series?targets=all; parameter targets is unknown here: this route takes target, from, to, step, format",
                "series?target=nonsense; target=nonsense is no target: use point:<id>",
                "series?from=yesterday; from=yesterday is no time: write 2025-11-20",
                "series?from=2025-11-25&to=2025-11-23; is not before to=",
                "series?from=1999-01-01&to=2025-11-23; more than 400 days",
                "series?from=0001-01-01; from=0001-01-01 is no time",
                "evidence?limit=501; limit=501 is no number from 1 to 500",
                "evidence?limit=1&limit=2; limit is given 2 times",
                "evidence?cursor=AAAA; cursor=AAAA is no cursor",
                "evidence?cursor=WyJhIl0; cursor=WyJhIl0 is of another route: give back",
                "evidence?cursor=WyJhIiwiYSIsImEiLCJhIiwiYSJd; cursor is no cursor",
                "evidence?relation=twin; relation=twin is unknown: use one of original, copy, update, rewrite",
                "evidence?q=%20; q=  is no search",
                "alerts?kind=panic; kind=panic is unknown: use one of",
                "stances?stance=against; stance=against is unknown: use one of support, oppose, conditional, unknown",
                "deadlines?point=Army%20Cap; point=Army Cap is no id"
            })
    void aBadParameterIsNamedWithItsValueAndWhatWouldDo(String query, String words) throws Exception {
        var answer = get("/api/v1/" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).path("error").asString()).contains(words);
    }

    @Test
    void aMethodThatARouteDoesNotTakeIsNamed() throws Exception {
        var answer = send(web, "POST", "/api/v1/series", "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        for (var method : List.of("PUT", "OPTIONS", "PATCH")) {
            var other = send(web, method, "/api/v1/overrides", "{}");
            assertThat(other.statusCode()).isEqualTo(405);
            assertThat(other.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
            assertThat(other.body()).isEqualTo("{\"error\":\"/api/v1/overrides takes GET, HEAD, POST\"}");
        }
    }

    // ---- caches and formats

    @Test
    void anAnswerIsGivenAgainOnlyWhenTheSinkHasStoredSomething() throws Exception {
        var path = "/api/v1/series?target=point:ceasefire";
        var tag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"");
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path + "&step=hour", "If-None-Match", tag).statusCode()).isEqualTo(200);
        try (var connection = POSTGRES.connect()) {
            ApiWorld.on(connection).advance();
        }
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get(path).headers().firstValue("X-Data-As-Of")).hasValue("2025-11-24T14:00:00Z");
    }

    @Test
    void listsComeAsCsvAndJsonLinesToo() throws Exception {
        var csv = get("/api/v1/evidence?format=csv&target=point:army-cap&relation=copy");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"getEvidence.csv\"");
        assertThat(csv.body())
                .startsWith("article,url,title,outlet,")
                .contains("sentiment.own,sentiment.quoted\r\nb,https://two.example/b,");
        var lines = get("/api/v1/series?format=jsonl&target=point:army-cap&step=hour")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(
                        Json.MAPPER.readTree(line).path("target").asString())
                .isEqualTo("point:army-cap"));
        assertThat(get("/api/v1/matrix", "Accept", "text/csv").body()).startsWith("point,actor,articles,");
    }

    // ---- writing

    @Test
    void aTextIsTriedWithTheDossierInForceAndNothingIsStored() throws Exception {
        view.dossier("tried", new DossierRecord("tried", "l+h", "l", "h", TRIED));
        var answer = send(
                web,
                "POST",
                "/api/v1/try",
                "{\"text\":\"The army would be capped at 600,000.\",\"published\":\"2025-11-24\"}");
        view.dossier("tried", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var tried = Json.MAPPER.readTree(answer.body());
        assertThat(tried.at("/analysis/points/0/point").asString()).isEqualTo("army-cap");
        assertThat(tried.at("/explanation/rules/0/matched").asBoolean()).isTrue();
        assertThat(send(web, "POST", "/api/v1/try", "{\"text\":\"x\",\"published\":\"soon\"}")
                        .body())
                .contains("published=soon is no time");
        assertThat(send(web, "POST", "/api/v1/try", "{\"txt\":\"x\"}").body()).contains("field txt is unknown here");
        assertThat(send(web, "POST", "/api/v1/try", "{\"title\":\"x\"}").body()).contains("field text is missing");
        assertThat(send(web, "POST", "/api/v1/try", "[]").statusCode()).isEqualTo(400);
        assertThat(send(web, "POST", "/api/v1/try", "{\"text\":1}").body()).contains("field text is no text");
        assertThat(send(web, "POST", "/api/v1/try", "{\"text\":\"x\",\"text\":\"y\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(web, "POST", "/api/v1/try", "{").statusCode()).isEqualTo(400);
    }

    private static final String TRIED =
            """
            id: tried
            title: A plan
            label: l
            languages: [en]
            plans: [{id: p, name: Plan, date: 2025-11-20, cited: {en: ['"the plan"']}}]
            points:
              - id: army-cap
                title: Army capped
                numbers: {p: 6}
                rules: {en: ['army AND capped']}
            actors: []
            """;

    @Test
    void anAlertIsAcknowledgedAndMutedWithWhoAndWhen() throws Exception {
        var made = send(web, "POST", "/api/v1/alerts/t1/acknowledge", "{\"by\":\"Åsa\",\"note\":\"seen\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(send(web, "POST", "/api/v1/alerts/t1/mute", "{\"by\":\"Åsa\",\"until\":\"2025-11-30\"}")
                        .statusCode())
                .isEqualTo(200);
        var rows = json("/api/v1/alerts?kind=contested-figure").path("rows");
        assertThat(rows.at("/1/acknowledged/by").asString()).isEqualTo("Åsa");
        assertThat(rows.at("/1/acknowledged/at").asString()).isEqualTo("2025-11-24T14:30:00Z");
        assertThat(rows.at("/0/acknowledged").isNull()).isTrue();
        assertThat(rows.at("/0/muted/until").asString()).isEqualTo("2025-12-01T00:00:00Z");
        assertThat(json("/api/v1/alerts?kind=surge").at("/rows/0/muted").isNull())
                .isTrue();
        assertThat(rows.at("/1/escalatedBy").asString()).isEqualTo("t2");
        for (var mark : List.of("acknowledge", "mute")) {
            assertThat(send(web, "DELETE", "/api/v1/alerts/t1/" + mark, "").statusCode())
                    .isEqualTo(400);
            assertThat(send(web, "DELETE", "/api/v1/alerts/t1/" + mark + "?by=me", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(web, "DELETE", "/api/v1/alerts/t1/" + mark + "?by=me", "")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(json("/api/v1/alerts").at("/rows/1/muted").isNull()).isTrue();
        assertThat(send(web, "POST", "/api/v1/alerts/none/mute", "{\"by\":\"me\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(web, "POST", "/api/v1/alerts/t1/mute", "{}").statusCode())
                .isEqualTo(400);
        assertThat(metrics.counter("pointwatch.desk.writes", "what", "muted").count())
                .isEqualTo(1);
    }

    @Test
    void onlyTheWriteTokenDecidesOnStories() throws Exception {
        var merge =
                "{\"kind\":\"merge\",\"article\":\"" + A + "\",\"with\":\"" + B + "\",\"by\":\"me\",\"why\":\"same\"}";
        var path = "/api/v1/overrides";
        assertThat(send(web, "POST", path, merge).statusCode()).isEqualTo(403);
        assertThat(send(guarded, "POST", path, merge).statusCode()).isEqualTo(401);
        assertThat(send(guarded, "POST", path, merge, "Authorization", "Bearer " + READ)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(guarded, "POST", "/api/v1/alerts/t1/mute", "{\"by\":\"me\"}", "Authorization", "Bearer " + READ)
                        .statusCode())
                .isEqualTo(403);
        assertThat(topic).isEmpty();
        var decided = send(guarded, "POST", path, merge, "Authorization", "Bearer " + WRITE);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(topic).extracting(Override::key).containsExactlyInAnyOrder("article:" + A, "article:" + B);
        assertThat(metrics.counter("pointwatch.desk.writes", "what", "merge").count())
                .isEqualTo(2);
        var undo = merge.replace("merge", "undo").replaceFirst("\"with\":\"[^\"]*\",", "");
        assertThat(send(guarded, "POST", path, undo, "Authorization", "Bearer " + WRITE)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(guarded, "POST", path, undo, "Authorization", "Bearer " + WRITE)
                        .statusCode())
                .isEqualTo(409);
        for (var wrong : List.of(
                merge.replace("merge", "join"),
                merge.replace(B, A),
                merge.replace(A, "x"),
                merge.replace("\"me\"", "\"\""))) {
            assertThat(send(guarded, "POST", path, wrong, "Authorization", "Bearer " + WRITE)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        topic.clear();
    }

    @Test
    void vetoesAreWrittenAndListedBesideDecisionsOnStories() throws Exception {
        var tag = "{\"kind\":\"veto-tag\",\"article\":\"" + A + "\",\"target\":\"point:army-cap\",\"by\":\"me\"}";
        var outlet = "{\"kind\":\"veto-outlet\",\"outlet\":\"one.example\",\"by\":\"me\",\"why\":\"mirror\"}";
        var split = "{\"kind\":\"split\",\"article\":\"" + A + "\",\"by\":\"me\"}";
        for (var sent : List.of(tag, outlet, split)) {
            assertThat(decide(sent).statusCode()).isEqualTo(200);
        }
        assertThat(metrics.counter("pointwatch.desk.writes", "what", "veto-outlet")
                        .count())
                .isEqualTo(1);
        var rows = Json.MAPPER
                .readTree(send(guarded, "GET", "/api/v1/overrides", "", "Authorization", "Bearer " + READ)
                        .body())
                .path("rows");
        assertThat(rows.valueStream().map(r -> r.path("kind").asString() + " " + r.path("tag")))
                .containsExactly("split null", "veto-tag \"point:army-cap\"", "veto-outlet null");
        assertThat(decide(tag).statusCode()).isEqualTo(409);
        for (var sent : List.of(tag, outlet)) {
            assertThat(decide(sent.replace("veto-", "allow-")).statusCode()).isEqualTo(200);
        }
        for (var wrong : List.of(
                tag.replace("point:army-cap", "army-cap"),
                tag.replace("\"target\":\"point:army-cap\",", ""),
                tag.replace(A, "x"),
                outlet.replace("one.example", "https://one.example"),
                outlet.replace("outlet\":", "article\":"))) {
            assertThat(decide(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        topic.clear();
    }

    private HttpResponse<String> decide(String body) throws Exception {
        return send(guarded, "POST", "/api/v1/overrides", body, "Authorization", "Bearer " + WRITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin http://evil.example", "Sec-Fetch-Site cross-site", "Origin null"})
    void anotherSitesPageCannotWrite(String header) throws Exception {
        var parts = header.split(" ");
        assertThat(send(web, "POST", "/api/v1/alerts/t1/mute", "{\"by\":\"me\"}", parts[0], parts[1])
                        .statusCode())
                .isEqualTo(403);
        var form = HttpRequest.newBuilder(URI.create(web.address() + "api/v1/alerts/t1/mute"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("by=me"));
        assertThat(http.send(form.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }
}
