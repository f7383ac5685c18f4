// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.DayOfWeek;
import java.time.Month;

/** The English words of dates. */
final class English {
    private English() {}

    static Words words() {
        var words = new Words();
        names(words);
        numbers(words);
        units(words);
        relations(words);
        bounds(words);
        clock(words);
        tenses(words);
        holidays(words);
        return words;
    }

    private static void names(Words words) {
        words.months("january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
                        + " september sept sep, october oct, november nov, december dec")
                .weekdays("monday mon mondays, tuesday tue tues, wednesday wed weds, thursday thu thur thurs,"
                        + " friday fri, saturday sat, sunday sun")
                .abbreviated("jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri"
                        + " sat sun")
                .shaky("may march mar jan mon wed sat sun fri dec sep")
                .roles(Role.SPRING, "spring springtime")
                .roles(Role.SUMMER, "summer summertime")
                .roles(Role.AUTUMN, "autumn fall")
                .roles(Role.WINTER, "winter wintertime");
    }

    private static void numbers(Words words) {
        words.numbers(
                        0,
                        1,
                        "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen,"
                                + " fourteen, fifteen, sixteen, seventeen, eighteen, nineteen")
                .numbers(20, 10, "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety")
                .numbers(100, 900, "hundred, thousand")
                .ordinals(
                        1,
                        1,
                        "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,"
                                + " twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth,"
                                + " nineteenth, twentieth")
                .ordinals(30, 10, "thirtieth")
                .roles(Role.A, "a an")
                .roles(Role.COUPLE, "couple pair")
                .roles(Role.FEW, "few several");
    }

    private static void units(Words words) {
        words.unit(Unit.SECOND, "second seconds sec secs")
                .unit(Unit.MINUTE, "minute minutes min mins")
                .unit(Unit.HOUR, "hour hours hr hrs")
                .unit(Unit.DAY, "day days")
                .unit(Unit.WORKDAY, "workday workdays weekday weekdays")
                .unit(Unit.WEEKEND, "weekend weekends")
                .unit(Unit.WEEK, "week weeks wk wks")
                .unit(Unit.FORTNIGHT, "fortnight fortnights")
                .unit(Unit.MONTH, "month months")
                .unit(Unit.QUARTER, "quarter quarters")
                .unit(Unit.HALF, "half halves")
                .unit(Unit.YEAR, "year years yr yrs")
                .unit(Unit.DECADE, "decade decades")
                .unit(Unit.CENTURY, "century centuries")
                .add("second minute hour day week month quarter year decade", w -> w.singular = true)
                .add("days weeks months quarters years decades hours minutes", w -> w.plural = true)
                .add("as prior q w final", w -> w.opens = true);
    }

    private static void relations(Words words) {
        words.roles(Role.THE, "the")
                .roles(Role.OF, "of")
                .roles(Role.THIS, "this current present")
                .roles(Role.NEXT, "next following subsequent")
                .roles(Role.LAST, "last past previous preceding")
                .roles(Role.RECENT, "past")
                .roles(Role.COMING, "coming upcoming forthcoming")
                .roles(Role.SAME, "same")
                .roles(Role.EARLY, "early earlier")
                .roles(Role.MID, "mid middle")
                .roles(Role.LATE, "late later")
                .roles(Role.START, "start beginning outset onset")
                .roles(Role.MIDDLE, "middle midpoint")
                .roles(Role.END, "end close ends")
                .roles(Role.REST, "rest remainder remaining")
                .roles(Role.AGO, "ago earlier back")
                .roles(Role.HENCE, "later hence")
                .roles(Role.TODAY, "today")
                .roles(Role.TOMORROW, "tomorrow tmr")
                .roles(Role.YESTERDAY, "yesterday")
                .roles(Role.NOW, "now")
                .roles(Role.CALENDAR, "calendar fiscal financial")
                .roles(Role.DATE, "date")
                .roles(Role.WORKING, "business working")
                .roles(Role.SUFFIX, "st nd rd th")
                .roles(Role.GIVES, "give gives gave given giving has have had grant grants granted")
                .roles(Role.LIMIT, "deadline ultimatum")
                .roles(Role.EVE, "eve");
    }

    private static void bounds(Words words) {
        words.roles(Role.IN, "in")
                .roles(Role.WITHIN, "within inside under")
                .roles(Role.ON, "on")
                .roles(Role.AT, "at")
                .roles(Role.AND, "and")
                .roles(Role.OR, "or")
                .roles(Role.FROM, "from")
                .roles(Role.TO, "to through till thru until")
                .roles(Role.BETWEEN, "between")
                .roles(Role.UNTIL, "until till til by through")
                .roles(Role.BEFORE, "before")
                .roles(Role.SINCE, "since starting beginning")
                .roles(Role.AFTER, "after")
                .roles(Role.AROUND, "around circa")
                .roles(Role.MORE, "more less fewer")
                .roles(Role.THAN, "than")
                .roles(Role.NO, "no not")
                .roles(Role.WITH, "with");
    }

