// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a careful reader finds of deadlines in a sentence or an article.
 *
 * @param place file and line, for people
 * @param whole whether it is a whole article; a sentence is taken to come from one about the negotiation
 */
record DeadlineGoldLine(String place, boolean whole, ArticleLine article, List<Said> deadlines, List<Said> dates) {
    private static final Set<String> STATUSES = Set.of("set", "repeated", "moved", "softened", "denied", "passed");
    private static final Set<String> KINDS = Set.of("term", "event");

    /**
     * One expression.
     *
     * @param start offset into title + "\n\n" + text
     * @param is a status or a kind
     */
    record Said(String phrase, int start, int end, @Nullable String due, String is) {
        boolean meets(int from, int to) {
            return start < to && from < end;
        }
    }

    static DeadlineGoldLine of(String place, ObjectNode object) throws BadLine {
        var article = ArticleLine.of(object);
        var whole = object.path("scope").asString("").equals("article");
        var text = (whole ? article.title() : "") + "\n\n" + article.text();
        return new DeadlineGoldLine(
                place,
                whole,
                article,
                said(object.path("deadlines"), "status", STATUSES, text),
                said(object.path("dates"), "kind", KINDS, text));
    }

    private static List<Said> said(JsonNode list, String field, Set<String> known, String text) throws BadLine {
        if (!list.isArray()) {
            throw new BadLine("\"deadlines\" and \"dates\" must be lists; write [] where there are none");
        }
        var said = new ArrayList<Said>();
        for (var one : list) {
            var phrase = one.path("phrase").asString("");
            var at = phrase.isEmpty() ? -1 : text.indexOf(phrase);
            var is = one.path(field).asString("");
            if (at < 0) {
                throw new BadLine(
                        "\"phrase\" " + one.path("phrase") + " is not in the text: write it as it stands there");
            }
            if (!known.contains(is)) {
                throw new BadLine("\"" + field + "\" is " + one.path(field) + ": use one of "
                        + known.stream().sorted().toList());
            }
            var due = one.path("due");
            said.add(new Said(phrase, at, at + phrase.length(), due.isString() ? due.stringValue() : null, is));
        }
        return said;
    }

    String title() {
        return whole ? article.title() : "";
    }
}
