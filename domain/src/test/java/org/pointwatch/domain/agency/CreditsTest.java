// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class CreditsTest {
    private static final String PROSE =
            "The envoys met again in the morning and went through the draft line by line before they left for lunch.";

    private static String inText(String text) {
        return words(Credits.of(null, null, null, text));
    }

    private static String words(Credit credit) {
        return credit == null ? "none" : credit.agency() + " " + credit.where();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "KYIV, Nov 23 (Reuters) - Two envoys left the city | reuters",
                "GENEVA (AP) — The text was shorter by noon | ap",
                "PARIS, 23 nov (AFP) - Les émissaires sont repartis | afp",
                "Kyiv (Ukraine), Nov 23, 2025 (AFP) – The mayor waited | afp",
                "GENF (dpa) Die Unterhändler reisten ab | dpa",
                "Genf/Berlin (dpa) - Die Unterhändler reisten ab | dpa",
                "Genf (dpa/mj) - Die Unterhändler reisten ab | dpa",
                "Wien (APA/dpa) - Die Unterhändler reisten ab | apa",
                "Bern, 23.11. (Keystone-SDA) Der Bundesrat lud ein | keystone-sda",
                "МОСКВА, 23 ноября. /ТАСС/. Переговорщики уехали | tass",
                "MOSCOW, November 23. /TASS/. The envoys left | tass",
                "МОСКВА, 23 ноя - РИА Новости. Переговорщики уехали | ria-novosti",
                "Киев. 23 ноября. ИНТЕРФАКС - Переговорщики уехали | interfax",
                "Москва. 23 ноября. INTERFAX.RU - Переговорщики уехали | interfax",
                "Київ. 23 листопада. Інтерфакс-Україна - Перемовники поїхали | interfax-ukraine",
                "(ANSA) - ROMA, 23 NOV - Gli inviati sono partiti | ansa",
                "Kiev, 23 nov (EFE).- Los enviados se fueron | efe",
                "(Reuters) Two envoys left the city | reuters",
                "BEIJING, Nov. 23 (Xinhua) -- The envoys left | xinhua",
                "SEOUL, Nov. 23 (Yonhap) -- The envoys left | yonhap",
                "Praha 23. listopadu (ČTK) - Vyslanci odjeli | ctk",
                "Budapest, 2025. november 23., vasárnap (MTI) - A küldöttek elutaztak | mti",
                "București, 23 nov /Agerpres/ - Trimișii au plecat | agerpres",
                "Sofia, November 23 (BTA) - The envoys left | bta",
                "VILNIUS, lapkr. 23 d., BNS. Pasiuntiniai išvyko | bns",
                "Oslo (NTB): Utsendingene reiste | none",
                "OSLO (NTB): Utsendingene reiste | ntb",
                "ANKARA (AA) - Temsilciler ayrıldı | none"
            })
    void readsADateline(String text, String agency) {
        assertThat(inText(text + " " + PROSE)).isEqualTo(agency.equals("none") ? "none" : agency + " DATELINE");
        assertThat(inText("Envoys leave\n\n23 November 2025\n" + text + "\n" + PROSE))
                .isEqualTo(agency.equals("none") ? "none" : agency + " DATELINE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reuters | reuters BYLINE",
                "reuters | reuters BYLINE",
                "By Jane Roe, Associated Press | ap BYLINE",
                "JANE ROE Associated Press | ap BYLINE",
                "The Associated Press | ap BYLINE",
                "Agence France-Presse | afp BYLINE",
                "Jane Roe (AFP) | afp BYLINE",
                "AFP/Jane Roe | afp BYLINE",
                "Von dpa | dpa BYLINE",
                "dpa | dpa BYLINE",
                "Reuters Staff | reuters BYLINE",
                "Reuters and AFP | reuters BYLINE",
                "PA Media | pa-media BYLINE",
                "Интерфакс-Украина | interfax-ukraine BYLINE",
                "ТАСС | tass BYLINE",
                "Укрінформ | ukrinform BYLINE",
                "Anadolu Agency | anadolu BYLINE",
                "Jane Roe with Reuters | reuters PART",
                "Le Monde avec AFP | afp PART",
                "Max Muster mit Material von dpa und AFP | dpa PART",
                "Jane Roe | none",
                "Ap Khang | none",
                "Pa Ndiaye | none",
                "Thomas Belga | none",
                "AP Photo/Jane Roe | none",
                "Photo by Reuters | none",
                "Reuters Institute | none",
                "AFP via Getty Images | none",
                "The Kyiv Press | none"
            })
    void readsTheAuthor(String author, String credit) {
        assertThat(words(Credits.of(null, author, "daily.example", PROSE))).isEqualTo(credit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reuters.com | reuters",
                "en.interfax.com.ua | interfax-ukraine",
                "interfax.ru | interfax",
                "apnews.com | ap",
                "english.kyodonews.net | kyodo",
                "Reuters | reuters",
                "AP News | ap",
                "Ukrinform | ukrinform",
                "Укрінформ | ukrinform",
                "UNIAN news agency | unian"
            })
    void knowsAnOutletThatIsAnAgency(String outlet, String agency) {
        assertThat(words(Credits.of(null, "Jane Roe", outlet, PROSE))).isEqualTo(agency + " OUTLET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"daily.example", "notreuters.com", "reuters.com.evil.example", "Reuters: World", "Pap", "", "..."
            })
    void takesNoOtherOutletForOne(String outlet) {
        assertThat(Credits.of(null, null, outlet, PROSE)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Reuters | reuters BYLINE",
                "By JANE ROE, Associated Press Writer | ap BYLINE",
                "Von Max Muster, dpa | dpa BYLINE",
                "Par Jeanne Roe avec AFP | afp PART",
                "(with Reuters) | reuters PART",
                "© 2025 AFP | afp CREDIT_LINE",
                "© AFP | none",
                "Reuters | none",
                "Source: Reuters | none",
                "Джерело: Reuters | none",
                "Photo: Reuters | none",
                "By Reuters' own count | none",
                "By AP's count thirty were hurt | none"
            })
    void readsALineAtTheBeginning(String line, String credit) {
        assertThat(inText(line + "\n" + PROSE + "\n" + PROSE)).isEqualTo(credit);
    }

    @Test
    void readsTheAgencyBelowAByline() {
        assertThat(inText("Envoys leave\nBy Jane Roe\nAssociated Press\n" + PROSE))
                .isEqualTo("ap BYLINE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The Associated Press contributed to this report. | ap CREDIT_LINE",
                "The Daily's Jane Roe and The Associated Press contributed to this report. | ap CREDIT_LINE",
                "Associated Press contributed | ap CREDIT_LINE",
                "AP writers Jane Roe in Geneva and John J. Doe in Kyiv contributed to this report. | ap CREDIT_LINE",
                "(c) 2025 AFP | afp CREDIT_LINE",
                "© dpa-infocom, dpa:251123-930-330000/1 | dpa CREDIT_LINE",
                "dpa:251123-930-330000/1 | dpa CREDIT_LINE",
                "Copyright 2025 The Associated Press. All rights reserved. | ap CREDIT_LINE",
                "Copyright (c) 2025 AFP. | afp CREDIT_LINE",
                "/ritzau/ | ritzau CREDIT_LINE",
                "==Kyodo | kyodo CREDIT_LINE",
                "(©NTB) | ntb CREDIT_LINE",
                "Source: TASS | tass CREDIT_LINE",
                "Quelle: dpa | dpa CREDIT_LINE",
                "Źródło: PAP | pap CREDIT_LINE",
                "Джерело: Укрінформ | ukrinform CREDIT_LINE",
                "(APA/dpa) | apa CREDIT_LINE",
                "with Reuters | reuters PART",
                "(with AFP and Reuters) | afp PART",
                "se/ul (afp, dpa) | afp PART",
                "Foto: © dpa | none",
                "Rubio in Geneva © AFP | none",
                "© AFP/Jane Roe | none",
                "© picture alliance/dpa | none",
                "Interfax-Ukraine quoted the minister | none",
                "Follow us on AP | none"
            })
    void readsALineAtTheEnd(String line, String credit) {
        assertThat(inText(PROSE + "\n" + PROSE + "\n" + line)).isEqualTo(credit);
    }

    @Test
    void readsBracketsAfterTheLastSentence() {
        assertThat(inText(PROSE + " \"Nie wiem\", powiedział rzecznik. (PAP)\n\nmws/ akl/"))
                .isEqualTo("pap CREDIT_LINE");
        assertThat(inText(PROSE + "(ANSA).")).isEqualTo("ansa CREDIT_LINE");
        assertThat(inText(PROSE + "\nThe envoys in the hall (Reuters)")).isEqualTo("none");
        assertThat(inText(PROSE + " So he was told (by AFP).")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister told Reuters that no text was agreed.",
                "According to TASS, the envoys will return on Monday.",
                "A strike was reported by AFP late on Sunday. Reuters reported the same.",
                "Interfax-Ukraine quoted the minister as saying that talks go on.",
                "Reuters, citing two officials, said the cap stays.",
                "On November 23, Reuters – citing two officials – said the cap stays.",
                "On Nov. 23, 2025, Reuters, which saw the draft, wrote about it.",
                "Міністр сказав агентству Reuters, що тексту немає. Про це повідомляє Укрінформ.",
                "Как сообщает ТАСС, переговорщики вернутся в понедельник.",
                "Об этом 23 ноября сообщил Интерфакс.",
                "Das sagte er der Deutschen Presse-Agentur. Zuvor hatte die dpa berichtet.",
                "Selon l'AFP, les émissaires reviendront. L'AFP a vu le texte.",
                "He spoke with Reuters (AFP had asked first) - and left.",
                "An AP photographer was at the scene. AP contributed to the confusion.",
                "Erie (PA) - The town hall was full.",
                "Zelenskyy speaks to reporters in Kyiv (Reuters)"
            })
    void takesNoMentionForACredit(String text) {
        assertThat(inText(text)).isEqualTo("none");
        assertThat(inText(text + "\n" + PROSE)).isEqualTo("none");
        assertThat(inText(PROSE + "\n" + text + "\n" + PROSE)).isEqualTo("none");
        assertThat(inText(PROSE + "\n" + text)).isEqualTo("none");
    }

    @Test
    void believesWhatTheFeedSaysAndThenTheStrongestCredit() {
        var text = "KYIV, Nov 23 (Reuters) - " + PROSE + "\n(c) 2025 AFP";
        assertThat(words(Credits.of("Agence France-Presse", "dpa", "apnews.com", text)))
                .isEqualTo("afp FEED");
        assertThat(words(Credits.of("some desk", "dpa", "apnews.com", text))).isEqualTo("dpa BYLINE");
        assertThat(words(Credits.of(null, "Jane Roe with PAP", "apnews.com", text)))
                .isEqualTo("reuters DATELINE");
        assertThat(words(Credits.of(null, null, "apnews.com", PROSE + "\n(c) 2025 AFP")))
                .isEqualTo("ap OUTLET");
        assertThat(words(Credits.of(null, "Jane Roe with PAP", null, PROSE))).isEqualTo("pap PART");
        assertThat(Credits.agency(null, "Jane Roe with PAP", null, PROSE)).isNull();
        assertThat(Credits.agency(null, "Jane Roe, PAP", null, PROSE)).isEqualTo("pap");
    }

    @Test
    void takesThePictureAboveAShortTextForNoCredit() {
        assertThat(inText("© AFP\n" + PROSE)).isEqualTo("none");
        assertThat(inText("Reuters\n" + PROSE)).isEqualTo("none");
        assertThat(inText("Reuters")).isEqualTo("none");
    }

    @Test
    void looksAtTheTwoEndsOnly() {
        var far = (PROSE + "\n").repeat(30);
        assertThat(inText(far + "KYIV, Nov 23 (Reuters) - " + PROSE + "\n" + far))
                .isEqualTo("none");
        assertThat(inText("x".repeat(Lines.REACH) + "\n(c) 2025 AFP")).isEqualTo("afp CREDIT_LINE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "/", "A ", "AP ", "© ", "By ", "(AP ", "\n", "with ", "The AP. ", "\ud800", "AP-", "23. "})
    void isQuickOnHostileText(String piece) {
        var text = piece.repeat(5_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (var i = 0; i < 200; i++) {
                Credits.of(text, text, text, text);
            }
        });
    }

    @Test
    void takesEmptyText() {
        assertThat(Credits.of("", "", "", "")).isNull();
        assertThat(Credits.of(null, null, null, "\n \u00a0\n")).isNull();
    }
}
