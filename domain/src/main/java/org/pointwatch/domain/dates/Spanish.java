// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The Spanish words of dates. */
final class Spanish {
    private Spanish() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.relationBehind = true;
        words.months(
                        "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre setiembre, octubre, noviembre,"
                                + " diciembre")
                .weekdays("lunes, martes, miércoles, jueves, viernes, sábado, domingo")
                .numbers(2, 1, "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce")
                .numbers(100, 900, "cien, mil")
                .roles(Role.A, "un una")
                .roles(Role.FEW, "unos unas varios varias pocos pocas");
        words.unit(Unit.MINUTE, "minuto minutos")
                .unit(Unit.HOUR, "hora horas")
                .unit(Unit.DAY, "día días")
                .unit(Unit.WEEK, "semana semanas")
                .unit(Unit.MONTH, "mes meses")
                .unit(Unit.QUARTER, "trimestre trimestres")
                .unit(Unit.YEAR, "año años")
                .add("días semanas meses años", w -> w.plural = true);
        relations(words);
        return words;
    }

    private static void relations(Words words) {
        words.roles(Role.THE, "el la los las")
                .roles(Role.OF, "de del")
                .roles(Role.THIS, "este esta estos estas")
                .roles(Role.NEXT, "próximo próxima próximos próximas siguiente")
                .roles(Role.LAST, "pasado pasada pasados pasadas último última últimos últimas")
                .roles(Role.START, "principios comienzos inicio")
                .roles(Role.MIDDLE, "mediados")
                .roles(Role.END, "fin fines finales final")
                .roles(Role.TODAY, "hoy")
                .roles(Role.TOMORROW | Role.DAYPART, "mañana")
                .roles(Role.YESTERDAY, "ayer")
                .roles(Role.DAY_BEFORE_YESTERDAY, "anteayer")
                .roles(Role.DAYPART, "tarde noche")
                .roles(Role.IN, "en")
                .roles(Role.WITHIN, "dentro")
                .roles(Role.ON, "el")
                .roles(Role.AT, "a las")
                .roles(Role.AND, "y")
                .roles(Role.OR, "o")
                .roles(Role.FROM, "de del desde")
                .roles(Role.TO, "a al hasta")
                .roles(Role.BETWEEN, "entre")
                .roles(Role.UNTIL, "hasta")
                .roles(Role.BEFORE, "antes")
                .roles(Role.SINCE, "desde")
                .roles(Role.AFTER, "después tras")
                .roles(Role.AGO_BEFORE, "hace")
                .roles(Role.MIDNIGHT, "medianoche")
                .roles(Role.NOON, "mediodía")
                .roles(Role.TIME, "hora")
                .days(Holidays.on(Month.DECEMBER, 25), 1, "navidad")
                .days(Holidays.on(Month.JANUARY, 1), 1, "año_nuevo")
                .days(Holidays.easter(0), 1, "pascua");
    }
}
