// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of the sample world comes to the deadlines that its truth tells of, and to no others. */
final class SampleWorldDeadlinesTest {
    private record Entry(String id, boolean counted, Relation relation) {}

    private record Told(
            @Nullable String bound, @Nullable String point, String due, String status, long stories, String first) {
        static Told of(LedgerDeadline d) {
            return new Told(
                    d.binding().bound(),
                    d.binding().point(),
                    d.due(),
                    d.status().label(),
                    d.stories(),
                    d.evidenceArticle());
        }
    }

    private final Dossier dossier = Dossiers.load(null).dossier();
    private final Map<Binding, TreeSet<Statement>> said = new HashMap<>();

    @Test
    void endInTheLedgerOfTheTruth() throws IOException {
        var reader = ArticleReader.of(dossier);
        var relations = new HashMap<String, Relation>();
        lines("truth", Entry.class).stream().filter(Entry::counted).forEach(e -> relations.put(e.id(), e.relation()));
        for (var outlet : SampleWorld.load().outlets()) {
            for (var entry : outlet.entries()) {
                var relation = relations.get(entry.id());
                if (relation != null) {
                    read(reader, outlet, entry, relation);
                }
            }
        }

        var ledger = new ArrayList<Told>();
        var end = SampleWorld.load().end();
        said.forEach((binding, statements) -> DeadlineWalk.walk(binding, List.of(), statements, List.of(), end)
                .deadlines()
                .forEach(d -> ledger.add(Told.of(d))));
        assertThat(ledger).containsExactlyInAnyOrderElementsOf(lines("deadlines", Told.class));
    }

    private void read(ArticleReader reader, SampleOutlet outlet, SampleEntry entry, Relation relation) {
        var state = entry.last();
        var text = state.text().isEmpty() ? state.summary() : String.join("\n\n", state.text());
        Instant at = entry.published();
        var reading = reader.read(new ArticleText(
                state.title(), text == null ? "" : text, outlet.language(), at, outlet.domain(), outlet.group()));
        for (var mention : reading.deadlines()) {
            var sentence = reading.tags().sentences().get(mention.sentence()).text();
            var statement = Statement.of(at, entry.id(), true, mention, sentence);
            if (statement != null) {
                said.computeIfAbsent(Binding.of(dossier.id(), mention), b -> new TreeSet<>(Statement.ORDER))
                        .add(statement.in(relation));
            }
        }
    }

    private static <T> List<T> lines(String name, Class<T> type) throws IOException {
        try (var in = SampleWorldDeadlinesTest.class.getResourceAsStream("/dossiers/sample-world/" + name + ".jsonl");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> Json.MAPPER.readValue(line, type)).toList();
        }
    }
}
