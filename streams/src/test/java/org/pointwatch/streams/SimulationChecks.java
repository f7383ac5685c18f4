// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/** What a world must come to, worked out from the set alone, and where a run came to something else. */
final class SimulationChecks {
    private static final Map<String, Duration> WINDOWS = new LinkedHashMap<>();

    static {
        WINDOWS.put("1h", Duration.ofHours(1));
        WINDOWS.put("6h", Duration.ofHours(6));
        WINDOWS.put("24h", Duration.ofHours(24));
        WINDOWS.put("7d", Duration.ofDays(7));
        WINDOWS.put("28d", Duration.ofDays(28));
    }

    private final SimulationWorld world;
    private final Map<String, Story> stories;
    private final Map<String, Finding> findings = new TreeMap<>();
    private final Map<String, KeptText> texts = new TreeMap<>();
    private final Map<String, Origin> origins = new TreeMap<>();
    private final SimulationRecount recount;
    private final List<String> differences = new ArrayList<>();

    SimulationChecks(SimulationWorld world) {
        this.world = world;
        this.stories = new StoryInvarianceOracle(world.counted(), world.decisions()).stories();
        var record = JsonSerde.of(Topics.DOSSIERS).encode(world.lastDossier());
        var dossier = new DossierInForce("small-plan", new SimpleMeterRegistry());
        dossier.attach(SimulationFixedStore.of("small-plan", record));
        var inForce = dossier.inForce();
        var vetoed = StoryInvarianceOracle.vetoed(world.decisions());
        var states = world.counted().stream().collect(Collectors.groupingBy(Revision::id));
        states.forEach((article, revisions) -> {
            var current = SimulationRecount.current(revisions);
            if (current != null && !vetoed.contains(current.outlet())) {
                var all = SimulationNews.found(current, dossier.find(current, inForce));
                var finding = SimulationVetoes.without(all, world.decisions());
                findings.put(article, finding);
                if (finding.points().size() + finding.actors().size() > 0) {
                    texts.put(article, text(current));
                }
                origins.put(article, current.origin());
            }
        });
        this.recount = new SimulationRecount(findings, stories);
    }

    private static KeptText text(Revision r) {
        return new KeptText(r.id(), r.revision(), r.title(), r.readable(), r.body(), r.truncated());
    }

    Map<String, Story> stories() {
        return stories;
    }

    Map<String, Deadline> deadlines() {
        return SimulationDeadlines.of(findings, stories, origins, world.start());
    }

    Map<String, Stance> stances() {
        return SimulationStances.of(findings, stories);
    }

    Map<String, Coverage> coverage() {
        return recount.coverage();
    }

    Map<String, Finding> findings() {
        return findings;
    }

    /** One line for each difference; empty if all is as it must be. */
    List<String> of(SimulationRun run) {
        differences.clear();
        compare(Topics.STORIES, encoded(Topics.STORIES, stories), SimulationOutput.last(run, Topics.STORIES));
        compare(Topics.FINDINGS, encoded(Topics.FINDINGS, findings), SimulationOutput.last(run, Topics.FINDINGS));
        compare(Topics.TEXTS, encoded(Topics.TEXTS, texts), SimulationOutput.last(run, Topics.TEXTS));
        compare(
                Topics.COVERAGE,
                encoded(Topics.COVERAGE, recount.coverage()),
                SimulationOutput.last(run, Topics.COVERAGE));
        deadlines(run);
        compare(Topics.STANCES, encoded(Topics.STANCES, stances()), SimulationOutput.last(run, Topics.STANCES));
        rolling(run);
        deadLetters(SimulationOutput.deadLetters(run));
        differences.addAll(SimulationAlerts.differences(world.start(), run));
        return List.copyOf(differences);
    }

    /** Which ids were merged depends on what was published on the way; where to does not. */
    private void deadlines(SimulationRun run) {
        var expected = SimulationDeadlines.of(findings, stories, origins, Instant.ofEpochMilli(run.now()));
        var actual = SimulationOutput.last(run, Topics.DEADLINES);
        var merged = SimulationOutput.takeMerged(actual);
        compare(Topics.DEADLINES, encoded(Topics.DEADLINES, expected), actual);
        merged.forEach((id, into) -> {
            if (expected.containsKey(id) || !expected.containsKey(into)) {
                differences.add("deadline " + id + " is merged into " + into);
            }
        });
    }

