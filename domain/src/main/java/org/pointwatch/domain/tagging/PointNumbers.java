// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanVersion;

/**
 * Points that a text calls by their number: "point 6", "points 6, 7 and 12", "the sixth item". Which point that is
 * depends on the plan version that is spoken of: the one cited in the sentence, else the last one cited before it in
 * its paragraph, else the only one cited in the article, else the only one known on the article's day. Where several
 * are left they must agree, else nothing is found.
 */
final class PointNumbers {
    record Plan(String id, LocalDate date, List<Query> cited, Map<Integer, Integer> points) {}

    private static final int MOST_NUMBERS = 30;
    private static final Set<String> RANGES =
            Set.of("to", "through", "bis", "a", "\u00E0", "do", "\u043F\u043E", "\u0434\u043E");

    private final List<Plan> plans = new ArrayList<>();
    private final boolean unused;

    PointNumbers(Dossier dossier, Languages languages, QueryCompiler compiler, Vocabulary vocabulary) {
        for (var plan : dossier.plans()) {
            var cited = languages.rules(plan.cited()).stream()
                    .map(r -> compiler.compile(r.text()))
                    .toList();
            plans.add(new Plan(plan.id(), plan.date(), cited, numbers(plan, dossier)));
        }
        var words = new ArrayList<String>();
        words.addAll(dossier.numbering().getOrDefault(languages.own(), List.of()));
        words.addAll(dossier.numbering().getOrDefault(Languages.ANY, List.of()));
        unused = words.isEmpty();
        for (var word : words) {
            compiler.phrases().words(word).forEach(w -> vocabulary.mark(vocabulary.id(w), WordForm.NUMBERING));
        }
    }

    private static Map<Integer, Integer> numbers(PlanVersion plan, Dossier dossier) {
        var points = new HashMap<Integer, Integer>();
        for (int p = 0; p < dossier.points().size(); p++) {
            for (var number : dossier.points().get(p).numbers().getOrDefault(plan.id(), List.of())) {
                points.put(number, p);
            }
        }
        return points;
    }

    /** Adds to what was found: for each point its evidence. */
    void find(
            Tokens tokens,
            Scope scope,
            @Nullable LocalDate day,
            @Nullable List<Evidence>[] found,
            SentenceIndex index,
            List<String> points) {
        if (unused) {
            return;
        }
        var citations = new Citations(plans, tokens, scope);
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.marked(t, WordForm.NUMBERING) && !tokens.is(t, Tokens.FURNITURE)) {
                var reference = reference(tokens, t);
                if (!reference.numbers().isEmpty()) {
                    settle(reference, tokens, citations, day, found, index, points);
                }
            }
        }
    }

    private record Reference(int from, int to, List<Integer> numbers) {}

    private static Reference reference(Tokens tokens, int word) {
        var sentence = tokens.sentenceOf(word);
        var first = tokens.sentenceFrom[sentence];
        if (word > first && tokens.form[word - 1].ordinal > 0) {
            var tens = word - 1 > first && tokens.form[word - 2].spelled == 20 && tokens.form[word - 1].ordinal < 10;
            var value = tokens.form[word - 1].ordinal + (tens ? 20 : 0);
            return new Reference(word - (tens ? 2 : 1), word, List.of(value));
        }
        return behind(tokens, word, tokens.sentenceFrom[sentence + 1]);
    }

    /** "6", "6 and 7", "6, 7 and 12", "6 to 8". */
    private static Reference behind(Tokens tokens, int word, int limit) {
        var numbers = new ArrayList<Integer>();
        var last = word;
        for (int t = word + 1; t < limit && numbers.size() < MOST_NUMBERS; t++) {
            var number = number(tokens, t);
            var joins = number == 0 && last > word && (isAnd(tokens, t) || isTo(tokens, t)) && t + 1 < limit;
            if (joins) {
                number = number(tokens, ++t);
            }
            if (number == 0) {
                break;
            }
            if (last > word && isRange(tokens, last, t)) {
                for (int n = numbers.get(numbers.size() - 1) + 1; n < number && numbers.size() < MOST_NUMBERS; n++) {
                    numbers.add(n);
                }
            }
            numbers.add(number);
            last = t;
        }
        return new Reference(word, last, numbers);
    }

    private static boolean isAnd(Tokens tokens, int token) {
        return (tokens.form[token].cues & 1 << Cue.AND.ordinal()) != 0;
    }

    private static boolean isTo(Tokens tokens, int token) {
        return RANGES.contains(tokens.text.substring(tokens.start[token], tokens.end[token]));
    }

    private static int number(Tokens tokens, int token) {
        var form = tokens.form[token];
        var value = Double.isNaN(form.number) ? form.spelled : form.number;
        var next = tokens.end[token];
        var share = next < tokens.text.length() && tokens.text.charAt(next) == '%';
        return value >= 1 && value <= MOST_NUMBERS && value == Math.rint(value) && !share ? (int) value : 0;
    }

    /** "6 to 8", "6-8", "6 bis 8". */
    private static boolean isRange(Tokens tokens, int a, int b) {
        if (b == a + 1) {
            return tokens.is(b, Tokens.HYPHEN_BEFORE)
                    || tokens.is(b, Tokens.STOP_BEFORE) && Letters.isDash(tokens.text.charAt(tokens.end[a]));
        }
        return isTo(tokens, a + 1);
    }

    private void settle(
            Reference reference,
            Tokens tokens,
            Citations citations,
            @Nullable LocalDate day,
            @Nullable List<Evidence>[] found,
            SentenceIndex index,
            List<String> points) {
        var sentence = tokens.sentenceOf(reference.from());
        var meant = meant(citations, sentence, day);
        for (var number : reference.numbers()) {
            var readings = new HashSet<@Nullable Integer>();
            meant.forEach(p -> readings.add(p.points().get(number)));
            var point = readings.size() == 1 ? readings.iterator().next() : null;
            if (point != null) {
                var rule = points.get(point) + "/" + meant.get(0).id() + "/" + number;
                var evidence = new Evidence(
                        tokens.start[reference.from()], tokens.end[reference.to()], index.of(sentence), rule);
                PointFinder.add(found, point, evidence);
            }
        }
    }

    private List<Plan> meant(Citations citations, int sentence, @Nullable LocalDate day) {
        var cited = citations.of(sentence);
        return cited.isEmpty()
                ? plans.stream()
                        .filter(p -> day == null || !p.date().isAfter(day))
                        .toList()
                : cited;
    }
}
