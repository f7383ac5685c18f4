// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The French words of dates. */
final class French {
    private French() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.relationBehind = true;
        words.months("janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre")
                .weekdays("lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche")
                .numbers(2, 1, "deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze")
                .numbers(100, 900, "cent, mille")
                .ordinals(1, 1, "premier première, deuxième second seconde, troisième, quatrième")
                .roles(Role.SUFFIX, "er e ère ème")
                .roles(Role.A, "un une")
                .roles(Role.FEW, "quelques plusieurs")
                .roles(Role.SPRING, "printemps")
                .roles(Role.AUTUMN, "automne")
                .roles(Role.WINTER, "hiver");
        units(words);
        relations(words);
        bounds(words);
        holidays(words);
        return words;
    }

    private static void units(Words words) {
        words.unit(Unit.MINUTE, "minute minutes")
                .unit(Unit.HOUR, "heure heures")
                .unit(Unit.DAY, "jour jours")
                .unit(Unit.WEEKEND, "weekend")
                .unit(Unit.WEEK, "semaine semaines")
                .unit(Unit.MONTH, "mois")
                .unit(Unit.QUARTER, "trimestre trimestres")
                .unit(Unit.HALF, "semestre semestres")
                .unit(Unit.YEAR, "an ans année années")
                .unit(Unit.DECADE, "décennie décennies")
                .add("jours semaines années ans", w -> w.plural = true);
    }

    private static void relations(Words words) {
        words.roles(Role.THE, "le la les l")
                .roles(Role.OF, "de du des d")
                .roles(Role.THIS, "ce cet cette ces")
                .roles(Role.NEXT, "prochain prochaine prochains prochaines suivant suivante")
                .roles(Role.LAST, "dernier dernière derniers dernières passé passée")
                .roles(Role.START, "début")
                .roles(Role.MID, "mi")
                .roles(Role.MIDDLE, "milieu")
                .roles(Role.END, "fin")
                .roles(Role.TODAY, "aujourd")
                .roles(Role.TOMORROW, "demain")
                .roles(Role.YESTERDAY, "hier")
                .roles(Role.DAYPART, "matin soir nuit")
                .roles(Role.NOW, "maintenant")
                .roles(Role.GIVES, "donne donné donnent a ont laisse accorde")
                .roles(Role.LIMIT, "ultimatum");
    }

    private static void bounds(Words words) {
        words.roles(Role.IN, "dans en")
                .roles(Role.WITHIN, "sous")
                .roles(Role.ON, "le")
                .roles(Role.AT, "à")
                .roles(Role.AND, "et")
                .roles(Role.OR, "ou")
                .roles(Role.FROM, "du de")
                .roles(Role.TO, "à au")
                .roles(Role.BETWEEN, "entre")
                .roles(Role.UNTIL, "jusqu ici")
                .roles(Role.BEFORE, "avant")
                .roles(Role.SINCE, "depuis")
                .roles(Role.AFTER, "après")
                .roles(Role.AGO_BEFORE, "il")
                .roles(Role.NOON, "midi")
                .roles(Role.MIDNIGHT, "minuit")
                .roles(Role.CLOCK, "h")
                .roles(Role.TIME, "heure")
                .add("sera seront doit doivent devra peut pourrait va vont", w -> w.ahead = true)
                .add("était avait avaient ont dit déclaré annoncé rencontré", w -> w.behind = true);
    }

    private static void holidays(Words words) {
        words.days(Holidays.on(Month.DECEMBER, 25), 1, "noël")
                .days(Holidays.on(Month.JANUARY, 1), 1, "nouvel_an jour_de_l_an")
                .days(Holidays.on(Month.NOVEMBER, 1), 1, "toussaint")
                .days(Holidays.easter(0), 1, "pâques")
                .days(Holidays.easter(-2), 1, "vendredi_saint")
                .days(Holidays.easter(1), 1, "lundi_de_pâques")
                .days(Holidays.easter(39), 1, "ascension")
                .days(Holidays.easter(49), 1, "pentecôte");
    }
}
