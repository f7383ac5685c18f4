// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The Ukrainian words of dates, in the cases that news put them in. */
final class Ukrainian {
    private Ukrainian() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.yearBehind = true;
        words.months("січень січня січні, лютий лютого лютому, березень березня березні, квітень квітня квітні,"
                        + " травень травня травні, червень червня червні, липень липня липні, серпень серпня серпні,"
                        + " вересень вересня вересні, жовтень жовтня жовтні, листопад листопада листопаді,"
                        + " грудень грудня грудні")
                .weekdays("понеділок понеділка понеділку, вівторок вівторка вівторку, середа середу середи середі,"
                        + " четвер четверга четвергу, п'ятниця п'ятницю п'ятниці пятниця, субота суботу суботи суботі,"
                        + " неділя неділю неділі")
                .numbers(
                        1,
                        1,
                        "один одну, два дві двох, три трьох, чотири чотирьох, п'ять, шість, сім, вісім, дев'ять,"
                                + " десять")
                .numbers(100, 900, "сто, тисяча")
                .ordinals(1, 1, "перший перша перше першого, другий друга другого, третій третя третього")
                .roles(Role.FEW, "кілька декілька кількох")
                .roles(Role.SPRING, "навесні")
                .roles(Role.SUMMER, "влітку")
                .roles(Role.AUTUMN, "восени")
                .roles(Role.WINTER, "взимку");
        units(words);
        relations(words);
        bounds(words);
        holidays(words);
        return words;
    }

    private static void units(Words words) {
        words.unit(Unit.MINUTE, "хвилина хвилини хвилин хвилину")
                .unit(Unit.HOUR, "година години годин годину")
                .unit(Unit.DAY, "день дня дні днів доба доби добу днями")
                .unit(Unit.WEEKEND, "вихідні вихідних вихідним")
                .unit(Unit.WEEK, "тиждень тижня тижні тижнів тижню")
                .unit(Unit.MONTH, "місяць місяця місяці місяців місяцю")
                .unit(Unit.QUARTER, "квартал кварталу кварталі")
                .unit(Unit.YEAR, "рік року роки років році")
                .unit(Unit.DECADE, "десятиліття")
                .add("дні днів тижнів місяців роки років", w -> w.plural = true);
    }

    private static void relations(Words words) {
        words.roles(Role.THIS, "цього цей ця цю цьому цієї поточного")
                .roles(
                        Role.NEXT,
                        "наступного наступній наступної наступному наступний наступна наступну наступні" + " наступних")
                .roles(Role.LAST, "минулого минулій минулої минулому минулий минула минулу минулі останні останніх")
                .roles(Role.COMING, "найближчі найближчих найближчими найближчого")
                .roles(Role.START, "початок початку")
                .roles(Role.MIDDLE, "середина середині середини")
                .roles(Role.END, "кінець кінця кінці кінцем")
                .roles(Role.AGO, "тому")
                .roles(Role.TODAY, "сьогодні")
                .roles(Role.TOMORROW, "завтра")
                .roles(Role.YESTERDAY, "вчора учора")
                .roles(Role.DAY_AFTER_TOMORROW, "післязавтра")
                .roles(Role.DAY_BEFORE_YESTERDAY, "позавчора")
                .roles(Role.DAYPART, "вранці ввечері вночі зранку")
                .roles(Role.LATE, "пізніше")
                .roles(Role.THAN, "ніж")
                .roles(Role.NO, "не")
                .roles(Role.NOW, "зараз")
                .roles(Role.GIVES, "дав дали дає має мають")
                .roles(Role.LIMIT, "ультиматум дедлайн");
    }

    private static void bounds(Words words) {
        words.roles(Role.IN | Role.ON, "у в на")
                .roles(Role.AT, "о об")
                .roles(Role.IN, "через за")
                .roles(Role.WITHIN, "протягом впродовж упродовж")
                .roles(Role.AND, "і й та")
                .roles(Role.OR, "або чи")
                .roles(Role.FROM | Role.SINCE, "з із зі від")
                .roles(Role.TO, "до по")
                .roles(Role.BETWEEN, "між")
                .roles(Role.UNTIL, "до")
                .roles(Role.BEFORE, "перед")
                .roles(Role.SINCE, "починаючи")
                .roles(Role.AFTER, "після")
                .roles(Role.NOON, "опівдні полудень")
                .roles(Role.MIDNIGHT, "опівночі північ півночі")
                .roles(Role.TIME, "часом час")
                .add("починаючи буде будуть має мають планує планують", w -> w.ahead = true)
                .add("сказав заявив повідомив був була були відбулися зустрівся", w -> w.behind = true);
    }

    private static void holidays(Words words) {
        words.days(Holidays.on(Month.AUGUST, 24), 1, "день_незалежності дня_незалежності")
                .days(Holidays.on(Month.DECEMBER, 25), 1, "різдво різдва")
                .days(Holidays.on(Month.JANUARY, 1), 1, "новий_рік нового_року")
                .days(Holidays.on(Month.JUNE, 28), 1, "день_конституції дня_конституції")
                .days(Holidays.on(Month.OCTOBER, 1), 1, "день_захисників дня_захисників")
                .days(Holidays.orthodoxEaster(0), 1, "великдень великодня");
    }
}
