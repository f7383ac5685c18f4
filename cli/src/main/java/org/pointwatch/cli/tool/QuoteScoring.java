// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.reading.Reading;
import tools.jackson.databind.JsonNode;

/** {@code dossier score --quotes}: a quote is right if it has nine tenths of the words and the right speaker. */
public final class QuoteScoring extends SpanScoring<Quote> {
    private static final double SAME_WORDS = 0.9;

    public QuoteScoring(Talk talk, Dossier dossier) {
        super(talk, dossier, "quotes");
    }

    @Override
    Quote gold(JsonNode node, int start) {
        var text = text(node, "text");
        return new Quote(
                textOrNull(node, "speaker"), textOrNull(node, "name"), text, start, start + text.length(), List.of());
    }

    @Override
    List<Quote> found(Reading read) {
        return read.quotes();
    }

    @Override
    boolean isSamePlace(Quote gold, Quote found) {
        var shared = Math.min(gold.end(), found.end()) - Math.max(gold.start(), found.start());
        var all = Math.max(gold.end(), found.end()) - Math.min(gold.start(), found.start());
        return shared >= SAME_WORDS * all;
    }

    @Override
    boolean isRight(Quote gold, Quote found) {
        return Objects.equals(gold.speaker(), found.speaker());
    }

    @Override
    String told(Quote quote) {
        var parts = new ArrayList<@Nullable String>(List.of(String.valueOf(quote.speaker())));
        parts.add(String.valueOf(quote.name()));
        return String.join(" / ", parts) + ": " + quote.text();
    }
}