    /** Poison, and what came too late to count: unless the article was already seen like that when it came. */
    private void deadLetters(int found) {
        var counted = new HashSet<String>();
        world.counted().forEach(r -> counted.add(state(r)));
        var late = new ArrayList<>(world.revisions());
        late.removeAll(world.counted());
        var least = world.poison().size()
                + (int) late.stream().filter(r -> !counted.contains(state(r))).count();
        var most = world.poison().size() + late.size();
        if (found < least || found > most) {
            differences.add(found + " dead letters, expected " + least + " to " + most);
        }
    }

    private static String state(Revision r) {
        return r.id() + " " + r.revision() + " " + r.body();
    }

    /** The last values of two runs, byte by byte. */
    static List<String> between(SimulationRun a, SimulationRun b) {
        var found = new ArrayList<String>();
        for (Topic<?> topic : List.of(Topics.STORIES, Topics.FINDINGS, Topics.TEXTS, Topics.COVERAGE, Topics.STANCES)) {
            compare(topic, SimulationOutput.last(a, topic), SimulationOutput.last(b, topic), found);
        }
        var deadlines = SimulationOutput.last(a, Topics.DEADLINES);
        var others = SimulationOutput.last(b, Topics.DEADLINES);
        SimulationOutput.takeMerged(deadlines);
        SimulationOutput.takeMerged(others);
        compare(Topics.DEADLINES, deadlines, others, found);
        return found;
    }

    private static <V> Map<String, byte[]> encoded(Topic<V> topic, Map<String, V> values) {
        var serde = JsonSerde.of(topic);
        var all = new TreeMap<String, byte[]>();
        values.forEach((key, value) -> all.put(key, serde.encode(value)));
        return all;
    }

    private void compare(Topic<?> topic, Map<String, byte[]> expected, Map<String, byte[]> actual) {
        compare(topic, expected, actual, differences);
    }

    private static void compare(
            Topic<?> topic, Map<String, byte[]> expected, Map<String, byte[]> actual, List<String> found) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (var key : keys) {
            var a = expected.get(key);
            var b = actual.get(key);
            if (!Arrays.equals(a, b)) {
                found.add(topic.name() + " of " + key + ": expected " + text(a) + "\n     but was " + text(b));
            }
        }
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "nothing" : new String(value, StandardCharsets.UTF_8);
    }

    private void rolling(SimulationRun run) {
        var left = new TreeMap<>(SimulationOutput.last(run, Topics.ROLLING));
        var serde = JsonSerde.of(Topics.ROLLING);
        var now = Instant.ofEpochMilli(run.now());
        for (var target : recount.targets()) {
            if (count(target, now, Duration.ofDays(56)) == 0) {
                continue;
            }
            for (var window : WINDOWS.keySet()) {
                var bytes = left.remove(target + "@" + window);
                if (bytes == null) {
                    differences.add("rolling of " + target + "@" + window + ": nothing");
                } else {
                    rolling(serde.decode(bytes), now);
                }
            }
        }
        left.keySet().forEach(key -> differences.add("rolling of " + key + ": too much"));
    }

    private long count(String target, Instant at, Duration length) {
        return recount.window(target, end(at).minus(length), end(at)).articles();
    }

    private void rolling(Rolling r, Instant now) {
        var length = WINDOWS.get(r.window());
        var end = end(r.asOf());
        expect(r, "counts", window(r.target(), end.minus(length), end), sums(r.counts()));
        expect(
                r,
                "previous",
                window(r.target(), end.minus(length.multipliedBy(2)), end.minus(length)),
                sums(r.previous()));
        expect(r, "as-of", end(now), end);
        var of = r.shareAsOf();
        var all = of == null ? 0 : count("all", of, length);
        var share = r.target().equals("all") || all == 0
                ? null
                : (Double) (Math.rint(r.counts().articles() * 1e6 / all) / 1e6);
        expect(r, "share", share, r.share());
    }

    private void expect(Rolling r, String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add("rolling " + what + " of " + r.target() + "@" + r.window() + ": expected " + expected
                    + "\n     but was " + actual);
        }
    }

    private SimulationRecount.Sums window(String target, Instant from, Instant to) {
        return recount.window(target, from, to);
    }

    private static SimulationRecount.Sums sums(Rolling.WindowCounts c) {
        return new SimulationRecount.Sums(
                c.articles(),
                c.stories(),
                c.copies(),
                c.updates(),
                c.outlets(),
                c.sentiment().own(),
                c.sentiment().quoted());
    }

    /** The end of the bucket that holds a time. */
    private static Instant end(Instant at) {
        return Instant.ofEpochSecond((Math.floorDiv(at.getEpochSecond(), 900L) + 1) * 900);
    }
}
