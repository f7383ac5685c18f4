// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** What a finding holds beside points and actors, as it stands in its row; rows of older builds lack some fields. */
final class ArticleFound {
    private ArticleFound() {}

    record Figure(
            String point,
            @Says("With its magnitude: $100bn is 1e11.") double value,
            String unit,
            @Says("As written.") String text,
            @Says("Actor id; null for the outlet itself or somebody else.") @Nullable String speaker,
            int start,
            int end,
            @Says("As for marks.") boolean placed) {}

    record Quote(
            @Says("Actor id; null for somebody whom the dossier does not know.") @Nullable String speaker,
            @Says("The speaker as written.") @Nullable String name,
            String text,
            @Says("Ids of the points that the words are about.") List<String> points,
            int start,
            int end,
            @Says("As for marks.") boolean placed) {}

    record Deadline(
            @Says("As written.") String phrase,
            @Says("ISO local date of its last day, or date-time with offset; null if it cannot be told.") @Nullable
                    String due,
            String precision,
            String status,
            @Nullable String setBy,
            @Nullable String bound,
            List<String> points,
            int start,
            int end,
            @Says("As for marks.") boolean placed) {}

    record Date(
            @Says("As written.") String phrase,
            @Says("term (of the plan) or event.") String kind,
            @Says("ISO local date, inclusive; null if it cannot be told.") @Nullable String from,
            @Nullable String to,
            int start,
            int end,
            @Says("As for marks.") boolean placed) {}

    record Stance(
            String actor,
            String point,
            @Says("support, oppose or conditional; unknown if it tells none.") String stance,
            @Says("A quotation, or the sentence that attributes the position; cut at 500 characters.") String text,
            @Says("Actor id or name of who speaks for the actor; null if nobody else does.") @Nullable String by,
            int start,
            int end,
            @Says("As for marks.") boolean placed) {}

    static List<Figure> figures(String json, KeptWords kept) {
        return each(
                json,
                one -> new Figure(
                        text(one, "point"),
                        one.path("value").asDouble(0),
                        text(one, "unit"),
                        text(one, "text"),
                        orNull(one, "speaker"),
                        at(one, "start"),
                        at(one, "end"),
                        placed(one, "text", kept)));
    }

    static List<Quote> quotes(String json, KeptWords kept) {
        return each(
                json,
                one -> new Quote(
                        orNull(one, "speaker"),
                        orNull(one, "name"),
                        text(one, "text"),
                        list(one, "points"),
                        at(one, "start"),
                        at(one, "end"),
                        placed(one, "text", kept)));
    }

    static List<Deadline> deadlines(String json, KeptWords kept) {
        return each(
                json,
                one -> new Deadline(
                        text(one, "phrase"),
                        orNull(one, "due"),
                        text(one, "precision"),
                        text(one, "status"),
                        orNull(one, "setBy"),
                        orNull(one, "bound"),
                        list(one, "points"),
                        at(one, "start"),
                        at(one, "end"),
                        placed(one, "phrase", kept)));
    }

    static List<Date> dates(String json, KeptWords kept) {
        return each(
                json,
                one -> new Date(
                        text(one, "phrase"),
                        text(one, "kind"),
                        orNull(one, "from"),
                        orNull(one, "to"),
                        at(one, "start"),
                        at(one, "end"),
                        placed(one, "phrase", kept)));
    }

    static List<Stance> stances(String json, KeptWords kept) {
        return each(
                json,
                one -> new Stance(
                        text(one, "actor"),
                        text(one, "point"),
                        text(one, "stance"),
                        text(one, "text"),
                        orNull(one, "by"),
                        at(one, "start"),
                        at(one, "end"),
                        placed(one, "text", kept)));
    }

    private static <T> List<T> each(String json, Function<JsonNode, T> read) {
        return Json.MAPPER.readTree(json).valueStream().map(read).toList();
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }

    private static @Nullable String orNull(JsonNode one, String field) {
        var value = one.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private static List<String> list(JsonNode one, String field) {
        return one.path(field).valueStream().map(value -> value.asString("")).toList();
    }

    private static int at(JsonNode one, String field) {
        return one.path(field).asInt(0);
    }

    private static boolean placed(JsonNode one, String field, KeptWords kept) {
        return kept.say(orNull(one, field), at(one, "start"), at(one, "end"));
    }
}
