// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agencies, their domains and the ways in which they are written. */
final class Agencies {
    /**
     * Id, domains, spellings. A spelling in capitals (or {@code dpa}) is taken in that case alone, or in small letters where
     * a parenthesis or a field says that it is a name. A star: only where the whole field or line is the name, because the
     * letters mean other things too (PA: Pennsylvania).
     */
    private static final String TABLE =
            """
            ap | apnews.com ap.org | Associated Press; AP; AP News; Ассошиэйтед Пресс; Ассошіейтед Прес
            reuters | reuters.com | Reuters; Thomson Reuters; Рейтер; Рейтерс; Ройтерз; Рейтєр
            afp | afp.com | AFP; Agence France Presse; AFP News; АФП; Франс Пресс; Франс Прес
            tass | tass.ru tass.com | TASS; Tass*; ITAR TASS; ТАСС; ИТАР ТАСС
            ria-novosti | ria.ru rian.ru | RIA Novosti; RIA; РИА Новости; РІА Новості
            interfax | interfax.ru interfax.com | Interfax; Interfax ru; Интерфакс; Інтерфакс
            interfax-ukraine | interfax.com.ua | Interfax Ukraine; Interfax Україна; Интерфакс Украина; Інтерфакс Україна
            ukrinform | ukrinform.ua ukrinform.net ukrinform.ru ukrinform.de ukrinform.fr ukrinform.es ukrinform.pl | Ukrinform; Укринформ; Укрінформ
            unian | unian.ua unian.net unian.info | UNIAN; Unian*; УНИАН; УНІАН
            dpa | dpa.com dpa-international.com | dpa; dpa infocom; dpa AFX; Deutsche Presse Agentur; ДПА
            ansa | ansa.it | ANSA; Ansa*; AnsaMed; АНСА
            efe | efe.com | EFE; Agencia EFE; Efe*; Agencia Efe
            pap | pap.pl | PAP; Polska Agencja Prasowa; Polish Press Agency
            kyodo | kyodonews.net kyodonews.jp | Kyodo; Kyodo News; Киодо
            xinhua | xinhuanet.com news.cn | Xinhua; Xinhua News; Xinhua News Agency; Синьхуа; Сіньхуа
            yonhap | yna.co.kr | Yonhap; Yonhap News; Yonhap News Agency; Ёнхап
            pa-media | pa.media | PA Media; PA News Agency; Press Association; PA*
            anadolu | aa.com.tr | Anadolu; Anadolu Agency; Anadolu Ajansı; Anadolu Agentur; AA*
            apa | apa.at | APA; Austria Presse Agentur
            keystone-sda | keystone-sda.ch keystone-ats.ch | Keystone SDA; Keystone ATS; SDA; ATS; SDA ATS
            belga | belga.be belganewsagency.eu | Belga; Belga News Agency; Agence Belga
            anp | anp.nl | ANP; Algemeen Nederlands Persbureau
            tt | tt.se | TT; TT Nyhetsbyrån; Tidningarnas Telegrambyrå
            ntb | ntb.no | NTB; Norsk Telegrambyrå
            ritzau | ritzau.dk ritzau.com | Ritzau; Ritzaus Bureau
            stt | stt.fi | STT; STT Lehtikuva; Suomen Tietotoimisto
            bns | bns.lt bns.lv bns.ee | BNS; Baltic News Service
            ctk | ctk.cz ctk.eu ceskenoviny.cz | ČTK; CTK; Česká tisková kancelář; Czech News Agency
            mti | mti.hu | MTI; Magyar Távirati Iroda
            agerpres | agerpres.ro | Agerpres
            bta | bta.bg | BTA; БТА; Bulgarian News Agency; Българска телеграфна агенция
            lusa | lusa.pt | Lusa; Agência Lusa
            tasr | tasr.sk | TASR
            hina | hina.hr | HINA; Hina*
            tanjug | tanjug.rs | Tanjug; Танјуг
            leta | leta.lv | LETA
            elta | elta.lt | ELTA
            jiji | jiji.com | JIJI; Jiji Press
            pti | ptinews.com | PTI; Press Trust of India
            """;

