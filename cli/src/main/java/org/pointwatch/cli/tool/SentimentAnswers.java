// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.sentiment.Cause;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import tools.jackson.databind.JsonNode;

/** {@code sentiment}: the label and score of each line. */
public final class SentimentAnswers {
    private static final double THOUSANDTHS = 1_000;

    private final Talk talk;
    private final boolean withCauses;
    private final SentimentJudge judge;

    /** @param scorer instead of the shipped model; null for that one */
    public SentimentAnswers(Talk talk, boolean withCauses, @Nullable SentimentScorer scorer) {
        this.talk = talk;
        this.withCauses = withCauses;
        this.judge = new SentimentJudge(scorer);
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        return LineAnswers.print(talk, file, (id, object) -> {
            var line = SentimentLine.of(object);
            return json(id, line.text(), judge.judge(line));
        });
    }

    private Map<String, @Nullable Object> json(JsonNode id, String text, Sentiment sentiment) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("label", sentiment.label().name().toLowerCase(Locale.ROOT));
        json.put("score", sentiment.score());
        if (withCauses) {
            json.put("causes", causes(text, sentiment.causes()));
        }
        if (sentiment.note() != null) {
            json.put("note", sentiment.note());
        }
        return json;
    }

    private static List<Map<String, Object>> causes(String text, List<Cause> causes) {
        return causes.stream()
                .map(c -> {
                    var json = new LinkedHashMap<String, Object>();
                    var start = c.start() - SentimentJudge.BODY;
                    var end = c.end() - SentimentJudge.BODY;
                    json.put("text", text.substring(start, end));
                    json.put("start", start);
                    json.put("end", end);
                    json.put("weight", c.thousandths() / THOUSANDTHS);
                    return (Map<String, Object>) json;
                })
                .toList();
    }
}
