// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.Month;

/** The Russian words of dates, in the cases that news put them in. */
final class Russian {
    private Russian() {}

    static Words words() {
        var words = new Words().dayFirst();
        words.yearBehind = true;
        words.months("январь января январе, февраль февраля феврале, март марта марте, апрель апреля апреле, май мая"
                        + " мае, июнь июня июне, июль июля июле, август августа августе, сентябрь сентября сентябре,"
                        + " октябрь октября октябре, ноябрь ноября ноябре, декабрь декабря декабре")
                .weekdays("понедельник понедельника понедельнику, вторник вторника вторнику, среда среду среды среде,"
                        + " четверг четверга четвергу, пятница пятницу пятницы пятнице, суббота субботу субботы субботе,"
                        + " воскресенье воскресенья воскресенью")
                .numbers(
                        1,
                        1,
                        "один одну, два две двух, три трёх, четыре четырёх, пять, шесть, семь, восемь, девять,"
                                + " десять")
                .numbers(100, 900, "сто, тысяча")
                .ordinals(1, 1, "первый первая первое первого, второй вторая второго, третий третья третьего")
                .roles(Role.FEW, "несколько нескольких")
                .roles(Role.SPRING, "весной")
                .roles(Role.SUMMER, "летом")
                .roles(Role.AUTUMN, "осенью")
                .roles(Role.WINTER, "зимой");
        units(words);
        relations(words);
        bounds(words);
        holidays(words);
        return words;
    }

    private static void units(Words words) {
        words.unit(Unit.MINUTE, "минута минуты минут минуту")
                .unit(Unit.HOUR, "час часа часов")
                .unit(Unit.DAY, "день дня дни дней сутки суток")
                .unit(Unit.WEEKEND, "выходные выходных выходным")
                .unit(Unit.WEEK, "неделя недели неделе неделю недель")
                .unit(Unit.MONTH, "месяц месяца месяце месяцев месяцы месяцу")
                .unit(Unit.QUARTER, "квартал квартала квартале")
                .unit(Unit.YEAR, "год года году годы лет")
                .unit(Unit.DECADE, "десятилетие десятилетия")
                .add("дни дней недель месяцы месяцев годы лет", w -> w.plural = true);
    }

    private static void relations(Words words) {
        words.roles(Role.THIS, "этого этой эту этот эта этом текущего текущей")
                .roles(
                        Role.NEXT,
                        "следующего следующей следующую следующий следующем следующие следующих будущего" + " будущей")
                .roles(Role.LAST, "прошлого прошлой прошлую прошлый прошлом последние последних минувшую минувшей")
                .roles(Role.COMING, "ближайшие ближайших ближайшую ближайший")
                .roles(Role.START, "начало начале начала началу")
                .roles(Role.MIDDLE, "середина середине середины")
                .roles(Role.END, "конец конца конце концу")
                .roles(Role.AGO, "назад")
                .roles(Role.HENCE, "спустя")
                .roles(Role.TODAY, "сегодня")
                .roles(Role.TOMORROW, "завтра")
                .roles(Role.YESTERDAY, "вчера")
                .roles(Role.DAY_AFTER_TOMORROW, "послезавтра")
                .roles(Role.DAY_BEFORE_YESTERDAY, "позавчера")
                .roles(Role.DAYPART, "утром вечером ночью днём")
                .roles(Role.LATE, "позднее позже")
                .roles(Role.THAN, "чем")
                .roles(Role.NO, "не")
                .roles(Role.NOW, "сейчас")
                .roles(Role.GIVES, "дал дали даёт дает")
                .roles(Role.LIMIT, "ультиматум дедлайн");
    }

    private static void bounds(Words words) {
        words.roles(Role.IN | Role.ON, "в во на")
                .roles(Role.IN, "через")
                .roles(Role.WITHIN, "течение")
                .roles(Role.AND, "и")
                .roles(Role.OR, "или")
                .roles(Role.FROM | Role.SINCE, "с со от")
                .roles(Role.TO, "по до")
                .roles(Role.BETWEEN, "между")
                .roles(Role.UNTIL, "до к ко")
                .roles(Role.BEFORE, "перед")
                .roles(Role.SINCE, "начиная")
                .roles(Role.AFTER, "после")
                .roles(Role.AT, "в")
                .roles(Role.NOON, "полдень полудня")
                .roles(Role.MIDNIGHT, "полночь полуночи")
                .roles(Role.TIME, "времени время")
                .add("начиная будет будут должен должны планирует планируют", w -> w.ahead = true)
                .add("сказал заявил сообщил был была были прошли состоялись", w -> w.behind = true);
    }

    private static void holidays(Words words) {
        words.days(Holidays.on(Month.MAY, 9), 1, "день_победы дня_победы")
                .days(Holidays.on(Month.JANUARY, 7), 1, "рождество рождества")
                .days(Holidays.on(Month.JANUARY, 1), 1, "новый_год нового_года новому_году")
                .days(Holidays.on(Month.JUNE, 12), 1, "день_россии дня_россии")
                .days(Holidays.on(Month.NOVEMBER, 4), 1, "день_народного_единства")
                .days(Holidays.on(Month.FEBRUARY, 23), 1, "день_защитника_отечества")
                .days(Holidays.orthodoxEaster(0), 1, "пасха пасхи пасху пасхе");
    }
}
