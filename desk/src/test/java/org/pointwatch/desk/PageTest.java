// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.wire.record.DossierRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.dossier;
import static org.pointwatch.desk.view.Samples.finding;

final class PageTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/pointwatch/desk/page");
    private static final Pattern IMPORTED = Pattern.compile("from \"\\./(\\w+)\\.js\"");
    private static final List<String> MARKUP = List.of(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "DOMParser",
            "srcdoc",
            "createContextualFragment",
            "setAttribute(\"style\"");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final WebServer web =
            new WebServer(DeskSettings.onLoopback(0), view, new Progress(InstantSource.fixed(NOON)), metrics, NOON);

    @BeforeEach
    void start() {
        web.start();
        view.dossier("plan", dossier());
        view.finding("a", finding("a", NOON, "one.example", "army-cap"));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web.address() + path.substring(1)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Set<String> files() throws IOException {
        try (var all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> "/" + FOLDER.relativize(file))
                    .filter(name -> !name.equals("/shell.html"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyFileIsServedAndEveryImportIsAFile() throws Exception {
        for (var file : files()) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            IMPORTED.matcher(answer.body())
                    .results()
                    .forEach(found -> assertThat(Page.SCRIPTS).as(file).contains(found.group(1)));
        }
        assertThat(Page.SCRIPTS).allSatisfy(name -> assertThat(files()).contains("/js/" + name + ".js"));
    }

    @Test
    void noScriptWritesMarkupOrAsksElsewhere() throws Exception {
        for (var script : Page.SCRIPTS) {
            var text = get("/js/" + script + ".js").body();
            assertThat(text).as(script).doesNotContain(MARKUP);
            assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                    .as(script)
                    .doesNotContain("http://", "https://");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, overview",
        "/points/army-cap, point",
        "/actors/rubio, actor",
        "/stories/a, story",
        "/articles/a, article",
        "/matrix, matrix",
        "/compare, compare",
        "/deadlines, deadlines",
        "/alerts, alerts",
        "/sources, sources",
        "/dossier, dossier",
        "/brief, brief"
    })
    void eachPageIsAShellWithItsScriptItsHeadingAndTheAgeOfTheData(String path, String page) throws Exception {
        var html = get(path).body();
        assertThat(html)
                .contains("<script type=\"module\" src=\"/js/" + page + ".js\">")
                .contains("data-as-of=\"2025-11-24T12:00:00Z\"")
                .doesNotContain("{{");
        assertThat(html.replaceAll("<script[^>]* src=\"/js/[a-z]+\\.js\"></script>", ""))
                .doesNotContain("<script", "<style", " style=", "javascript:");
        assertThat(get("/js/" + page + ".js").statusCode()).isEqualTo(200);
    }

    @Test
    void aPointsShellHasItsTitleAndAnUnknownOneItsId() throws Exception {
        assertThat(get("/points/army-cap").body())
                .contains("<h1 id=\"heading\" dir=\"auto\">" + Page.escaped(view.title("point:army-cap")) + "</h1>");
        assertThat(get("/points/%3Cb%3Eunheard").body())
                .contains("&lt;b&gt;unheard")
                .doesNotContain("<b>unheard");
    }

    @ParameterizedTest
    @CsvSource({"/points/unheard-of, point", "/actors/army-cap, actor"})
    void whatTheDossierDoesNotHaveIsNotFoundAndSaidSo(String path, String kind) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<html data-unknown", "The dossier in force has no " + kind + " <code>" + path.substring(8))
                .contains("href=\"/dossier\"");
        assertThat(get("/points/army-cap").body()).doesNotContain("data-unknown", "class=\"notice\">The dossier");
    }

    @Test
    void beforeADossierTheHeadingSaysSo() throws Exception {
        view.dossier("plan", null);
        assertThat(get("/").body())
                .contains(
                        "<h1 id=\"heading\" dir=\"auto\">No dossier yet</h1>",
                        "<title>No dossier yet · Pointwatch</title>");
    }

    @Test
    void aPhoneHasFourPlacesAndMarksWhereItIs() throws Exception {
        var bar = get("/alerts")
                .body()
                .replaceFirst("(?s).*<nav class=\"places\"", "")
                .replaceFirst("(?s)</nav>.*", "");
        assertThat(bar.split("<a ")).hasSize(5);
        assertThat(bar).contains("data-nav=\"alerts\" aria-current=\"page\"");
    }

    @Test
    void withoutAScriptThePageSaysHowFarTheDataReachAndWhereTheNumbersAre() throws Exception {
        var html = get("/points/army-cap").body();
        assertThat(html)
                .contains("<time id=\"asof\" datetime=\"2025-11-24T12:00:00Z\">2025-11-24 12:00:00 UTC</time>")
                .contains("/api/v1/brief?format=md", "/api/coverage?target=point%3Aarmy-cap");
        assertThat(get("/api/coverage?target=point%3Aarmy-cap").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</title><script>alert(1)</script>", "{{asOf}}{{heading}}", "\u202e\" onload=x"})
    void aTitleIsInertInTheShell(String hostile) throws Exception {
        view.dossier("plan", new DossierRecord("plan", "1", "l", "h", "id: plan\ntitle: '" + hostile + "'"));
        assertThat(get("/alerts").body())
                .contains(Page.escaped(hostile))
                .doesNotContain("<script>alert", "{{", "\" onload");
    }
}
