// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.Comparator;
import java.util.List;
import org.pointwatch.domain.tagging.Explanation.Match;
import org.pointwatch.domain.tagging.Explanation.NearMiss;
import org.pointwatch.domain.tagging.Explanation.Stretch;
import org.pointwatch.domain.tagging.Sentence;

/** Sentences for people, with brackets around what a rule found in them. */
final class Marked {
    /** A longer stretch, such as a whole article, is not shown. */
    private static final int LONGEST = 700;

    private Marked() {}

    static String of(Match match) {
        var sentence = match.sentence();
        return of(sentence, List.of(new Stretch(match.start(), match.end(), "")));
    }

    static String of(NearMiss miss) {
        if (miss.sentence().text().length() <= LONGEST) {
            return of(miss.sentence(), miss.found());
        }
        var words = miss.found().stream().map(s -> '[' + s.text() + ']').distinct();
        return "… " + String.join(" … ", words.toList()) + " …";
    }

    private static String of(Sentence sentence, List<Stretch> found) {
        var text = sentence.text();
        var out = new StringBuilder();
        var done = 0;
        for (var stretch : outermost(found)) {
            var from = Math.max(done, stretch.start() - sentence.start());
            var to = Math.min(text.length(), stretch.end() - sentence.start());
            if (from < to) {
                out.append(text, done, from).append('[').append(text, from, to).append(']');
                done = to;
            }
        }
        return line(out.append(text, done, text.length()).toString());
    }

    /** Without line breaks. */
    static String line(String text) {
        return String.join(" ", text.lines().map(String::strip).toList());
    }

    private static List<Stretch> outermost(List<Stretch> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Stretch::start).thenComparing(s -> -s.end()))
                .toList();
    }
}