    private static void tenses(Words words) {
        words.add(
                        "will would shall should must may could can to plan plans planned expected scheduled due set"
                                + " upcoming deadline ultimatum give gives gave demand demands meets fly flies wants starting beginning",
                        w -> w.ahead = true)
                .add(
                        "said told was were had did came met held signed spoke announced wrote reported warned called"
                                + " began ended rejected agreed published discussed visited killed attacked struck hit"
                                + " launched released posted confirmed denied added voted adopted arrived left happened"
                                + " issued presented claimed insisted talked went made took saw fell rose won",
                        w -> w.behind = true);
    }

    private static void clock(Words words) {
        words.roles(Role.AM, "am")
                .roles(Role.PM, "pm")
                .roles(Role.NOON, "noon midday")
                .roles(Role.MIDNIGHT, "midnight")
                .roles(Role.DAYPART, "morning afternoon evening night")
                .roles(Role.TONIGHT, "tonight")
                .roles(Role.TIME, "time")
                .roles(Role.CLOCK, "o");
    }

    private static void holidays(Words words) {
        words.days(Holidays.on(Month.DECEMBER, 24), 1, "christmas_eve")
                .days(Holidays.on(Month.DECEMBER, 25), 1, "christmas christmas_day xmas")
                .days(Holidays.on(Month.DECEMBER, 26), 1, "boxing_day saint_stephen's_day")
                .days(Holidays.on(Month.DECEMBER, 31), 1, "new_year's_eve new_years_eve")
                .days(Holidays.on(Month.JANUARY, 1), 1, "new_year's_day new_year's new_years_day new_year new_years")
                .days(Holidays.on(Month.JANUARY, 7), 1, "orthodox_christmas")
                .days(Holidays.on(Month.JANUARY, 6), 1, "epiphany")
                .days(Holidays.on(Month.FEBRUARY, 14), 1, "valentine's_day valentines_day")
                .days(Holidays.on(Month.MARCH, 8), 1, "international_women's_day women's_day")
                .days(Holidays.on(Month.MARCH, 17), 1, "saint_patrick saint_patrick's_day st_patrick's_day")
                .days(Holidays.on(Month.APRIL, 22), 1, "earth_day")
                .days(Holidays.on(Month.MAY, 1), 1, "may_day labour_day")
                .days(Holidays.on(Month.MAY, 8), 1, "ve_day")
                .days(Holidays.on(Month.MAY, 9), 1, "victory_day europe_day")
                .days(Holidays.on(Month.JUNE, 12), 1, "russia_day")
                .days(Holidays.on(Month.JUNE, 19), 1, "juneteenth")
                .days(Holidays.on(Month.JULY, 4), 1, "independence_day fourth_of_july")
                .days(Holidays.on(Month.JULY, 14), 1, "bastille_day")
                .days(Holidays.on(Month.AUGUST, 24), 1, "ukraine's_independence_day ukrainian_independence_day")
                .days(Holidays.on(Month.OCTOBER, 31), 1, "halloween")
                .days(Holidays.on(Month.NOVEMBER, 1), 1, "all_saints_day all_saints'_day")
                .days(Holidays.on(Month.NOVEMBER, 11), 1, "veterans_day armistice_day remembrance_day")
                .days(Holidays.on(Month.NOVEMBER, 4), 1, "unity_day");
        moving(words);
    }

    private static void moving(Words words) {
        words.days(Holidays.nth(3, DayOfWeek.MONDAY, Month.JANUARY), 1, "martin_luther_king_day mlk_day")
                .days(
                        Holidays.nth(3, DayOfWeek.MONDAY, Month.FEBRUARY),
                        1,
                        "presidents_day presidents'_day president's_day")
                .days(Holidays.nth(2, DayOfWeek.SUNDAY, Month.MAY), 1, "mother's_day mothers_day")
                .days(Holidays.nth(3, DayOfWeek.SUNDAY, Month.JUNE), 1, "father's_day fathers_day")
                .days(Holidays.nth(-1, DayOfWeek.MONDAY, Month.MAY), 1, "memorial_day")
                .days(Holidays.nth(1, DayOfWeek.MONDAY, Month.SEPTEMBER), 1, "labor_day")
                .days(Holidays.nth(2, DayOfWeek.MONDAY, Month.OCTOBER), 1, "columbus_day indigenous_peoples'_day")
                .days(Holidays.nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER), 1, "thanksgiving thanksgiving_day")
                .days(Holidays.thanksgiving(1), 1, "black_friday")
                .days(Holidays.thanksgiving(4), 1, "cyber_monday")
                .days(Holidays.electionDay(), 1, "election_day")
                .days(Holidays.easter(0), 1, "easter easter_sunday easter_day")
                .days(Holidays.orthodoxEaster(0), 1, "orthodox_easter")
                .days(Holidays.easter(-47), 1, "shrove_tuesday mardi_gras")
                .days(Holidays.easter(-46), 1, "ash_wednesday")
                .days(Holidays.easter(-7), 1, "palm_sunday")
                .days(Holidays.easter(-3), 1, "maundy_thursday holy_thursday")
                .days(Holidays.easter(-2), 1, "good_friday")
                .days(Holidays.easter(1), 1, "easter_monday")
                .days(Holidays.easter(39), 1, "ascension_day")
                .days(Holidays.easter(49), 1, "pentecost whit_sunday")
                .days(Holidays.easter(50), 1, "whit_monday pentecost_monday");
    }
}
