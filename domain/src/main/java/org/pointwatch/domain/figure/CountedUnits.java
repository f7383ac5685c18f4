// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** What numbers count, in the words of the shipped languages, and the words that make a number no figure. */
final class CountedUnits {
    static final String BARE = "number";
    static final String PERSONS = "persons";
    static final String PERCENT = "percent";
    static final String RATIO = "ratio";

    private static final Map<String, String> NOUNS = nouns();

    private static final Set<String> CASUALTIES =
            set("killed wounded dead died injured casualties lost losses deserted fled"
                    + " displaced abducted missing deserters refugees fallen дезертир загинули загинуло загинув поранено поранені"
                    + " втратила втратили втрати убито вбито погибли погибло погиб ранены ранено потеряла потеряли потери"
                    + " getotet starben verletzt tote gefallen verlor verloren tues morts blesses perdu muertos heridos zginelo"
                    + " rannych");

    private static final Set<String> POLLED = set("ukrainians russians americans germans britons europeans poles"
            + " respondents voters people citizens residents adults men women gdp those опитаних украинцев українців"
            + " респондентов befragten der bip pib ввп");

    private static final Set<String> POLLS =
            set("poll polls survey pollsters polled опитування опрос опроса umfrage sondage encuesta sondaz");

    private static final Set<String> CHANGES =
            set("fell rose fallen risen grew dropped jumped gained surged slid climbed"
                    + " inflation gdp выросли упали зросли впали stiegen fielen");

    private CountedUnits() {}

    private static Set<String> set(String words) {
        return new HashSet<>(List.of(fold(words).split(" ")));
    }

    private static Map<String, String> nouns() {
        var nouns = new HashMap<String, String>();
        put(
                nouns,
                PERSONS,
                "troops soldiers soldier personnel servicemen servicemembers men strong prisoners captives"
                        + " fighters people військових військовослужбовців солдатів осіб людей полонених бійців человек военных"
                        + " военнослужащих солдат пленных людеи бойцов soldaten mann personen gefangene soldats hommes"
                        + " militaires prisonniers soldados efectivos militares prisioneros zolnierzy osob jencow");
        put(nouns, "days", "day days днів дні дня день дней tage tagen tag jours jour dias dia dni dzien tagige");
        put(nouns, "weeks", "week weeks тижнів тижні недель недели wochen woche semaines semanas tygodni");
        put(
                nouns,
                "months",
                "month months місяців місяці місяць месяцев месяца monate monaten mois meses miesiecy" + " miesiace");
        put(nouns, "years", "year years років роки лет года jahre jahren ans annees anos lat lata");
        put(nouns, "hours", "hour hours годин години часов часа stunden heures horas godzin");
        put(
                nouns,
                "km",
                "km kilometre kilometres kilometer kilometers кілометрів км километров kilometern kilometros"
                        + " kilometrow");
        put(nouns, "aircraft", "jets aircraft planes fighters");
        return nouns;
    }

    private static void put(Map<String, String> nouns, String unit, String words) {
        for (var word : fold(words).split(" ")) {
            nouns.putIfAbsent(word, unit);
        }
    }

    /** As {@link Words#plain} spells words. */
    private static String fold(String words) {
        return words.replace('й', 'и').replace('ї', 'і').replace('ё', 'е').replace('ґ', 'г');
    }

    /** The units that a dossier's figure names: "USD or EUR"; none if it names none. */
    static Set<String> named(@Nullable String unit) {
        if (unit == null) {
            return Set.of();
        }
        var units = new LinkedHashSet<String>();
        for (var part : unit.split(" or |,")) {
            var name = part.strip();
            units.add(name.equals("%") ? PERCENT : NOUNS.getOrDefault(name, name));
        }
        return units;
    }

    static @Nullable String counted(String plain) {
        return NOUNS.get(plain);
    }

    static boolean isCasualty(String plain) {
        return CASUALTIES.contains(plain);
    }

    static boolean isPolled(String plain) {
        return POLLED.contains(plain);
    }

    static boolean isPoll(String plain) {
        return POLLS.contains(plain);
    }

    static boolean isChange(String plain) {
        return CHANGES.contains(plain);
    }
}
