// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** What a word does in an expression; bits, since many words do several things. */
final class Role {
    static final long THE = 1L;
    static final long OF = 1L << 1;
    static final long THIS = 1L << 2;
    static final long NEXT = 1L << 3;
    static final long LAST = 1L << 4;
    static final long COMING = 1L << 5;
    static final long SAME = 1L << 6;
    static final long EARLY = 1L << 7;
    static final long MID = 1L << 8;
    static final long LATE = 1L << 9;
    static final long START = 1L << 10;
    static final long MIDDLE = 1L << 11;
    static final long END = 1L << 12;
    static final long AGO = 1L << 13;
    static final long HENCE = 1L << 14;
    static final long IN = 1L << 15;
    static final long WITHIN = 1L << 16;
    static final long ON = 1L << 17;
    static final long AT = 1L << 18;
    static final long AND = 1L << 19;
    static final long OR = 1L << 20;
    static final long FROM = 1L << 21;
    static final long TO = 1L << 22;
    static final long BETWEEN = 1L << 23;
    static final long UNTIL = 1L << 24;
    static final long BEFORE = 1L << 25;
    static final long SINCE = 1L << 26;
    static final long AFTER = 1L << 27;
    static final long AROUND = 1L << 28;
    static final long TODAY = 1L << 29;
    static final long TOMORROW = 1L << 30;
    static final long YESTERDAY = 1L << 31;
    static final long DAY_AFTER_TOMORROW = 1L << 32;
    static final long DAY_BEFORE_YESTERDAY = 1L << 33;
    static final long NOW = 1L << 34;
    static final long DAYPART = 1L << 35;
    static final long NOON = 1L << 36;
    static final long MIDNIGHT = 1L << 37;
    static final long SPRING = 1L << 38;
    static final long SUMMER = 1L << 39;
    static final long AUTUMN = 1L << 40;
    static final long WINTER = 1L << 41;
    static final long A = 1L << 42;
    static final long FEW = 1L << 43;
    static final long MORE = 1L << 44;
    static final long THAN = 1L << 45;
    static final long EVE = 1L << 46;
    static final long AM = 1L << 47;
    static final long PM = 1L << 48;
    static final long CLOCK = 1L << 49;
    static final long TIME = 1L << 50;
    static final long TONIGHT = 1L << 51;
    static final long DATE = 1L << 52;
    static final long WITH = 1L << 53;
    static final long COUPLE = 1L << 54;
    static final long REST = 1L << 55;
    /** Leads to a year: "calendar year", "the year 2011". */
    static final long CALENDAR = 1L << 56;
    /** "No" and the like in "no later than". */
    static final long NO = 1L << 57;

    /** Makes a number in digits an ordinal. */
    static final long SUFFIX = 1L << 58;
    /** "Past", which is nearer than "last". */
    static final long RECENT = 1L << 59;
    /** In front of a span: "two days ago" as "vor zwei Tagen". */
    static final long AGO_BEFORE = 1L << 60;
    /** Gives or has: what is left of a time may follow. */
    static final long GIVES = 1L << 61;
    /** "Deadline", "ultimatum". */
    static final long LIMIT = 1L << 62;

    /** "Business" days. */
    static final long WORKING = 1L << 63;

    static final long SEASON = SPRING | SUMMER | AUTUMN | WINTER;
    static final long RELATION = THIS | NEXT | LAST | COMING | SAME | RECENT;
    static final long EDGE = START | MIDDLE | END;
    static final long PHASE = EARLY | MID | LATE;
    static final long NAMED_DAY = TODAY | TOMORROW | YESTERDAY | DAY_AFTER_TOMORROW | DAY_BEFORE_YESTERDAY;

    private Role() {}
}
