// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A date that was read at one place, without the words that bound it. Made and changed by one call only. */
final class Part {
    /** Lexemes, the end exclusive. */
    int from;

    int to;

    /** The last and the next time it came or comes; the same where there is but one. */
    Reading past;

    Reading future;

    /** Further readings: what contradicts these, or what the words might mean elsewhere. */
    final List<Reading> others = new ArrayList<>(0);

    Precision precision = Precision.DAY;
    DateExpression.Kind kind = DateExpression.Kind.POINT;
    Direction direction = Direction.EITHER;
    double confidence = 1;

    /** Whether it names its year, so that nobody needs to know when the text was written. */
    boolean absolute;

    /** A day with a name: nobody gives it a time of day. */
    boolean named;

    /** Nothing but digits or a number: needs company to be believed. */
    boolean weak;

    Fields fields = Fields.NONE;

    /** {@link Role#START}, {@link Role#MIDDLE}, {@link Role#END} or 0. */
    long edge;

    /** What an edge is the edge of. */
    @Nullable
    Part whole;

    @Nullable
    ZoneId zone;

    Part(int from, int to, Reading past, Reading future) {
        this.from = from;
        this.to = to;
        this.past = past;
        this.future = future;
    }

    static Part day(int from, int to, LocalDate day) {
        var reading = Reading.day(day);
        return new Part(from, to, reading, reading);
    }

    static Part span(int from, int to, LocalDate first, LocalDate last, Precision precision) {
        var reading = Reading.days(first, last);
        var part = new Part(from, to, reading, reading);
        part.precision = precision;
        part.kind = DateExpression.Kind.SPAN;
        return part;
    }

    Part toward(Direction newDirection) {
        direction = newDirection;
        return this;
    }

    Part sure(double newConfidence) {
        confidence = Math.min(confidence, newConfidence);
        return this;
    }

    Part precise(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    Part fixed() {
        absolute = true;
        return this;
    }

    Part reaching(int newFrom, int newTo) {
        from = newFrom;
        to = newTo;
        return this;
    }

    boolean isUnique() {
        return past.equals(future);
    }

    boolean isDay() {
        return kind == DateExpression.Kind.POINT && precision.compareTo(Precision.DAY) <= 0;
    }

    /** Whether it is one day or moment. */
    boolean isNear() {
        var first = future.firstDay();
        return first != null && first.equals(future.lastDay());
    }

    /** Whether it goes from a day of a month to another: "November 18-19". */
    boolean isMonthDays() {
        return fields.month() > 0 && fields.day() > 0;
    }
}
