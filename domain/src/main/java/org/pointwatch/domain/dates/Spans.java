// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

/** Several units behind or ahead of now: "the last three months", "the next 4 business days". */
final class Spans {
    private static final double VAGUE = 0.4;

    private Spans() {}

    /** @param exact whether the number was said, not only "a few" */
    record Count(int value, Unit unit, int to, boolean exact) {}

    static Part several(Calendar calendar, int from, Count count, int step) {
        var part = count.unit().isClock()
                ? hours(calendar, from, count, step)
                : count.unit() == Unit.QUARTER || count.unit() == Unit.HALF
                        ? whole(calendar, from, count, step)
                        : days(calendar, from, count, step);
        return part.toward(Relations.direction(step)).sure(count.exact() ? 1 : VAGUE);
    }

    private static Part hours(Calendar calendar, int from, Count count, int step) {
        var other = count.unit().plus(calendar.now, step * count.value());
        var reading = step > 0 ? new Reading(calendar.now, other, true) : new Reading(other, calendar.now, true);
        var part = new Part(from, count.to(), reading, reading).precise(Precision.HOUR);
        part.kind = DateExpression.Kind.SPAN;
        return part;
    }

    private static Part whole(Calendar calendar, int from, Count count, int step) {
        var current = count.unit().startOf(calendar.today);
        var first = count.unit().plus(current, step > 0 ? 1 : -count.value());
        var last = count.unit().plus(current, step > 0 ? count.value() + 1 : 0).minusDays(1);
        return Part.span(from, count.to(), first, last, count.unit().precision());
    }

    private static Part days(Calendar calendar, int from, Count count, int step) {
        var today = calendar.today;
        var other = count.unit().plus(today, step * count.value());
        var unit = count.unit() == Unit.WORKDAY ? Unit.WORKDAY : Unit.DAY;
        var first = step > 0 ? unit.plus(today, 1) : other;
        var last = step > 0 ? other : unit.plus(today, -1);
        return Part.span(from, count.to(), first, last, count.unit().precision());
    }
}
