// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Dates behind a word that leaves one side open: "until Thursday", "no later than May 3", "since August". */
final class Bounds {
    private static final int MOST_FILLERS = 4;

    private final Lexemes x;
    private final Points points;
    private final Ranges ranges;

    Bounds(Lexemes x, Points points, Ranges ranges) {
        this.x = x;
        this.points = points;
        this.ranges = ranges;
    }

    /** A date with what bounds it. */
    record Bounded(Bound bound, int from, Part core) {}

    private record Cue(Bound bound, int to) {}

    @Nullable
    Bounded at(int i) {
        var cue = cue(i);
        if (cue == null) {
            return null;
        }
        var at = cue.to();
        for (var n = 0; n < MOST_FILLERS; n++) {
            var core = core(at);
            if (core != null) {
                var from = x.isSign(i - 1, '\'') && x.spells(i - 2, "d") ? i - 2 : i;
                return fits(cue.bound(), core) ? new Bounded(cue.bound(), from, core) : null;
            }
            if (!isFiller(at)) {
                return null;
            }
            at++;
        }
        return null;
    }

    /** What may stand between the cue and the date: "until at the latest the", "jusqu'au". */
    private boolean isFiller(int i) {
        var roles = Role.THE | Role.ON | Role.AT | Role.OF | Role.FROM | Role.IN | Role.TO | Role.BETWEEN;
        return x.is(i, x.dayFirst() ? roles | Role.UNTIL : roles) || x.isSign(i, '\'');
    }

    private @Nullable Part core(int at) {
        if (x.is(at, Role.FROM) || x.is(at, Role.THE) && x.word(at + 1) == Word.NONE) {
            return null;
        }
        var first = points.at(at);
        var timed = points.clocks.beforeDay(at, points);
        if (timed != null) {
            return timed;
        }
        var range = first == null || x.is(first.to, Role.UNTIL) ? null : ranges.at(at, first);
        var part = Points.longer(first, range);
        return part != null && part.weak && part.fields.year() > 0 && !isYear(part) ? null : part;
    }

    /** Whether a bare number is a year, not "before 2000 soldiers". */
    boolean isYear(Part part) {
        return points.weekdays.endsAt(part.to) || x.value(part.from) % 50 != 0;
    }

    private boolean fits(Bound bound, Part core) {
        return bound != Bound.AROUND || core.isDay() || core.precision == Precision.MONTH;
    }

    private @Nullable Cue cue(int i) {
        var sign = x.sign(i);
        if (sign == '<' || sign == '>') {
            return symbol(i, sign == '<');
        }
        var word = x.word(i);
        if (word == Word.NONE) {
            return null;
        }
        var phrase = phrase(i, word);
        if (phrase != null) {
            return phrase;
        }
        if (word.is(Role.UNTIL)) {
            return new Cue(Bound.UNTIL, i + 1);
        } else if (word.is(Role.BEFORE)) {
            return new Cue(Bound.BEFORE, i + 1);
        } else if (word.is(Role.SINCE) && !x.is(i + 1, Role.OF)) {
            return new Cue(Bound.SINCE, i + 1);
        } else if (word.is(Role.AFTER)) {
            return new Cue(Bound.AFTER, i + 1);
        }
        return word.is(Role.AROUND) ? new Cue(Bound.AROUND, i + 1) : null;
    }

    /** "No later than", "earlier than", "as late as", "prior to". */
    private @Nullable Cue phrase(int i, Word word) {
        var no = word.is(Role.NO);
        var at = no ? i + 1 : i;
        if (no && x.dayFirst() && x.is(at, Role.LATE)) {
            return new Cue(Bound.UNTIL, x.is(at + 1, Role.THAN) ? at + 2 : at + 1);
        }
        if (x.is(at, Role.LATE | Role.EARLY) && x.is(at + 1, Role.THAN)) {
            var late = x.is(at, Role.LATE);
            return no
                    ? new Cue(late ? Bound.UNTIL : Bound.SINCE, at + 2)
                    : new Cue(late ? Bound.AFTER : Bound.BEFORE, at + 2);
        }
        if (x.spells(i, "as") && x.is(i + 1, Role.LATE | Role.EARLY) && x.spells(i + 2, "as")) {
            return new Cue(x.is(i + 1, Role.LATE) ? Bound.UNTIL : Bound.SINCE, i + 3);
        }
        return x.spells(i, "prior") && x.is(i + 1, Role.TO) ? new Cue(Bound.BEFORE, i + 2) : null;
    }

    /** "<= 2019". */
    private @Nullable Cue symbol(int i, boolean less) {
        var equal = x.isSign(i + 1, '=');
        var to = equal ? i + 2 : i + 1;
        if (!x.isNumber(to)) {
            return null;
        }
        return new Cue(less ? equal ? Bound.UNTIL : Bound.BEFORE : equal ? Bound.SINCE : Bound.AFTER, to);
    }

    /** What the bound makes of a reading of its core. */
    static UnaryOperator<Reading> opened(Bound bound, Part core) {
        return switch (bound) {
            case NONE, AROUND -> reading -> reading;
            case UNTIL -> reading -> new Reading(null, reading.to(), reading.timed());
            case SINCE -> reading -> new Reading(reading.from(), null, reading.timed());
            case BEFORE -> reading -> before(reading, core);
            case AFTER -> reading -> after(reading, core);
        };
    }

    private static Reading before(Reading reading, Part core) {
        var from = reading.from();
        if (core.edge == Role.END || reading.timed() || from == null) {
            return new Reading(null, core.edge == Role.END ? reading.to() : from, reading.timed());
        }
        return new Reading(null, from.minusDays(1), false);
    }

    private static Reading after(Reading reading, Part core) {
        var to = reading.to();
        if (core.edge == Role.START || reading.timed() || to == null) {
            return new Reading(core.edge == Role.START ? reading.from() : to, null, reading.timed());
        }
        return new Reading(to.plusDays(1), null, false);
    }
}
