// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a careful reader finds in a sentence or an article.
 *
 * @param place file and line, for people
 * @param whole whether it is a whole article; a sentence is taken to come from one about the negotiation
 */
record GoldLine(JsonNode id, String place, boolean whole, ArticleLine article, Set<String> points, Set<String> actors) {

    static GoldLine of(String place, JsonLines.Line line, ObjectNode object, Dossier dossier) throws BadLine {
        return new GoldLine(
                line.id(),
                place,
                isWhole(object),
                ArticleLine.of(object),
                ids(object, "points", id -> dossier.point(id).isPresent()),
                ids(object, "actors", id -> dossier.actor(id).isPresent()));
    }

    private static boolean isWhole(ObjectNode object) throws BadLine {
        var scope = object.path("scope");
        if (!scope.isString() || !Set.of("sentence", "article").contains(scope.stringValue())) {
            throw new BadLine("\"scope\" is missing or neither \"sentence\" nor \"article\"");
        }
        return scope.stringValue().equals("article");
    }

    private static Set<String> ids(ObjectNode object, String field, Predicate<String> known) throws BadLine {
        var list = object.path(field);
        if (!list.isArray()) {
            throw new BadLine("\"" + field + "\" is missing or no list; write [] where there are none");
        }
        var ids = new LinkedHashSet<String>();
        for (var id : list) {
            if (!id.isString() || !known.test(id.stringValue())) {
                throw new BadLine(
                        "\"" + field + "\" names " + id + ", which the dossier does not have: use one of its ids");
            }
            ids.add(id.stringValue());
        }
        return ids;
    }

    String name() {
        return id.isString() ? id.stringValue() : id.toString();
    }

    String title() {
        return whole ? article.title() : "";
    }

    /** Null if the line has no date. */
    @Nullable
    LocalDate day() {
        var published = article.published();
        return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    }
}
