// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.References;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text and from where its dates are seen.
 *
 * @param notes what was missing or odd
 */
record DateLine(String text, @Nullable String language, DateContext context, List<String> notes) {
    static DateLine of(ObjectNode object) throws BadLine {
        var text = object.path("text");
        if (!text.isString()) {
            throw new BadLine("\"text\" is missing or no string");
        }
        var notes = new ArrayList<String>();
        if (text.stringValue().isEmpty()) {
            notes.add("empty text");
        }
        return new DateLine(text.stringValue(), string(object, "language", notes), context(object, notes), notes);
    }

    private static DateContext context(ObjectNode object, List<String> notes) {
        var written = string(object, "reference", notes);
        var reference = written == null ? null : References.parse(written);
        var zone = string(object, "zone", notes);
        var context = zone == null ? DateContext.of(reference, ZoneOffset.UTC) : DateContext.of(reference, zone);
        for (var problem : context.problems()) {
            notes.add(
                    switch (problem) {
                        case NO_REFERENCE ->
                            written == null
                                    ? "no reference: days such as Thursday cannot be told"
                                    : "the reference cannot be used: " + written;
                        case ABSURD_REFERENCE -> "the reference cannot be used: " + written;
                        case UNKNOWN_ZONE -> "there is no time zone " + zone + "; UTC was taken";
                    });
        }
        return context;
    }

    private static @Nullable String string(ObjectNode object, String field, List<String> notes) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            notes.add("\"" + field + "\" is no string and was left out");
            return null;
        }
        return value.stringValue();
    }
}
