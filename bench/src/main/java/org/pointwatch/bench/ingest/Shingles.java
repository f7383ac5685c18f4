// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much of the true text was found, in runs of four words, as the public benchmark of article extraction counts: the
 * precision and recall of each page, their means over all pages, and F1 of the means.
 */
final class Shingles {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LENGTH = 4;

    private double precisions;
    private double recalls;
    private double ownF1;
    private int precise;
    private int recalled;
    private int pages;

    /** @return the page's own F1 */
    double add(String truth, String found) {
        var wanted = of(truth);
        var got = of(found);
        var shared = 0;
        for (var shingle : wanted.entrySet()) {
            shared += Math.min(shingle.getValue(), got.getOrDefault(shingle.getKey(), 0));
        }
        var n = sum(wanted);
        var m = sum(got);
        if (m > 0) {
            precisions += (double) shared / m;
            precise++;
        }
        if (n > 0) {
            recalls += (double) shared / n;
            recalled++;
        }
        var f1 = n + m == 0 ? 1 : 2.0 * shared / (n + m);
        ownF1 += f1;
        pages++;
        return f1;
    }

    private static Map<String, Integer> of(String text) {
        var words = WORD.matcher(text).results().map(m -> m.group()).toList();
        var all = new HashMap<String, Integer>();
        for (var i = 0; i + LENGTH <= Math.max(words.size(), LENGTH) && !words.isEmpty(); i++) {
            all.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + LENGTH))), 1, Integer::sum);
        }
        return all;
    }

    private static int sum(Map<String, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        var precision = precise == 0 ? 0 : precisions / precise;
        var recall = recalled == 0 ? 0 : recalls / recalled;
        return String.format(
                Locale.ROOT,
                "%d pages: precision %.3f, recall %.3f, F1 %.3f; mean of the pages' own F1 %.3f",
                pages,
                precision,
                recall,
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                pages == 0 ? 0 : ownF1 / pages);
    }
}
