// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.dossier.Cue;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema takes what the reader takes. */
final class DossierSchemaTest {
    private static final Path SHIPPED = Path.of("../dossiers/ukraine-peace-plan");
    private static final String TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private static String text() {
        try (var in = DossierSchemaTest.class.getResourceAsStream("/schema/dossier-file.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean keepsToIt(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
    }

    static List<Path> shipped() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEveryShippedFile(Path file) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
    }

    @Test
    void takesTheResolvedText() {
        var load = (DossierLoad.Loaded)
                DossierFiles.load(SHIPPED.resolve("dossier.yaml").toString());
        assertThat(SCHEMA.validate(load.resolved(), InputFormat.YAML)).isEmpty();
    }

    @Test
    void namesEveryCue() {
        var cues = JsonMapper.builder().build().readTree(TEXT).at("/properties/cues/additionalProperties/properties");
        assertThat(cues.propertyNames())
                .containsAll(Arrays.stream(Cue.values())
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    static Stream<String> parts() {
        return Stream.of(
                "languages: [uk]\nextend: {points: [{id: army-cap, rules: {uk: ['арм*'], any: '=NATO'}}]}",
                "includes: ['shipped:ukraine-peace-plan']\nlabel: ours\n",
                "override: {points: [{id: a, rules: {en: [{id: a/en/4, rule: b}]}}]}",
                "remove: {points: [a], actors: [b], rules: [a/en/3, a/figure/1/en/2, plan/us-28/any/1]}",
                "plans: [{id: a, name: b, date: 2025-01-01, cited: {en: ['\"28 point\"']}}]",
                "actors: [{id: a, name: b, kind: person, aliases: {en: {names: c, short: [d]}},"
                        + " offices: [{from: 2025-01-01, names: {en: [e]}, bare: {en: [f]}}]}]",
                "points: [{id: a, title: b, figures: [{name: c, unit: d, rules: {en: ['number(1..2)']}}], examples: {en: [e]}}]");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesParts(String yaml) {
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: ours",
                "points: [{id: a}]",
                "extend: {gate: {en: [a]}}",
                "remove: {rules: [a]}",
                "points: [{id: a, title: b, examples: {any: [c]}}]",
                "languages: [ukr]",
                "actors: [{id: a, name: b, kind: human}]",
                "points: [{id: A, title: b}]"
            })
    void refusesWhatTheReaderRefuses(String yaml) {
        assertThat(keepsToIt(yaml)).isFalse();
    }
}
