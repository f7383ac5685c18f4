// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Which of two readings is meant where the date itself does not say: the words around it, else the nearer one. */
final class Tense {
    private static final int REACH = 12;

    private final Lexemes x;

    Tense(Lexemes x) {
        this.x = x;
    }

    boolean isFuture(Part core, Bounds.Bounded bounded, LocalDateTime now) {
        var today = now.toLocalDate();
        if (bounded.bound() == Bound.UNTIL || bounded.bound() == Bound.BEFORE) {
            return true;
        }
        if (bounded.bound() == Bound.SINCE && !x.word(bounded.from()).ahead) {
            return false;
        }
        var past = core.past.lastDay();
        var future = core.future.firstDay();
        if (past == null || future == null) {
            return past == null;
        }
        if (future.equals(today)) {
            return true;
        }
        if (core.kind == DateExpression.Kind.POINT
                && core.fields.weekday() > 0
                && core.fields.month() == 0
                && !past.equals(today)) {
            var said = said(bounded.from());
            if (said != 0) {
                return said > 0;
            }
        }
        if (core.future.timed() && core.future.from() != null && core.past.to() != null) {
            return nearer(core.past.to(), now, core.future.from());
        }
        return ChronoUnit.DAYS.between(past, today) > ChronoUnit.DAYS.between(today, future);
    }

    private static boolean nearer(LocalDateTime past, LocalDateTime now, LocalDateTime future) {
        return ChronoUnit.MINUTES.between(past, now) > ChronoUnit.MINUTES.between(now, future);
    }

    /** A weekday is the last one where something happened, the next one where something will. */
    private int said(int i) {
        for (int at = i - 1; at >= Math.max(0, i - REACH) && !isEnd(at); at--) {
            var sign = sign(at);
            if (sign != 0) {
                return sign;
            }
        }
        for (int at = i + 1; at < Math.min(x.count, i + REACH) && !isEnd(at); at++) {
            var sign = sign(at);
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private boolean isEnd(int i) {
        var sign = x.sign(i);
        return sign == '.' || sign == '\n' || sign == '?' || sign == '!' || sign == ';';
    }

    private int sign(int i) {
        if (x.sign(i) != Lexemes.WORD) {
            return 0;
        }
        var word = x.word(i);
        return word.ahead ? 1 : word.behind ? -1 : 0;
    }
}
