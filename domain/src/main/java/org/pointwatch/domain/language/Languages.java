// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article's language is taken to be, from what its text looks like and from what its feed or page claims:
 *
 * <ol>
 *   <li>a <em>confident</em> guess stands against any claim (feeds copy "en-us" from a template);
 *   <li>else the claim, if it is a language and the text's script does not refute it ("en" over Cyrillic letters);
 *   <li>else a guess that is <em>likely</em>;
 *   <li>else nothing: unknown is better than wrong.
 * </ol>
 */
public final class Languages {
    /** From here on a guess stands against a claim. Headlines seldom get there, a paragraph nearly always does. */
    static final double CONFIDENT = 0.99;

    /** From here on a guess stands where nothing is claimed. */
    static final double LIKELY = 0.9;

    private static final int LONGEST_CODE = 3;
    private static final Map<String, String> CODES = codes();

    private Languages() {}

    /** Returns the language by the rules above, ISO 639-1, or null if it is unknown. */
    public static @Nullable String settle(@Nullable Guess identified, @Nullable String declared) {
        if (identified != null && identified.confidence() >= CONFIDENT) {
            return identified.language();
        }
        var claim = declared == null ? null : code(declared);
        if (claim != null && (identified == null || !refuted(claim, identified))) {
            return claim;
        }
        return identified != null && identified.confidence() >= LIKELY ? identified.language() : null;
    }

    /**
     * The code of ISO 639-1 in a language tag as people write them: "en-GB", "pt_BR", "ukr", " DE ", "nb". Null for what
     * is none ("und", "english", "x-default", ""). Country codes taken for languages ("ua", "cz") are understood where
     * they are no language.
     */
    public static @Nullable String code(String tag) {
        var start = tag.strip();
        var end = 0;
        while (end < start.length() && end <= LONGEST_CODE && isLetter(start.charAt(end))) {
            end++;
        }
        if (end < start.length() && start.charAt(end) != '-' && start.charAt(end) != '_') {
            return null;
        }
        return CODES.get(start.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean refuted(String claim, Guess identified) {
        var claimed = Script.of(claim);
        var seen = Script.of(identified.language());
        return claimed != null && seen != null && claimed != seen;
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
            codes.put(code, code);
        }
        var aliases = "iw he heb he ji yi yid yi in id ind id nb no nob no nn no nno no "
                + "ger de fre fr dut nl cze cs slo sk rum ro gre el chi zh mac mk ice is per fa "
                + "ua uk cz cs gr el jp ja cn zh dk da";
        var pairs = aliases.split(" ");
        for (var i = 0; i < pairs.length; i += 2) {
            codes.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(codes);
    }
}
