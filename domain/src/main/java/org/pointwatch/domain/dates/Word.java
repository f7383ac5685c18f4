// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.ArrayList;
import java.util.List;

/** What the words of dates know of one spelling. A word may be several things: "second" is an ordinal and a unit. */
final class Word {
    /** Nothing is known of it. */
    static final Word NONE = new Word();

    /** No number at all, since nought is one. */
    static final int NO_NUMBER = -1;

    /** 1..12. */
    int month;

    /** 1 (Monday) .. 7. */
    int weekday;

    /** A cardinal that is spelt out; {@link #NO_NUMBER} if it is none. */
    int number = NO_NUMBER;

    /** 1.. */
    int ordinal;

    Unit unit = Unit.NONE;

    /** Bits of {@link Role}. */
    long roles;

    /** An everyday word that is a month or weekday only where its neighbours say so: "may", "march", "sun". */
    boolean shaky;

    /** Short for a month or weekday: may end in a full stop. */
    boolean abbreviated;

    /** A verb form that speaks of what is to come ("will"), or of what was ("said"). */
    boolean ahead;

    boolean behind;

    /** May open a date although it has no role in one. */
    boolean opens;

    /** A unit that stands for one, or for many. */
    boolean singular;

    boolean plural;

    /** Names of days that begin with this word. */
    final List<DayName> names = new ArrayList<>(0);

    boolean is(long role) {
        return (roles & role) != 0;
    }

    boolean isMonth() {
        return month > 0;
    }

    boolean isWeekday() {
        return weekday > 0;
    }

    boolean isUnit() {
        return unit != Unit.NONE;
    }
}
