// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.language;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts that tell something about the language, and which languages are written in each. */
public enum Script {
    LATIN(null, "ca cs da de en es et eu fi fr ga gl hr hu id is it lt lv ms mt nl no pl pt ro sk sl sq sv sw tr vi"),
    CYRILLIC(null, "be bg kk ky mk mn ru tg uk"),
    ARABIC(null, "ar fa ps ur"),
    GREEK("el", "el"),
    HEBREW("he", "he yi"),
    HAN("zh", "ja zh"),
    KANA("ja", ""),
    HANGUL("ko", "ko"),
    GEORGIAN("ka", "ka"),
    ARMENIAN("hy", "hy"),
    THAI("th", "th"),
    /** Letters that say nothing to us. */
    OTHER(null, "");

    private static final int END_OF_LATIN = 0x250;
    private static final int CYRILLIC_FROM = 0x400;
    private static final int CYRILLIC_TO = 0x52F;
    private static final Map<String, Script> BY_LANGUAGE = new HashMap<>();

    static {
        for (var script : values()) {
            for (var language : script.languages.split(" ")) {
                BY_LANGUAGE.put(language, script);
            }
        }
    }

    private final @Nullable String usual;
    private final String languages;

    Script(@Nullable String usual, String languages) {
        this.usual = usual;
        this.languages = languages;
    }

    /** The language that a text in this script is in, as a rule; null where there are several. */
    public @Nullable String usual() {
        return usual;
    }

    /** The one script of a language; null if it has two (Serbian) or is not known here. */
    static @Nullable Script of(String language) {
        return BY_LANGUAGE.get(language);
    }

    /** The script of a letter; the two common ones without a table. */
    public static Script of(int letter) {
        if (letter < END_OF_LATIN) {
            return LATIN;
        }
        if (letter >= CYRILLIC_FROM && letter <= CYRILLIC_TO) {
            return CYRILLIC;
        }
        return of(UnicodeScript.of(letter));
    }

    private static Script of(UnicodeScript script) {
        return switch (script) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case GREEK -> GREEK;
            case HEBREW -> HEBREW;
            case HAN, BOPOMOFO -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case GEORGIAN -> GEORGIAN;
            case ARMENIAN -> ARMENIAN;
            case THAI -> THAI;
            default -> OTHER;
        };
    }
}
