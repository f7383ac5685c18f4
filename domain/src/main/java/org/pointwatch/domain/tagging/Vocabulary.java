// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Cue;

/** Every word that any rule, alias or cue asks for, as a number; while it is being collected. */
final class Vocabulary {
    record Range(int term, double from, double to, @Nullable Unit unit) {}

    private final Map<Expr, Integer> ids = new HashMap<>();
    private final List<Expr> terms = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Integer, Integer> cues = new HashMap<>();
    private final Map<Integer, Integer> marks = new HashMap<>();

    int id(Expr.Word word) {
        return intern(word);
    }

    int id(Expr.Number number) {
        var fresh = !ids.containsKey(number);
        var id = intern(number);
        if (fresh) {
            ranges.add(new Range(id, number.from(), number.to(), number.unit()));
        }
        return id;
    }

    int[] ids(List<Expr.Word> words) {
        return words.stream().mapToInt(this::id).toArray();
    }

    void cue(Expr.Word word, Cue cue) {
        cues.merge(id(word), 1 << cue.ordinal(), (a, b) -> a | b);
    }

    /** Every word with this term will carry the mark, one of those of {@link WordForm}. */
    void mark(int term, int mark) {
        marks.merge(term, mark, (a, b) -> a | b);
    }

    private int intern(Expr term) {
        return ids.computeIfAbsent(term, t -> {
            terms.add(t);
            return terms.size() - 1;
        });
    }

    int size() {
        return terms.size();
    }

    Expr term(int id) {
        return terms.get(id);
    }

    List<Range> ranges() {
        return List.copyOf(ranges);
    }

    int[] cueBits() {
        return bits(cues);
    }

    int[] markBits() {
        return bits(marks);
    }

    private int[] bits(Map<Integer, Integer> masks) {
        var bits = new int[terms.size()];
        masks.forEach((term, mask) -> bits[term] = mask);
        return bits;
    }
}
