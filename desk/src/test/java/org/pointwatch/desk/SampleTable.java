// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.pointwatch.desk.view.Samples;
import org.pointwatch.desk.view.View;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Story;

import static org.pointwatch.desk.view.Samples.finding;

/** Serves invented numbers, to look at the page without Kafka: {@code SampleTable PORT STOPFILE [moving|empty|hostile]}. */
final class SampleTable {
    private static final Instant END = Instant.parse("2025-11-28T11:58:40Z");
    private static final List<String> POINTS = List.of(
            "sovereignty|Sovereignty of Ukraine confirmed",
            "non-aggression|Non-aggression agreement between Russia, Ukraine and Europe",
            "no-expansion|Russia invades no neighbour, NATO expands no further",
            "security-dialogue|Russia–NATO security dialogue mediated by the US",
            "guarantees|Reliable security guarantees for Ukraine",
            "army-cap|Armed forces of Ukraine capped at 600,000",
            "no-nato|No NATO accession, written into constitution and statutes",
            "no-troops|No NATO troops in Ukraine",
            "jets-poland|European fighter jets in Poland",
            "us-guarantee-terms|Terms of the US guarantee: compensation, snap-back, lapse",
            "eu-access|EU eligibility and preferential market access",
            "reconstruction|Reconstruction package and Ukraine Development Fund",
            "russia-economy|Russia back in the world economy, return to the G8",
            "frozen-assets|Frozen assets: $100bn into US-led rebuilding",
            "working-group|Joint US–Russia working group on security",
            "russia-law|Russia writes non-aggression into law",
            "arms-control|US and Russia extend arms-control treaties",
            "non-nuclear|Ukraine a non-nuclear state under the NPT",
            "zaporizhzhia-plant|Zaporizhzhia plant restarted under IAEA, output 50:50",
            "tolerance|Education and tolerance programmes, minority rights",
            "territory|Territory: Crimea, Luhansk, Donetsk, line of contact",
            "no-force|No change of territory by force",
            "dnipro|Dnipro river use and Black Sea grain",
            "humanitarian|Humanitarian committee, all-for-all exchange",
            "elections|Elections in Ukraine in 100 days",
            "amnesty|Full amnesty for all parties",
            "peace-council|Legally binding, Peace Council chaired by Trump",
            "ceasefire|Ceasefire when both sides have pulled back");
    private static final List<String> ACTORS =
            List.of("trump", "zelensky", "rubio", "witkoff", "von-der-leyen", "putin", "us", "ukraine", "russia", "eu");
    private static final List<String> OUTLETS = List.of(
            "harbour-herald.example",
            "The Plain Dealer of Brackwater",
            "kyiv-letter.example",
            "Continental Press Service",
            "oresund-chronicle.example",
            "Global Dispatch",
            "vistula-review.example");
    private static final List<String> SENTENCES = List.of(
            "The draft would cap the country’s armed forces at 600,000, well below their present strength, two officials said.",
            "European leaders called the ceiling a starting point that “will require additional work”, and sent a counter-proposal overnight.",
            "“We will not trade land for a signature,” the head of the delegation told reporters in Geneva.",
            "The fund would be fed from assets frozen in Europe, a clause that Brussels learned of from the newspapers.",
            "Washington set Thursday as the day by which Kyiv has to answer, and hours later called the date “flexible”.");

    private final Random random = new Random(28);
    private final Map<String, SentimentSums> tones = new HashMap<>();
    private final View view;
    private int article;

    private SampleTable(View view) {
        this.view = view;
    }

    public static void main(String[] args) throws Exception {
        var metrics = new SimpleMeterRegistry();
        var view = new View(metrics);
        var progress = new Progress(InstantSource.system());
        var port = Integer.parseInt(args[0]);
        var web = new WebServer(DeskSettings.onLoopback(port), view, progress, metrics, Instant.EPOCH);
        web.start();
        progress.begins();
        progress.live();
        var sample = new SampleTable(view);
        if (!List.of(args).contains("empty")) {
            sample.fill();
        }
        if (List.of(args).contains("hostile")) {
            sample.attack();
        }
        for (var step = 1; !Files.exists(Path.of(args[1])); step++) {
            LockSupport.parkNanos(700_000_000L); // a moving picture, not a wait for something
            if (List.of(args).contains("moving")) {
                sample.mention(random(sample, POINTS).split("\\|")[0], END.plusSeconds(step));
            }
        }
        web.close();
    }

