// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.Map;

/** Words that number a thing: "sixth", "6th", "sechster", "шестой". */
final class Ordinals {
    /** From the first on; a word counts that begins so. Where one begins another the longer is asked first. */
    private static final Map<String, List<String>> STEMS = Map.of(
            "en",
            List.of(
                    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth",
                    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
            "de",
            List.of(
                    "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte dreizehnte",
                    "vierzehnte funfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste"),
            "fr",
            List.of(
                    "premi deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme",
                    "douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"),
            "es",
            List.of("primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo"),
            "pl",
            List.of(
                    "pierwsz drug trzeci czwart piat szost siodm osm dziewiat dziesiat jedenast dwunast trzynast",
                    "czternast pietnast szesnast siedemnast osiemnast dziewietnast dwudziest"),
            "ru",
            List.of(
                    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат",
                    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"),
            "uk",
            List.of(
                    "перш друг трет четверт пят шост сьом восьм девят десят одинадцят дванадцят тринадцят",
                    "чотирнадцят пятнадцят шістнадцят сімнадцят вісімнадцят девятнадцят двадцят"));

    private static final int LONGEST_ENDING = 3;

    private final String[] stems;

    Ordinals(String language) {
        stems = Letters.fold(String.join(" ", STEMS.getOrDefault(language, List.of())))
                .split(" ");
    }

    /** The number that a folded word says, 0 if it says none. */
    int value(String folded) {
        var best = 0;
        for (int i = 0; i < stems.length; i++) {
            if (!stems[i].isEmpty()
                    && folded.startsWith(stems[i])
                    && folded.length() - stems[i].length() <= LONGEST_ENDING
                    && (best == 0 || stems[i].length() > stems[best - 1].length())) {
                best = i + 1;
            }
        }
        return best;
    }
}
