// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "de, 0.999, en-us, de", // the template's claim
                "de, 0.98, en-us, en", // a headline's guess
                "ru, 0.93, en, ru", // refuted by the script, and likely
                "ru, 0.60, en, -", // refuted by the script, and not likely
                "he, 0.95, yi, yi", // another language of the same script
                "zh, 0.95, ja, ja",
                "hr, 0.95, sr, sr", // Serbian has two scripts
                "pl, 0.91, -, pl",
                "pl, 0.89, -, -",
                "pl, 0.91, english, pl",
                "pl, 0.50, xx, -"
            })
    void settlesByTheRules(String guess, double confidence, String declared, String settled) {
        assertThat(Languages.settle(new Guess(guess, confidence), declared)).isEqualTo(settled);
    }

    @Test
    void takesTheClaimWhereThereIsNothingToJudge() {
        assertThat(Languages.settle(null, "uk-UA")).isEqualTo("uk");
        assertThat(Languages.settle(null, "zxx")).isNull();
        assertThat(Languages.settle(null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "EN_us, en",
        "' De ', de",
        "pt-BR, pt",
        "ukr, uk",
        "deu, de",
        "ger, de",
        "zh-Hant-TW, zh",
        "ua, uk",
        "cz, cs",
        "nb-NO, no",
        "nn, no",
        "iw, he",
        "in, id",
        "he, he",
        "en-, en"
    })
    void readsTagsAsPeopleWriteThem(String tag, String code) {
        assertThat(Languages.code(tag)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "x-default", "und", "mul", "xx", "english", "e", "en/de", "en,de", "укр", "12"})
    void ignoresWhatIsNoLanguage(String tag) {
        assertThat(Languages.code(tag)).isNull();
    }

    @Test
    void refusesAGuessThatIsNone() {
        assertThatThrownBy(() -> new Guess("eng", 1)).hasMessageContaining("eng");
        assertThatThrownBy(() -> new Guess("en", Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void knowsTheScriptOfALetter() {
        assertThat(Script.of('é')).isEqualTo(Script.LATIN);
        assertThat(Script.of('ệ')).isEqualTo(Script.LATIN);
        assertThat(Script.of('ї')).isEqualTo(Script.CYRILLIC);
        assertThat(Script.of('ア')).isEqualTo(Script.KANA);
        assertThat(Script.of("𠮷".codePointAt(0))).isEqualTo(Script.HAN);
        assertThat(Script.of("sr")).isNull();
    }
}