    private static String random(SampleTable sample, List<String> of) {
        return of.get(sample.random.nextInt(of.size()));
    }

    private void fill() {
        view.dossier("plan", dossier());
        for (var i = 0; i < 900; i++) {
            var skewed =
                    POINTS.get((int) (Math.pow(random.nextDouble(), 1.8) * 27)).split("\\|")[0];
            mention(
                    skewed.equals("tolerance") ? "territory" : skewed,
                    END.minus(Duration.ofMinutes(random.nextInt(9 * 1440))));
        }
        mention("army-cap", END);
    }

    /** What a feed might try on a reader. */
    private void attack() {
        var payload = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'>\u202eevil";
        for (var url : List.of("javascript:window.hit=1", "https://ok.example/<script>", "data:text/html,x")) {
            var id = "attack" + article++;
            var at = END.plusSeconds(article);
            view.finding(id, Samples.finding(id, at, payload, url, payload, List.of(payload, "army-cap"), List.of()));
            view.coverage(
                    Target.coverageKey("point:" + payload, Target.bucket(at)),
                    Samples.coverage("point:" + payload, Target.bucket(at), 1, 0, 0));
        }
    }

    private void mention(String point, Instant at) {
        var id = "a" + article++;
        var relation = random.nextInt(100) < 40
                ? Relation.ORIGINAL
                : random.nextInt(100) < 80 ? Relation.COPY : Relation.UPDATE;
        var outlet = random(this, OUTLETS);
        var actor = random(this, ACTORS);
        view.finding(id, finding(id, at, outlet, random(this, SENTENCES), List.of(point), List.of(actor)));
        view.story(id, new Story(id, id, relation, null, null, 0, null));
        for (var target : List.of(Target.point(point), Target.actor(actor), "plan:plan", Target.ALL)) {
            add(target, at, relation, point.hashCode() % 5 == 0 ? null : random.nextInt(-900, 600));
        }
    }

    private void add(String target, Instant at, Relation relation, Integer tone) {
        var before = view.table(
                        new org.pointwatch.desk.view.Range(Target.bucket(at), at.plusSeconds(1)), List.of(target))
                .targets()
                .get(0);
        var story = relation.ownStory();
        var scored = story && tone != null ? SentimentSums.of(tone) : SentimentSums.ZERO;
        var own = tones.merge(Target.coverageKey(target, Target.bucket(at)), scored, SentimentSums::plus);
        var counts = new Counts(
                before.articles() + 1,
                before.stories() + (story ? 1 : 0),
                before.copies() + (relation == Relation.COPY ? 1 : 0),
                before.updates() + (relation == Relation.UPDATE ? 1 : 0),
                Objects.requireNonNull(own),
                SentimentSums.ZERO);
        var bucket = Target.bucket(at);
        view.coverage(Target.coverageKey(target, bucket), Coverage.of(target, bucket, counts, 0));
    }

    private static DossierRecord dossier() {
        var points = new StringBuilder();
        for (var i = 0; i < POINTS.size(); i++) {
            var parts = POINTS.get(i).split("\\|");
            points.append("  - {id: %s, title: \"%s\", numbers: {us-28: %d}}%n".formatted(parts[0], parts[1], i + 1));
        }
        var actors = ACTORS.stream()
                .map(id -> "  - {id: " + id + ", name: " + id.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + id.substring(1) + "}\n")
                .collect(Collectors.joining());
        var yaml =
                "id: plan\ntitle: Peace plan for Ukraine of November 2025\npoints:\n" + points + "actors:\n" + actors;
        return new DossierRecord("plan", "sample", "sample", "0", yaml);
    }
}
