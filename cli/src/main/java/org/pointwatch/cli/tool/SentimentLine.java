// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.language.Languages;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text and the target in it.
 *
 * @param start null, as the end, if the text as a whole is meant
 * @param language as claimed, ISO 639-1; null if nobody says
 */
record SentimentLine(String text, @Nullable Integer start, @Nullable Integer end, @Nullable String language) {
    static SentimentLine of(ObjectNode object) throws BadLine {
        var text = object.path("text");
        if (!text.isString()) {
            throw new BadLine("\"text\" is missing or no string");
        }
        var start = offset(object, "start");
        var end = offset(object, "end");
        if ((start == null) != (end == null)) {
            throw new BadLine("\"start\" and \"end\" go together: give both, or none for the whole text");
        }
        var language = object.path("language");
        return new SentimentLine(
                text.stringValue(), start, end, language.isString() ? Languages.code(language.stringValue()) : null);
    }

    /** A number too large for any text is outside of it, as others are. */
    private static @Nullable Integer offset(ObjectNode object, String field) throws BadLine {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw new BadLine("\"" + field + "\" is no whole number");
        }
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE / 2, value.doubleValue()));
    }
}
