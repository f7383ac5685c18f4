// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.KafkaAccess;

/**
 * The outcome of a recount.
 *
 * @param differences all of them
 * @param figures what was looked at, by name
 */
public record Audit(List<Difference> differences, Map<String, Integer> figures) {

    /**
     * Recounts everything that is on the topics at this moment.
     *
     * @param database null if there is none
     * @throws Failure if the facts cannot be read
     */
    public static Audit of(KafkaAccess kafka, @Nullable SinkSettings database) {
        var facts = FactsReader.read(kafka);
        var audit = of(facts);
        if (database == null) {
            return audit;
        }
        try {
            var tables = TableCheck.of(facts, database);
            var differences = new ArrayList<>(audit.differences());
            differences.addAll(tables.differences());
            var figures = new LinkedHashMap<>(audit.figures());
            figures.put("rows", tables.rows());
            figures.put("rowsRetired", tables.retired());
            return new Audit(List.copyOf(differences), figures);
        } catch (SQLException e) {
            throw Failure.of(
                    "the tables at " + database.jdbcUrl().replaceFirst("\\?.*", "") + " cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    static Audit of(Facts facts) {
        var differences = new ArrayList<>(facts.unreadable);
        var articles = ArticleCheck.of(facts);
        differences.addAll(articles.differences());
        differences.addAll(StoryCheck.of(facts));
        var recount = Recount.of(facts);
        differences.addAll(recount.differences());
        var deadlines = DeadlineCheck.of(facts);
        differences.addAll(deadlines.differences());
        var stances = StanceCheck.of(facts);
        differences.addAll(stances.differences());
        var figures = new LinkedHashMap<String, Integer>();
        figures.put("articles", articles.read());
        figures.put("counted", articles.counted());
        figures.put("withdrawn", articles.withdrawn());
        figures.put("deadLettered", articles.deadLettered());
        figures.put("beyondHorizon", articles.beyond());
        figures.put("vetoed", articles.vetoed());
        figures.put("unexplained", articles.unexplained());
        figures.put("notChecked", articles.unchecked());
        figures.put("findings", facts.findings.size());
        figures.put("stories", facts.stories.size());
        figures.put("coverageKeys", recount.keys());
        figures.put("coverageKeysNotChecked", recount.tooOld());
        figures.put("deadlines", deadlines.compared());
        figures.put("deadlinesNotChecked", deadlines.tooOld());
        figures.put("stances", stances.compared());
        figures.put("stancesNotChecked", stances.tooOld());
        return new Audit(List.copyOf(differences), figures);
    }

    /** How many there are of a thing; 0 of what was not looked at. */
    public int figure(String name) {
        return figures.getOrDefault(name, 0);
    }
}
