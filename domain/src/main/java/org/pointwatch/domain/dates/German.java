// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The German words of dates. */
final class German {
    private German() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.dottedOrdinals = true;
        words.months("januar jan, februar feb, märz, april apr, mai, juni, juli, august aug, september sept sep,"
                        + " oktober okt, november nov, dezember dez")
                .weekdays("montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag")
                .abbreviated("jan feb apr aug sept sep okt nov dez")
                .numbers(2, 1, "zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf")
                .numbers(100, 900, "hundert, tausend")
                .ordinals(
                        1,
                        1,
                        "erste ersten erster erstes, zweite zweiten zweiter, dritte dritten drittes, vierte"
                                + " vierten viertes")
                .roles(Role.A, "ein eine einem einen einer")
                .roles(Role.FEW, "einige einigen wenige wenigen")
                .roles(Role.SPRING, "frühjahr frühling")
                .roles(Role.SUMMER, "sommer")
                .roles(Role.AUTUMN, "herbst")
                .roles(Role.WINTER, "winter");
        units(words);
        relations(words);
        bounds(words);
        holidays(words);
        return words;
    }

    private static void units(Words words) {
        words.unit(Unit.MINUTE, "minute minuten")
                .unit(Unit.HOUR, "stunde stunden")
                .unit(Unit.DAY, "tag tage tagen tages")
                .unit(Unit.WORKDAY, "werktag werktage werktagen")
                .unit(Unit.WEEKEND, "wochenende wochenendes wochenenden")
                .unit(Unit.WEEK, "woche wochen")
                .unit(Unit.MONTH, "monat monate monaten monats")
                .unit(Unit.QUARTER, "quartal quartale quartals")
                .unit(Unit.YEAR, "jahr jahre jahren jahres")
                .unit(Unit.DECADE, "jahrzehnt jahrzehnte")
                .add("tage tagen wochen monate monaten jahre jahren", w -> w.plural = true);
    }

    private static void relations(Words words) {
        words.roles(Role.THE, "der die das dem den des")
                .roles(Role.OF, "des von der")
                .roles(Role.THIS, "dieser diese dieses diesen diesem laufenden laufende")
                .roles(Role.NEXT, "nächste nächsten nächster nächstes nächstem")
                .roles(Role.COMING, "kommende kommenden kommender kommendes kommendem")
                .roles(
                        Role.LAST,
                        "letzte letzten letzter letztes letztem vorige vorigen voriger vergangene vergangenen"
                                + " vergangener")
                .roles(Role.START, "anfang beginn")
                .roles(Role.MIDDLE | Role.MID, "mitte")
                .roles(Role.END, "ende")
                .roles(Role.EARLY, "früh")
                .roles(Role.TODAY, "heute")
                .roles(Role.TOMORROW | Role.DAYPART, "morgen")
                .roles(Role.YESTERDAY, "gestern")
                .roles(Role.DAY_AFTER_TOMORROW, "übermorgen")
                .roles(Role.DAY_BEFORE_YESTERDAY, "vorgestern")
                .roles(Role.DAYPART, "abend nachmittag vormittag nacht")
                .roles(Role.NOW, "jetzt")
                .roles(Role.LATE, "später spät")
                .roles(Role.THAN, "als")
                .roles(Role.NO, "nicht")
                .roles(Role.GIVES, "gibt gab hat haben hatte")
                .roles(Role.LIMIT, "frist ultimatum");
    }

    private static void bounds(Words words) {
        words.roles(Role.IN, "in im")
                .roles(Role.WITHIN, "innerhalb binnen")
                .roles(Role.ON, "am")
                .roles(Role.AT, "um")
                .roles(Role.AND, "und")
                .roles(Role.OR, "oder")
                .roles(Role.FROM, "vom von")
                .roles(Role.TO, "bis zum zur")
                .roles(Role.BETWEEN, "zwischen")
                .roles(Role.UNTIL, "bis spätestens")
                .roles(Role.BEFORE | Role.AGO_BEFORE, "vor")
                .roles(Role.SINCE, "seit ab")
                .roles(Role.AFTER, "nach")
                .roles(Role.NOON, "mittag")
                .roles(Role.MIDNIGHT, "mitternacht")
                .roles(Role.CLOCK, "uhr")
                .roles(Role.TIME, "zeit")
                .add("ab wird werden soll sollen muss müssen will wollen kann", w -> w.ahead = true)
                .add("sagte war waren hatte hatten erklärte teilte traf trafen", w -> w.behind = true);
    }

    private static void holidays(Words words) {
        words.days(Holidays.on(Month.DECEMBER, 24), 1, "heiligabend")
                .days(Holidays.on(Month.DECEMBER, 25), 1, "weihnachten")
                .days(Holidays.on(Month.DECEMBER, 31), 1, "silvester")
                .days(Holidays.on(Month.JANUARY, 1), 1, "neujahr")
                .days(Holidays.on(Month.OCTOBER, 3), 1, "tag_der_deutschen_einheit")
                .days(Holidays.easter(0), 1, "ostern ostersonntag")
                .days(Holidays.easter(-2), 1, "karfreitag")
                .days(Holidays.easter(1), 1, "ostermontag")
                .days(Holidays.easter(39), 1, "christi_himmelfahrt")
                .days(Holidays.easter(49), 1, "pfingsten");
    }
}
