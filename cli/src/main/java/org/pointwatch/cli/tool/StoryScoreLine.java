// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article with what a careful reader says of it.
 *
 * @param id as it is written in JSON, as are all ids here
 * @param place file and line, for people
 * @param kind what the line is a test of
 * @param of null exactly for an original
 */
record StoryScoreLine(String id, String place, String kind, String title, Relation relation, @Nullable String of) {
    private static final String RELATIONS = "\"original\", \"copy\", \"update\" or \"rewrite\"";

    static StoryScoreLine of(String file, JsonLines.Line line, ObjectNode object) throws BadLine {
        var truth = object.path("truth");
        var relation = relation(truth.path("relation"));
        var of = truth.path("of");
        if (of.isMissingNode() || of.isNull() != (relation == Relation.ORIGINAL)) {
            throw new BadLine("\"truth.of\" must be null for an original, and for all else name an article");
        }
        return new StoryScoreLine(
                line.id().toString(),
                file + ":" + line.number(),
                object.path("kind").asString("none"),
                ArticleLine.of(object).title(),
                relation,
                of.isNull() ? null : of.toString());
    }

    private static Relation relation(JsonNode given) throws BadLine {
        for (var relation : Relation.values()) {
            if (relation.name().toLowerCase(Locale.ROOT).equals(given.asString(""))) {
                return relation;
            }
        }
        throw new BadLine("\"truth.relation\" is missing or none of " + RELATIONS);
    }

    boolean agrees(StoryScoreLine revision) {
        return relation == revision.relation && String.valueOf(of).equals(String.valueOf(revision.of));
    }
}
