// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** Reads the numbers of a text with what they count. */
final class Counts {
    private static final int WORDS_TO_UNIT = 3;
    private static final int WORDS_TO_CASUALTIES = 6;
    private static final int WORDS_TO_CHANGE = 3;
    private static final double WHOLE = 100;

    /** More than that no plan is about. */
    private static final double MOST = 1e15;

    private static final Map<String, Double> PARTS = Map.ofEntries(
            Map.entry("half", 50.0),
            Map.entry("third", WHOLE / 3),
            Map.entry("quarter", 25.0),
            Map.entry("fifth", 20.0),
            Map.entry("половину", 50.0),
            Map.entry("половина", 50.0),
            Map.entry("третину", WHOLE / 3),
            Map.entry("треть", WHOLE / 3),
            Map.entry("halfte", 50.0),
            Map.entry("drittel", WHOLE / 3),
            Map.entry("moitie", 50.0),
            Map.entry("mitad", 50.0),
            Map.entry("polowe", 50.0));
    private static final Set<String> OF =
            Set.of("of", "the", "its", "their", "his", "for", "de", "des", "du", "d", "der");
    private static final Set<String> RANGE = Set.of("to", "and", "or", "bis", "до", "a", "und", "et", "do");

    private final Words words;
    private int asked = -1;
    private boolean poll;

    Counts(Words words) {
        this.words = words;
    }

    /** Null if the word is no number, or one that can be no figure. */
    @Nullable
    Count at(int word) {
        if (words.isFurniture(word)) {
            return null;
        }
        var count = Double.isNaN(words.number(word)) ? part(word) : number(word);
        return count == null || !(count.value() <= MOST) || isCasualty(word) || isPolled(count) ? null : count;
    }

    private @Nullable Count number(int word) {
        var ratio = ratio(word);
        if (ratio != null) {
            return ratio;
        }
        var start = startOf(word);
        var unit = unit(word);
        if (unit != null) {
            return new Count(word, word, words.number(word), unit.name(), start, unit.end());
        }
        var partner = rangePartner(word);
        var shared = partner < 0 ? null : unit(partner);
        return new Count(
                word, word, words.number(word), shared == null ? null : shared.name(), start, words.numberEnd(word));
    }

    /** The sign of a currency belongs to its number. */
    private int startOf(int word) {
        var start = words.start(words.numberFirst(word));
        return start > 0 && "$\u20AC\u00A3\u20BD\u20B4".indexOf(words.text().charAt(start - 1)) >= 0
                ? start - 1
                : start;
    }

    private record Named(String name, int end) {}

    private @Nullable Named unit(int word) {
        var numberEnd = words.numberEnd(word);
        var money = words.moneyOrShare(word);
        if (money != null) {
            var name = money.equals("PERCENT") ? CountedUnits.PERCENT : money.toUpperCase(Locale.ROOT);
            return new Named(name, unitEnd(word, numberEnd));
        }
        var limit = words.firstOf(words.sentenceOf(word) + 1);
        var seen = 0;
        for (int w = word + 1; w < limit && seen < WORDS_TO_UNIT; w++) {
            if (words.start(w) < numberEnd) {
                continue;
            }
            if (words.isBehindComma(w) || words.isBehindStop(w) || !Double.isNaN(words.number(w))) {
                return null;
            }
            var unit = CountedUnits.counted(words.plain(w));
            if (unit != null) {
                return new Named(unit, words.end(w));
            }
            if (++seen == 1 && !isAdjective(words.plain(w))) {
                return null;
            }
        }
        return null;
    }

    /** "600,000 Ukrainian soldiers", "800,000 men": what stands between ends like an adjective or is a nation's. */
    private static boolean isAdjective(String plain) {
        return plain.endsWith("an")
                || plain.endsWith("ish")
                || plain.endsWith("er")
                || plain.equals("of")
                || plain.equals("active")
                || plain.equals("calendar")
                || plain.equals("more")
                || plain.equals("armed")
                || plain.endsWith("их")
                || plain.endsWith("en");
    }

