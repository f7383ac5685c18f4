// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The Polish words of dates. */
final class Polish {
    private Polish() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.yearBehind = true;
        words.months("styczeń stycznia styczniu, luty lutego lutym, marzec marca marcu, kwiecień kwietnia kwietniu, maj"
                        + " maja maju, czerwiec czerwca czerwcu, lipiec lipca lipcu, sierpień sierpnia sierpniu,"
                        + " wrzesień września wrześniu, październik października październiku, listopad listopada"
                        + " listopadzie, grudzień grudnia grudniu")
                .weekdays(
                        "poniedziałek poniedziałku poniedziałkiem, wtorek wtorku, środa środę środy, czwartek czwartku,"
                                + " piątek piątku, sobota sobotę soboty, niedziela niedzielę niedzieli")
                .numbers(2, 1, "dwa dwie dwóch, trzy trzech, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć")
                .numbers(100, 900, "sto, tysiąc")
                .roles(Role.FEW, "kilka kilku");
        words.unit(Unit.HOUR, "godzina godziny godzin godzinę")
                .unit(Unit.DAY, "dzień dnia dni dniach dniem")
                .unit(Unit.WEEKEND, "weekend weekendu weekendzie")
                .unit(Unit.WEEK, "tydzień tygodnia tygodniu tygodnie tygodni")
                .unit(Unit.MONTH, "miesiąc miesiąca miesiącu miesiące miesięcy")
                .unit(Unit.QUARTER, "kwartał kwartału kwartale")
                .unit(Unit.YEAR, "rok roku lata lat r")
                .add("dni tygodni miesięcy lat", w -> w.plural = true);
        relations(words);
        return words;
    }

    private static void relations(Words words) {
        words.roles(Role.THIS, "tego tym ten tę ta bieżącego")
                .roles(Role.NEXT, "następnego następnym przyszłego przyszłym następny przyszły następnej")
                .roles(Role.LAST, "zeszłego zeszłym ubiegłego ubiegłym ostatnie ostatnich miniony")
                .roles(Role.COMING, "najbliższe najbliższych najbliższy")
                .roles(Role.START, "początek początku")
                .roles(Role.MIDDLE, "połowa połowie połowy")
                .roles(Role.END, "koniec końca końcu")
                .roles(Role.AGO, "temu")
                .roles(Role.TODAY, "dziś dzisiaj")
                .roles(Role.TOMORROW, "jutro jutra")
                .roles(Role.YESTERDAY, "wczoraj")
                .roles(Role.DAY_AFTER_TOMORROW, "pojutrze")
                .roles(Role.DAY_BEFORE_YESTERDAY, "przedwczoraj")
                .roles(Role.IN | Role.ON, "w we na")
                .roles(Role.IN, "za")
                .roles(Role.WITHIN, "ciągu")
                .roles(Role.AND, "i a")
                .roles(Role.OR, "lub albo")
                .roles(Role.FROM | Role.SINCE, "od")
                .roles(Role.TO | Role.UNTIL, "do")
                .roles(Role.BETWEEN, "między pomiędzy")
                .roles(Role.BEFORE, "przed")
                .roles(Role.AFTER, "po")
                .roles(Role.AT, "o")
                .roles(Role.MIDNIGHT, "północ północy")
                .roles(Role.LATE, "później")
                .roles(Role.NO, "nie")
                .roles(Role.THAN, "niż")
                .days(Holidays.on(Month.DECEMBER, 25), 1, "boże_narodzenie bożego_narodzenia")
                .days(Holidays.on(Month.NOVEMBER, 11), 1, "święto_niepodległości święta_niepodległości")
                .days(Holidays.on(Month.JANUARY, 1), 1, "nowy_rok nowego_roku")
                .days(Holidays.easter(0), 1, "wielkanoc wielkanocy");
    }
}
