// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.DateMention;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.reading.Reading;
import org.pointwatch.domain.tagging.Sentence;

/** What {@code analyze} says of deadlines, dates, figures and quotes. */
final class ReadingJson {
    private ReadingJson() {}

    static void addTo(Map<String, @Nullable Object> answer, Reading read) {
        var sentences = read.tags().sentences();
        answer.put(
                "deadlines",
                read.deadlines().stream().map(d -> deadline(d, sentences)).toList());
        answer.put("dates", read.dates().stream().map(ReadingJson::date).toList());
        answer.put("figures", read.figures().stream().map(ReadingJson::figure).toList());
        answer.put("quotes", read.quotes().stream().map(ReadingJson::quote).toList());
    }

    private static Map<String, @Nullable Object> deadline(DeadlineMention d, List<Sentence> sentences) {
        var json = place(d.phrase(), d.start(), d.end());
        json.put("sentence", sentences.get(d.sentence()).text());
        json.put("due", d.due());
        json.put("alternatives", d.alternatives());
        json.put("precision", d.precision());
        json.put("status", d.status());
        json.put("setBy", d.setBy());
        json.put("bound", d.bound());
        json.put("points", d.points());
        return json;
    }

    private static Map<String, @Nullable Object> date(DateMention d) {
        var json = place(d.phrase(), d.start(), d.end());
        json.put("kind", d.kind());
        json.put("from", d.from());
        json.put("to", d.to());
        return json;
    }

    private static Map<String, @Nullable Object> place(String phrase, int start, int end) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("phrase", phrase);
        json.put("start", start);
        json.put("end", end);
        return json;
    }

    private static Map<String, @Nullable Object> figure(Figure f) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("point", f.point());
        json.put("value", f.value());
        json.put("unit", f.unit());
        json.put("text", f.text());
        json.put("start", f.start());
        json.put("end", f.end());
        json.put("speaker", f.speaker());
        return json;
    }

    private static Map<String, @Nullable Object> quote(Quote q) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("speaker", q.speaker());
        json.put("name", q.name());
        json.put("text", q.text());
        json.put("start", q.start());
        json.put("end", q.end());
        json.put("points", q.points());
        return json;
    }
}
