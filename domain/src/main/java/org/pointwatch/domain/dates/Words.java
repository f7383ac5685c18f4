// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pointwatch.domain.tagging.Letters;

/**
 * The words of one language that dates are made of: a table that is asked for every word of a text, so it first looks
 * at length and first letter.
 */
final class Words {
    private static final int SLOTS = 1 << 12;
    private static final int LETTERS = 0x530;
    private static final int LONGEST = 31;

    private final Map<String, Word> all = new HashMap<>();
    private final int[] lengths = new int[LETTERS];
    private final String[] keys = new String[SLOTS];
    private final Word[] values = new Word[SLOTS];

    /** Whether "next" may follow its noun: "semaine prochaine". */
    boolean relationBehind;

    /** Whether the word for year may follow a year: "2025 року". */
    boolean yearBehind;

    /** Whether a full stop makes a number an ordinal, as in "27. November". */
    boolean dottedOrdinals;

    /** Whether dates in digits never begin with the month. */
    private boolean dayFirst;

    Words dayFirst() {
        dayFirst = true;
        return this;
    }

    boolean isDayFirst() {
        return dayFirst;
    }

    Words add(String spellings, Consumer<Word> meaning) {
        for (var spelling : spellings.split(" ")) {
            meaning.accept(word(Letters.fold(spelling.replace("'", ""))));
        }
        return this;
    }

    Words roles(long roles, String spellings) {
        return add(spellings, w -> w.roles |= roles);
    }

    Words unit(Unit unit, String spellings) {
        return add(spellings, w -> w.unit = unit);
    }

    /** Month by month, a comma between them. */
    Words months(String spellings) {
        var lists = spellings.split(", *");
        for (int i = 0; i < lists.length; i++) {
            var month = i + 1;
            add(lists[i], w -> w.month = month);
        }
        return this;
    }

    /** From Monday on. */
    Words weekdays(String spellings) {
        var lists = spellings.split(", *");
        for (int i = 0; i < lists.length; i++) {
            var day = i + 1;
            add(lists[i], w -> w.weekday = day);
        }
        return this;
    }

    /** From {@code first} on by steps; a comma between numbers. */
    Words numbers(int first, int step, String spellings) {
        var lists = spellings.split(", *");
        for (int i = 0; i < lists.length; i++) {
            var value = first + i * step;
            add(lists[i], w -> w.number = value);
        }
        return this;
    }

    Words ordinals(int first, int step, String spellings) {
        var lists = spellings.split(", *");
        for (int i = 0; i < lists.length; i++) {
            var value = first + i * step;
            add(lists[i], w -> w.ordinal = value);
        }
        return this;
    }

    Words shaky(String spellings) {
        return add(spellings, w -> w.shaky = true);
    }

    Words abbreviated(String spellings) {
        return add(spellings, w -> w.abbreviated = true);
    }

    /** @param names with the words of each joined by a low line */
    Words days(DayName.Rule rule, int days, String names) {
        for (var name : names.split(" ")) {
            var words = name.replace("'s", "").replace("'", "").split("_");
            for (int i = 0; i < words.length; i++) {
                words[i] = Letters.fold(words[i]);
            }
            word(words[0]).names.add(new DayName(words, rule, days));
        }
        return this;
    }

    private Word word(String folded) {
        var had = all.get(folded);
        if (had != null) {
            return had;
        }
        var word = new Word();
        all.put(folded, word);
        lengths[folded.charAt(0)] |= 1 << Math.min(LONGEST, folded.length());
        var slot = hash(folded) & SLOTS - 1;
        while (values[slot] != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        keys[slot] = folded;
        values[slot] = word;
        return word;
    }

    private static int hash(String folded) {
        var hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash * 31 + folded.charAt(i);
        }
        return hash ^ hash >>> 15;
    }

    /** Whether a word may be known: by its first letter and length; invisible characters are counted in neither. */
    boolean mayKnow(char first, int length) {
        var c = Letters.fold(first);
        return c < LETTERS && (lengths[c] & 1 << Math.min(LONGEST, length)) != 0;
    }

    /** What is known of the word from here to there. */
    Word get(String text, int from, int to) {
        if (!mayKnow(text.charAt(from), to - from)) {
            return Word.NONE;
        }
        var hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + Letters.fold(text.charAt(i));
        }
        hash ^= hash >>> 15;
        for (var slot = hash & SLOTS - 1; ; slot = slot + 1 & SLOTS - 1) {
            var word = values[slot];
            if (word == null) {
                return Word.NONE;
            }
            if (is(keys[slot], text, from, to)) {
                return word;
            }
        }
    }

    private static boolean is(String key, String text, int from, int to) {
        if (key.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (key.charAt(i - from) != Letters.fold(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
