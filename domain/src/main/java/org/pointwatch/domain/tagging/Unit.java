// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a number counts, if it is money or a share: a sign beside it or a word behind it tells. */
enum Unit {
    USD("$", "dollar", "usd", "dolar", "долар", "доллар"),
    EUR("\u20AC", "euro", "eur", "євро", "евро"),
    GBP("\u00A3", "pound", "gbp", "pfund", "фунт", "funt", "libra", "livre"),
    RUB("\u20BD", "ruble", "rouble", "rubel", "rubl", "рубл"),
    UAH("\u20B4", "hryvn", "гривн", "грн"),
    PERCENT("%", "percent", "per cent", "pct", "prozent", "процент", "відсот", "procent", "pour cent", "por ciento");

    private final char sign;
    private final List<String> words;

    Unit(String sign, String... words) {
        this.sign = sign.charAt(0);
        this.words = List.of(words);
    }

    /** As a rule writes it: {@code usd}, {@code %}; null if it is none. */
    static @Nullable Unit named(String name) {
        for (var unit : values()) {
            if (unit.name().equals(name.toUpperCase(Locale.ROOT)) || name.equals(String.valueOf(unit.sign))) {
                return unit;
            }
        }
        return null;
    }

    /** The unit of the number at {@code [from, to)}, magnitude words included; null if none stands beside it. */
    static @Nullable Unit of(String text, int from, int to) {
        var before = from > 0 ? text.charAt(from - 1) : '\n';
        var next = to;
        while (next < text.length() && (Letters.isSpace(text.charAt(next)) || Letters.isHyphen(text.charAt(next)))) {
            next++;
        }
        var after = next < text.length() ? text.charAt(next) : '\n';
        for (var unit : values()) {
            if (before == unit.sign || after == unit.sign || unit.follows(text, next)) {
                return unit;
            }
        }
        return null;
    }

    private boolean follows(String text, int from) {
        for (var word : words) {
            if (text.regionMatches(true, from, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