    private int unitEnd(int word, int numberEnd) {
        var text = words.text();
        var at = numberEnd;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0' || text.charAt(at) == '-')) {
            at++;
        }
        if (at < text.length() && "%$\u20AC\u00A3".indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        var start = words.start(words.numberFirst(word));
        var signed = start > 0 && "$\u20AC\u00A3\u20BD\u20B4".indexOf(text.charAt(start - 1)) >= 0;
        if (signed) {
            return numberEnd;
        }
        var limit = words.firstOf(words.sentenceOf(word) + 1);
        for (int w = word + 1; w < limit; w++) {
            if (words.start(w) >= numberEnd) {
                var per = w + 1 < limit && words.plain(w + 1).startsWith("cent")
                        || words.plain(w).equals("por");
                return words.end(per && w + 1 < limit ? w + 1 : w);
            }
        }
        return numberEnd;
    }

    /** "600,000 to 800,000 soldiers": the second number whose unit the first one shares, -1 if there is none. */
    private int rangePartner(int word) {
        var limit = words.firstOf(words.sentenceOf(word) + 1);
        var joined = word + 1 < limit && RANGE.contains(words.plain(word + 1)) && !words.isBehindComma(word + 1);
        var next = joined ? word + 2 : word + 1;
        if (next >= limit || Double.isNaN(words.number(next)) || !joined && !isDashed(word, next)) {
            return -1;
        }
        return next;
    }

    private boolean isDashed(int word, int next) {
        for (int i = words.end(word); i < words.start(next); i++) {
            var c = words.text().charAt(i);
            if (c == '-' || c >= '\u2010' && c <= '\u2015') {
                return true;
            }
        }
        return false;
    }

    /** "50:50", "50-50", "50/50": what adds up to a hundred; its value is the first part. */
    private @Nullable Count ratio(int word) {
        var next = word + 1;
        if (next >= words.count() || words.start(next) - words.end(word) != 1) {
            return null;
        }
        var mark = words.text().charAt(words.end(word));
        var sum = words.number(word) + words.number(next);
        if (":/-\u2013\u2010\u2011".indexOf(mark) < 0 || sum != WHOLE) {
            return null;
        }
        return new Count(word, next, words.number(word) / sum, CountedUnits.RATIO, words.start(word), words.end(next));
    }

    /** "half of the profits", "a third for each side". */
    private @Nullable Count part(int word) {
        var share = PARTS.get(words.plain(word));
        var limit = words.firstOf(words.sentenceOf(word) + 1);
        if (share == null
                || word + 1 >= limit
                || words.isBehindComma(word + 1)
                || !OF.contains(words.plain(word + 1))) {
            return null;
        }
        return new Count(word, word, share, CountedUnits.PERCENT, words.start(word), words.end(word));
    }

    private boolean isCasualty(int word) {
        var sentence = words.sentenceOf(word);
        var from = Math.max(words.firstOf(sentence), word - WORDS_TO_CASUALTIES);
        var to = Math.min(words.firstOf(sentence + 1), word + WORDS_TO_CASUALTIES + 1);
        for (int w = from; w < to; w++) {
            if (CountedUnits.isCasualty(words.plain(w))) {
                return true;
            }
        }
        return false;
    }

    /** A share of those asked, of a product, or by which something grew. */
    private boolean isPolled(Count count) {
        if (!CountedUnits.PERCENT.equals(count.unit())) {
            return false;
        }
        var word = count.word();
        var sentence = words.sentenceOf(word);
        var limit = words.firstOf(sentence + 1);
        for (int w = word + 1; w < Math.min(limit, word + 1 + WORDS_TO_UNIT + 1); w++) {
            if (words.start(w) >= count.end()
                    && CountedUnits.isPolled(words.plain(w))
                    && !words.plain(w).equals("der")) {
                return true;
            }
        }
        for (int w = Math.max(words.firstOf(sentence), word - WORDS_TO_CHANGE); w < word; w++) {
            if (CountedUnits.isChange(words.plain(w))) {
                return true;
            }
        }
        return tellsOfPoll(sentence);
    }

    /** Numbers come in text order: the answer for the last sentence is kept. */
    private boolean tellsOfPoll(int sentence) {
        if (sentence != asked) {
            asked = sentence;
            poll = false;
            for (int w = words.firstOf(sentence); w < words.firstOf(sentence + 1); w++) {
                poll |= CountedUnits.isPoll(words.plain(w));
            }
        }
        return poll;
    }
}
