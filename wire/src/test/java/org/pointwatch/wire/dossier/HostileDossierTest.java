// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** No text makes reading slow, or end in anything but a dossier or a list of problems. */
final class HostileDossierTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HEAD = "id: a\ntitle: b\nlabel: c\nlanguages: [en]\nactors: []\n";

    private static DossierLoad load(String yaml) {
        return assertTimeoutPreemptively(LIMIT, () -> DossierFile.load("d.yaml", yaml));
    }

    private static List<DossierProblem> problems(String yaml) {
        return ((DossierLoad.Refused) load(yaml)).problems();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static String point(int n, String rule) {
        return "  - {id: p" + n + ", title: t, rules: {en: ['" + rule + "']}}";
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("10 MB", HEAD + "# " + "x".repeat(10_000_000), "more than 3000000 characters"),
                arguments("deep lists", "points:\n" + "[".repeat(90_000), "not readable as YAML"),
                arguments("deep maps", "points:\n" + "{a: ".repeat(20_000), "not readable as YAML"),
                arguments("deep blocks", lines(1000, i -> " ".repeat(i) + "a:"), "not readable as YAML"),
                arguments("deep but closed", HEAD + "gate: " + "[".repeat(100) + "]".repeat(100), "nested too deep"),
                arguments(
                        "alias bomb",
                        "a: &a [x, x]\n" + lines(30, i -> "b" + i + ": &b" + i + " [*a, *a, *a]"),
                        "is a YAML alias"),
                arguments("alias of itself", "points: &p [*p]", "'*p' is a YAML alias"),
                arguments("long key", HEAD + "? " + "k".repeat(90_000) + "\n: x\n", "a key of 90000 characters"),
                arguments(
                        "long line",
                        HEAD + "# " + "x".repeat(2_900_000),
                        "d.yaml:6:1: a line of more than 100000 characters"),
                arguments("control", HEAD + "gate: {en: ['a\u0000b']}\n", "not readable as YAML"),
                arguments("half a pair", HEAD + "gate: {en: ['a\uD800b']}\n", ""),
                arguments("unknown keys", HEAD + lines(20_000, i -> "k" + i + ": v"), "unknown key"),
                arguments("one rule", HEAD + "gate: {en: ['" + "(".repeat(90_000) + "']}", "levels of parentheses"),
                arguments("references that double", bomb("#p%1$d OR #p%1$d", 60), "refer"),
                arguments("references in a chain", bomb("#p%1$d", 5_000), "one inside the other"),
                arguments(
                        "references in a round", bomb("#p%1$d", 5_000).replace("['start']", "['#p4999']"), "go round"),
                arguments("one large group", group(), "with all they refer to"));
    }

    private static String bomb(String rule, int points) {
        return HEAD + "points:\n" + point(0, "start") + "\n" + lines(points, i -> point(i + 1, String.format(rule, i)));
    }

    private static String group() {
        return HEAD.replace("actors: []\n", "points:\n")
                + lines(2000, i -> point(i, "@all"))
                + "\nactors:\n"
                + lines(
                        2000,
                        i -> "  - {id: a" + i + ", name: n, kind: person, groups: [all], aliases: {en: {names: [Name "
                                + i + "]}}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedInTime(String what, String yaml, String problem) {
        var problems = problems(yaml);
        assertThat(problems).anySatisfy(p -> assertThat(p.toString()).contains(problem));
        assertThat(problems).hasSizeLessThanOrEqualTo(501);
        assertThat(problems).allSatisfy(p -> assertThat(p.toString()).hasSizeLessThan(2000));
    }

    @Test
    void saysHowManyProblemsItLeavesOut() {
        var problems = problems(HEAD + lines(1000, i -> "k" + i + ": v"));
        assertThat(problems).hasSize(501);
        assertThat(problems.get(500).problem()).isEqualTo("and 500 more problems");
    }

    @Test
    void readsALargeDossierInTime() {
        var yaml = HEAD + "points:\n" + lines(10_000, i -> point(i, "word" + i + " NEAR/5 (cap OR limit" + i + "*)"));
        assertThat(load(yaml)).isInstanceOf(DossierLoad.Loaded.class);
    }

    @Test
    void refusesADossierThatIsTooLongOnceResolved() {
        var names = lines(900_000, i -> "a,");
        assertThat(load(HEAD + "furniture: {starts: [\n" + names + "]}\n"))
                .as("each phrase is kept once")
                .isInstanceOf(DossierLoad.Loaded.class);
        var quotes = lines(40, i -> "  - \"" + "'".repeat(60_000) + "\"");
        var yaml = HEAD + "points:\n- id: p\n  title: t\n  rules: {en: [a]}\n  counterexamples:\n" + quotes;
        assertThat(problems(yaml).get(0).problem()).contains("too long when put together");
    }

    @Test
    void stopsAtTooManyFiles() {
        var files = new HashMap<String, String>();
        for (int i = 0; i < 5000; i++) {
            files.put("f" + i, "includes: [f" + (i + 1) + "]\n");
        }
        assertThat(includes("includes: [f0]\n" + HEAD, files)).hasSize(1).allSatisfy(p -> assertThat(p.toString())
                .startsWith("f18:1:12: includes[0]: more than 200 files"));
        files.replaceAll((name, yaml) -> "");
        var wide = "includes: [" + lines(5000, i -> "f" + i + ",").replace("\n", "") + "]\n" + HEAD;
        assertThat(includes(wide, files)).hasSize(1).allSatisfy(p -> assertThat(p.problem())
                .contains("more than 200 files"));
    }

    @Test
    void addsUpTheLengthOfAllFiles() {
        var files = Map.of("a", "#\n".repeat(1_000_000), "b", "#\n".repeat(1_000_000));
        assertThat(includes("includes: [a, b]\n" + HEAD, files)).hasSize(1).allSatisfy(p -> assertThat(p.toString())
                .startsWith("b:1:1: more than 3000000 characters"));
    }

    private static List<DossierProblem> includes(String yaml, Map<String, String> files) {
        var load = assertTimeoutPreemptively(LIMIT, () -> DossierFile.load("d.yaml", yaml, new MemorySource(files)));
        return ((DossierLoad.Refused) load).problems();
    }

    @Test
    void endsInADossierOrInProblemsWhateverIsChanged() {
        var sound = HEAD.replace("actors: []\n", "")
                + """
                plans: [{id: first, name: n, date: 2025-11-20, cited: {en: ['"first draft"']}}]
                numbering: {en: [point]}
                furniture: {starts: [Read more], lines: {en: ['"our app"']}, credits: [AFP]}
                cues: {en: {place: [in near]}}
                points:
                  - id: army
                    title: Army
                    numbers: {first: [6, 7]}
                    rules:
                      en: ['army NEAR/3 cap', {id: army/en/4, rule: '@smith BEFORE/3 "no army"'}]
                    figures: [{name: size, unit: men, rules: {en: ['number(5..9) NEAR/6 men']}}]
                    examples: [A cap on the army]
                actors:
                  - {id: smith, name: S, kind: person, aliases: {en: {names: [Ann]}}, offices: [{from: 2020-01-01, names: {en: [chair]}}]}
                extend: {points: [{id: army, rules: {en: [army]}}]}
                remove: {rules: [army/en/1]}
                """;
        var loaded = (DossierLoad.Loaded) load(sound);
        assertThat(DossierFile.load("r", loaded.resolved())).isEqualTo(loaded);
        var random = new Random(7);
        var pieces =
                " \n'\"[]{}:,#*&!|>-%@`~?\\=/()\t0aé\u2028\uFEFF😀".codePoints().toArray();
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder(sound);
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                var at = random.nextInt(text.length());
                var to = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, to, Character.toString(pieces[random.nextInt(pieces.length)]));
            }
            var load = DossierFile.load("d.yaml", text.toString());
            if (load instanceof DossierLoad.Loaded changed) {
                assertThat(DossierFile.load("r", changed.resolved()))
                        .as(text.toString())
                        .isEqualTo(changed);
            } else {
                assertThat(((DossierLoad.Refused) load).problems()).isNotEmpty();
            }
        }
    }
}
