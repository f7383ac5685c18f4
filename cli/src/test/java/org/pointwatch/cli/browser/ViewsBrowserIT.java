// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages make of answers that the sample world never gives. */
@Tag("browser")
final class ViewsBrowserIT {
    private static final String POINT = "/points/army-cap";
    private static final String NOON = "2025-11-24T12:00:00Z";
    private static final String TONE =
            "{'n':0,'mean':null,'low':null,'high':null,'negative':0,'neutral':0,'positive':0,'shown':false}";
    private static final String SENTIMENT = "'sentiment':{'own':" + TONE + ",'quoted':" + TONE + "}";

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    private StubDesk desk;
    private Tab tab;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        var executable = Chromium.installed();
        Assumptions.assumeTrue(
                executable.isPresent(), "no browser: chromium is not on the PATH (apt-get install chromium)");
        chromium = Chromium.start(executable.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void endTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void startTheDesk() throws IOException {
        desk = new StubDesk(NOON)
                .answers(
                        "/api/coverage",
                        "{'asOf':'%s','heading':{'dossier':'plan','title':'A plan','numbering':null},'totals':[%s,%s],'targets':[%s]}"
                                .formatted(
                                        NOON,
                                        row("plan:plan", "plan", "A plan"),
                                        row("all", "all", "all articles seen"),
                                        row("point:army-cap", "point", "Army capped")))
                .answers(
                        "/api/v1/series",
                        "{'targets':[{'target':'point:army-cap','total':{%s},'buckets':[]}]}"
                                .formatted(counts(4, 2, 3)));
        tab = chromium.tab();
        tab.size(1440, 1000);
    }

    @AfterEach
    void end() {
        tab.close();
        desk.close();
    }

    private static String row(String target, String kind, String title) {
        return "{'target':'%s','kind':'%s','title':'%s','number':'6',%s,'last':null}"
                .formatted(target, kind, title, counts(4, 2, 3));
    }

    private static String counts(int stories, int copies, int outlets) {
        return "'articles':%d,'stories':%d,'copies':%d,'updates':0,'outlets':%d,%s"
                .formatted(stories + copies, stories, copies, outlets, SENTIMENT);
    }

    private void open(String path) {
        tab.open(desk.address() + path);
    }

    private String all(String selector) {
        return tab.evaluate("[...document.querySelectorAll('" + selector + "')].map(e => e.innerText).join('\\n')")
                .asString();
    }

    private int count(String selector) {
        return tab.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    // ---- one thing once

    @Test
    void oneTroubleOfSeveralPanelsIsToldOnceAndGoesWithIt() {
        desk.troubled("the database is away");
        open(POINT);
        tab.until("document.querySelectorAll('.notice.warn').length === 1");
        assertThat(all(".notice.warn"))
                .startsWith("The database is away.")
                .contains("Not shown: ", "Sentiment over time", "Stances on this point", "Evidence");
        assertThat(count(".panel:not([hidden]) .failed")).isZero();
        desk.troubled("");
        tab.type("u");
        tab.until("document.querySelectorAll('.notice.warn, .panel[hidden]').length === 0");
    }

    @Test
    void whatSeveralQuoteIsToldOnceWithAllWhoCarryIt() {
        desk.answers(
                "/api/v1/quotes",
                "{'rows':[%s,%s,%s,%s]}"
                        .formatted(
                                quote("a", "one.example", "No limits, ever."),
                                quote("b", "two.example", "no limits ever"),
                                quote("c", "two.example", "No limits – ever!"),
                                quote("d", "two.example", "Something else.")));
        open(POINT);
        var quotes = ".panel li[data-row] q";
        assertThat(all(quotes)).isEqualTo("No limits – ever!\nSomething else.");
        assertThat(all(".panel li[data-row] .foot")).contains("3 articles, 2 outlets", "1 article, 1 outlet");
    }

    private static String quote(String article, String outlet, String words) {
        return "{'article':'%s','outlet':'%s','url':null,'speaker':'us','name':'US','quote':'%s','language':'en','at':'%s','points':[]}"
                .formatted(article, outlet, words, NOON);
    }

    @Test
    void copiesThatKeptAllAreFolded() {
        story(100);
        open("/stories/a");
        tab.until("document.querySelector('.cuts')");
        assertThat(all(".body > .cuts > li .sum")).isEqualTo("cut 2 of 5 sentences");
        assertThat(all("details[data-key=untouched] > summary")).isEqualTo("99 copies kept all of it");
        assertThat(count("details[data-key=untouched]:not([open]) .cuts > li")).isEqualTo(99);
        assertThat(all(".totals")).contains("stories", "articles", "101", "outlets");
    }

    private void story(int copies) {
        var members = IntStream.rangeClosed(0, copies)
                .mapToObj(i ->
                        "{'article':'a%d','relation':'%s','of':null,'similarity':null,'lagSeconds':60,'outlet':'o%d.example','title':'T','url':null,'agency':null,'at':'%s'}"
                                .formatted(i, i == 0 ? "original" : "copy", i, NOON))
                .collect(Collectors.joining(","));
        var rows = IntStream.rangeClosed(1, copies)
                .mapToObj(i ->
                        "{'article':'a%d','outlet':'o%d.example','relation':'copy','base':'a0','state':'compared','whole':true,'sentences':5,'kept':%d,'moved':0,'changed':0,'cut':%d,'added':0}"
                                .formatted(i, i, i == 1 ? 3 : 5, i == 1 ? 2 : 0))
                .collect(Collectors.joining(","));
        desk.answers(
                "/api/v1/stories/a",
                "{'story':'a0','lineage':{'outlet':'o','title':'T','url':null,'firstAt':'%s','lastAt':'%s','probableSource':null,'agency':null,'credits':0,'articles':%d,'copies':%d,'updates':0,'outlets':%d,'medianLagSeconds':60,'longestLagSeconds':60,'rewrites':2},'members':[%s],'membersLeftOff':0,'rewrites':[],'rewritesLeftOff':0,'hours':[]}"
                        .formatted(NOON, NOON, copies + 1, copies, copies + 1, members));
        desk.answers("/api/v1/stories/a/cuts", "{'story':'a0','rows':[" + rows + "]}");
    }

    @Test
    void statementsThatTakeNoSideAreNoStances() {
        desk.answers(
                "/api/v1/stances",
                "{'rows':[%s,%s]}".formatted(stance("us", "oppose", 2), stance("france", "unknown", 0)));
        open(POINT);
        assertThat(all(".stances li")).contains("us", "opposes", "n 2").doesNotContain("france", "not clear");
    }

    private static String stance(String actor, String stance, int n) {
        return "{'actor':'%s','point':'army-cap','stance':'%s','n':%d,'quotation':'We say so.','by':null,'at':'%s','article':'a','outlet':'one.example','url':null,'language':'en','history':[]}"
                .formatted(actor, stance, n, NOON);
    }

    // ---- numbers

    @Test
    void howFarTheDataAreBehindIsTold() {
        open("/alerts");
        tab.until("document.querySelector('#behind').innerText !== ''");
        var days = tab.evaluate("Math.round((Date.now() - Date.parse('" + NOON + "')) / 86400000)")
                .asInt();
        assertThat(tab.text("#behind")).matches(", \\d[\\d,]* days behind");
        assertThat(Integer.parseInt(tab.text("#behind").replaceAll("\\D", ""))).isBetween(days - 1, days + 1);
    }

    @Test
    void oneStoryWithAHundredCopiesLeavesTheStoriesTheirScale() {
        var days = bucket("2025-11-22", 1, 100) + "," + bucket("2025-11-23", 4, 0);
        desk.answers(
                "/api/v1/series",
                "{'targets':[{'target':'point:army-cap','total':{%s},'buckets':[%s]}]}"
                        .formatted(counts(5, 100, 9), days));
        open(POINT);
        tab.until("document.querySelectorAll('.figure h3').length >= 2");
        assertThat(all(".figure h3")).contains("Stories n = 5, per day", "Copies and updates of them n = 100, per day");
        var tallest = "Math.max(...[...document.querySelectorAll('.chart rect.%s')].map(r => r.height.baseVal.value))";
        assertThat(tab.evaluate(tallest.formatted("stories")).asDouble()).isGreaterThan(80);
        assertThat(tab.evaluate(tallest.formatted("copies")).asDouble()).isGreaterThan(80);
        tab.type("u");
        tab.until("document.querySelectorAll('.figure h3')[0].innerText.startsWith('Articles')");
        assertThat(tab.evaluate(tallest.formatted("stories")).asDouble()).isLessThan(10);
    }

    private static String bucket(String day, int stories, int copies) {
        return "{'at':'%sT00:00:00Z','open':false,%s}".formatted(day, counts(stories, copies, 1));
    }

    @Test
    void alertsAndDeadlinesAreToldInWordsWithAllCounts() {
        var told = "'told':{'stories':2,'articles':31,'outlets':22}";
        desk.answers(
                "/api/v1/alerts",
                "{'rows':[{'id':'t','dossier':'plan','kind':'new-deadline','target':'point:army-cap/lang:uk','at':'2024-03-01T10:00:00Z','why':'new deadline 2024-03-07 for us','words':'new deadline Thu 7 Mar 2024 for United States','about':'Army capped (in Ukrainian)','evidence':[],'story':null,'outlet':null,'title':null,'url':null,'escalates':null,'acknowledged':null,'muted':null,%s}],'next':null}"
                        .formatted(told));
        open("/alerts");
        assertThat(all(".alerts li"))
                .contains("1 Mar 2024", "Army capped (in Ukrainian)", "deadline Thu 7 Mar 2024 for United States")
                .contains("so far: 2 stories, 31 articles, 22 outlets")
                .doesNotContain("2024-03-07", "army-cap");
        desk.answers(
                "/api/v1/deadlines",
                "{'rows':[{'id':'d','due':'2025-11-30','endsAt':'2025-12-01T00:00:00Z','precision':'day','status':'set','points':[],'actors':[],'setBy':null,'bound':null,'stories':9,'firstSeen':'%s','lastSeen':'%s','evidence':null,'history':[],'mergedInto':null,%s}],'next':null}"
                        .formatted(NOON, NOON, told));
        open("/deadlines");
        assertThat(all(".ledger li"))
                .contains("Sun 30 Nov", "9 stories", "changes told in 2 stories, 31 articles, 22 outlets");
    }

    /** As calendars, feeds, mails and chats lead there. */
    @Test
    void anAddressOfOneAlertOrDeadlineShowsThatOne() {
        desk.answers("/api/v1/alerts", rows(n -> alert("t" + n)));
        open("/alerts?status=all&kind=surge#alert-t70");
        inView("alert-t70");
        assertThat(desk.asked("/api/v1/alerts")).allMatch(asked -> asked.contains("limit=500"));
        desk.answers("/api/v1/deadlines", rows(n -> deadline("d" + n)));
        open("/deadlines?status=all#deadline-d70");
        inView("deadline-d70");
    }

    private void inView(String id) {
        tab.until(
                "(place => place && place.top >= 0 && place.bottom <= innerHeight)(document.getElementById('%s')?.getBoundingClientRect())"
                        .formatted(id));
        assertThat(tab.evaluate("scrollY").asDouble()).isPositive();
    }

    private static String rows(IntFunction<String> row) {
        return IntStream.range(0, 80).mapToObj(row).collect(Collectors.joining(",", "{'rows':[", "],'next':null}"));
    }

    private static String alert(String id) {
        return "{'id':'%s','dossier':'plan','kind':'surge','target':'point:army-cap','at':'%s','why':'w','words':'w','about':'a','evidence':[],'story':null,'outlet':null,'title':null,'url':null,'escalates':null,'acknowledged':null,'muted':null,'told':null}"
                .formatted(id, NOON);
    }

    private static String deadline(String id) {
        return "{'id':'%s','due':'2025-11-30','endsAt':'2025-12-01T00:00:00Z','precision':'day','status':'set','points':[],'actors':[],'setBy':null,'bound':null,'stories':9,'firstSeen':'%s','lastSeen':'%s','evidence':null,'history':[],'mergedInto':null,'told':null}"
                .formatted(id, NOON, NOON);
    }

    @Test
    void aNumberOpensItsList() {
        open(POINT);
        tab.until("document.querySelector('.totals a')");
        tab.click("link", "4");
        tab.until("location.search.includes('relation=') && location.hash === '#evidence'");
        tab.settle();
        assertThat(desk.asked("/api/v1/evidence"))
                .anyMatch(asked -> asked.contains("relation=original&relation=rewrite"));
        assertThat(tab.text("#evidence .note")).startsWith("only relation original, rewrite");
    }

    // ---- filters

    @Test
    void oneLanguageIsCountedByItselfAndManyAreSaidNotToBe() {
        open(POINT + "?lang=uk");
        assertThat(desk.asked("/api/v1/series")).allMatch(asked -> asked.contains("/lang:uk"));
        assertThat(desk.asked("/api/v1/outlets")).allMatch(asked -> asked.contains("point:army-cap/lang:uk"));
        assertThat(tab.text("#content > .notice")).contains("of articles of language uk alone");

        open(POINT + "?language=en,uk&outlet=!Sun%5C,%20The");
        assertThat(desk.asked("/api/v1/evidence"))
                .anyMatch(asked -> asked.contains("language=en&language=uk&outlet=!Sun, The&"));
        assertThat(tab.text("#content > .notice")).startsWith("Only the sentences are filtered");
        assertThat(tab.evaluate("document.querySelector('select[name=lang]').selectedOptions[0].innerText")
                        .asString())
                .isEqualTo("en, uk");
        assertThat(tab.text("#evidence .note")).startsWith("only language en, uk; outlet not Sun, The");
    }

    // ---- shapes

    @Test
    void thePhoneHasFourPlacesAtItsFootAndTheMatrixKeepsItsHead() {
        tab.size(390, 844);
        open("/alerts");
        assertThat(all(".places a").split("\n")).containsExactly("Overview", "Deadlines", "Alerts", "Brief");
        assertThat(tab.evaluate("Math.round(document.querySelector('.places').getBoundingClientRect().bottom)")
                        .asInt())
                .isEqualTo(844);
        assertThat(tab.evaluate(
                                "[...document.querySelectorAll('.pages a')].filter(a => a.getClientRects().length).length")
                        .asInt())
                .isEqualTo(tab.evaluate("document.querySelectorAll('.pages a').length - 4")
                        .asInt());

        tab.size(1440, 700);
        var rows = IntStream.range(0, 60)
                .mapToObj(i -> stance("us", "oppose", 2).replace("army-cap", "point-" + i))
                .collect(Collectors.joining(","));
        desk.answers("/api/v1/stances", "{'rows':[" + rows + "]}");
        open("/actors/us");
        var head = "document.querySelector('.stance-matrix thead th').getBoundingClientRect().top";
        var box = "document.querySelector('.wide:has(> .stance-matrix)')";
        tab.evaluate(box + ".scrollTop = 500");
        assertThat(tab.evaluate(box + ".scrollTop").asInt()).isPositive();
        assertThat(tab.evaluate(head + " - " + box + ".getBoundingClientRect().top")
                        .asDouble())
                .isBetween(-1.0, 1.0);
    }

    @Test
    void numbersThatAreLinksAreLargeEnoughForAFinger() {
        desk.answers(
                "/api/v1/series",
                "{'targets':[{'target':'point:army-cap','total':{%s},'buckets':[%s]}]}"
                        .formatted(counts(4, 2, 3), bucket("2025-11-23", 4, 2)));
        tab.size(390, 844);
        open("/");
        tab.until("document.querySelectorAll('.heat .count a').length === 3");
        var smallest = "Math.min(...[...document.querySelectorAll('.count a, .totals b a')]"
                + ".map(a => a.getBoundingClientRect()).flatMap(r => [r.width, r.height]))";
        assertThat(tab.evaluate(smallest).asDouble()).isGreaterThanOrEqualTo(24);
    }

    @Test
    void namesOfOutletsAreNotCut() {
        var outlet =
                "{'outlet':'averyveryverylongnameofanewspaperofthenorthernprovinces.example','group':'national','articles':6,'stories':1,'copies':4,'updates':1,'firstAt':'%1$s','lastAt':'%1$s'}"
                        .formatted(NOON);
        desk.answers("/api/v1/outlets", "{'rows':[" + outlet + "]}");
        open(POINT);
        assertThat(all(".outlets tr.sum")).contains("All 3 outlets", "4", "6");
        assertThat(tab.evaluate("(b => b.scrollWidth - b.clientWidth)(document.querySelector('.wide:has(> .outlets)'))")
                        .asInt())
                .isZero();
    }

    // ---- decisions

    private static final String ARTICLE = "0123456789abcdef0123";

    /** That counts follow is tested where they are made; here, that the page asks for it and shows what became of it. */
    @Test
    void aWrongTagIsTakenOutOfAnArticleAndPutBack() {
        desk.answers("/api/v1/articles/" + ARTICLE, article(MARK));
        open("/articles/" + ARTICLE);
        tab.until("document.querySelector('.found .wrong')");
        tab.click("DisclosureTriangle", "wrong?");
        tab.click("button", "Take out army-cap");
        tab.until("document.querySelector('.veto [role=status]').innerText.includes('Say who decides')");
        tab.type("Ana");
        desk.answers("/api/v1/articles/" + ARTICLE, article(""));
        tab.click("button", "Take out army-cap");
        tab.until("!document.querySelector('.found')");
        assertThat(all(".panel")).contains("n = 0 places").doesNotContain("1 point");
        assertThat(desk.asked("POST /api/v1/overrides"))
                .containsExactly(
                        "POST /api/v1/overrides {\"by\":\"Ana\",\"kind\":\"veto-tag\",\"article\":\"%s\",\"target\":\"point:army-cap\",\"why\":\"\"}"
                                .formatted(ARTICLE));

        desk.answers(
                "/api/v1/overrides",
                "{'rows':[{'id':'d','kind':'veto-tag','subject':'%s','tag':'point:army-cap','by':'Ana','why':'of another army','at':'%s'},{'id':'e','kind':'veto-tag','subject':'other','tag':'point:nato','by':'Bo','why':'','at':'%s'}]}"
                        .formatted(ARTICLE, NOON, NOON));
        tab.click("DisclosureTriangle", "taken out by hand");
        tab.until("document.querySelector('.report li')?.innerText.includes('of another army')");
        assertThat(all(".report")).contains("army-cap by Ana").doesNotContain("Bo");
        desk.answers("/api/v1/articles/" + ARTICLE, article(MARK));
        tab.click("button", "Put back army-cap");
        tab.until("document.querySelector('.found .wrong')");
        assertThat(desk.asked("POST /api/v1/overrides").get(1)).contains("allow-tag", ARTICLE, "point:army-cap", "Ana");
    }

    private static final String MARK =
            "{'target':'point:army-cap','matched':'army','rule':'army-cap/en/1','confidence':0.9,'start':0,'end':4,'placed':false,'inTitle':false,'sentence':'The army is capped.','sentenceNo':0,'sentenceStart':0,'sentiment':{'own':null,'quoted':null}}";

    private static String article(String marks) {
        return "{'article':'%s','url':'https://a.example/1','outlet':'a.example','title':'An article','at':'%s','clock':'published','language':'en','place':null,'text':null,'dossier':'plan','dossierVersion':'1','revision':'0f','marks':[%s],'marksLeftOff':0,'figures':[],'deadlines':[],'dates':[],'stances':[],'quotes':[]}"
                .formatted(ARTICLE, NOON, marks);
    }
}