    private static final int LONGEST_ACRONYM = 5;
    private static final int SHORTEST_SMALL = 3;

    private static final Map<String, String> BY_DOMAIN = new HashMap<>();
    private static final Map<String, List<Spelling>> BY_FIRST_WORD = new HashMap<>();

    static {
        TABLE.lines().forEach(Agencies::add);
        BY_FIRST_WORD
                .values()
                .forEach(all -> all.sort(Comparator.comparingInt((Spelling s) -> s.words().length)
                        .reversed()));
    }

    private Agencies() {}

    /** How sure the surroundings are that a name stands here. */
    enum Place {
        /** Running text of a line. */
        LINE,
        /** Within parentheses or slashes. */
        ENCLOSED,
        /** A field or line that has to be the name as a whole. */
        FIELD
    }

    /** A name found in tokens; {@code end} is the token after it. */
    record Found(String agency, int end) {}

    private record Spelling(String agency, String[] words, boolean acronym, boolean fieldOnly) {
        boolean allows(Token first, Place place) {
            if (fieldOnly && place != Place.FIELD) {
                return false;
            }
            var text = first.text();
            if (!acronym) {
                return place != Place.LINE || Character.isUpperCase(text.charAt(0)) || text.equals(words[0]);
            }
            var small = place != Place.LINE && text.length() >= SHORTEST_SMALL && text.equals(first.lower());
            return small || text.equals(words[0]) || text.equals(words[0].toUpperCase(Locale.ROOT));
        }
    }

    private static void add(String line) {
        var cells = line.split("\\|", -1);
        var agency = cells[0].strip();
        for (var domain : cells[1].strip().split(" ", -1)) {
            BY_DOMAIN.put(domain, agency);
        }
        for (var name : cells[2].split(";", -1)) {
            var written = name.strip();
            var fieldOnly = written.endsWith("*");
            var words = (fieldOnly ? written.substring(0, written.length() - 1) : written).split(" ", -1);
            var one = words.length == 1 && words[0].length() <= LONGEST_ACRONYM;
            var acronym = one && (words[0].equals(words[0].toUpperCase(Locale.ROOT)) || words[0].equals("dpa"));
            BY_FIRST_WORD
                    .computeIfAbsent(words[0].toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(new Spelling(agency, words, acronym || fieldOnly && one, fieldOnly));
        }
    }

    /** The longest name that begins at a token, or null. */
    static @Nullable Found at(List<Token> tokens, int start, Place place) {
        if (start >= tokens.size() || !tokens.get(start).word()) {
            return null;
        }
        for (var spelling : BY_FIRST_WORD.getOrDefault(tokens.get(start).lower(), List.of())) {
            var end = end(tokens, start, spelling.words());
            if (end > 0 && spelling.allows(tokens.get(start), place)) {
                return new Found(spelling.agency(), end);
            }
        }
        return null;
    }

    /** Words may be joined by a space, a hyphen or a point: {@code INTERFAX.RU}. */
    private static int end(List<Token> tokens, int start, String[] words) {
        var i = start + 1;
        for (var w = 1; w < words.length; w++) {
            if (i + 1 < tokens.size()
                    && tokens.get(i).joins()
                    && tokens.get(i + 1).glued()) {
                i++;
            }
            if (i >= tokens.size() || !tokens.get(i).lower().equals(words[w].toLowerCase(Locale.ROOT))) {
                return -1;
            }
            i++;
        }
        return i;
    }

    /** By the outlet's domain, whatever stands before it: {@code en.interfax.com.ua}. */
    static @Nullable String byDomain(String outlet) {
        var host = outlet.strip().toLowerCase(Locale.ROOT);
        while (!host.isEmpty()) {
            var agency = BY_DOMAIN.get(host);
            if (agency != null) {
                return agency;
            }
            var dot = host.indexOf('.');
            host = dot < 0 ? "" : host.substring(dot + 1);
        }
        return null;
    }
}
