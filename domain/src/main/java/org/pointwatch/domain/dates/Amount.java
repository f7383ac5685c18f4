// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.pointwatch.domain.dates.Spans.Count;

/** One amount or several: "2 years 1 month 21 days". */
record Amount(List<Count> counts, int to) {
    Unit unit() {
        return counts.get(counts.size() - 1).unit();
    }

    boolean exact() {
        return counts.get(0).exact();
    }

    boolean isClock() {
        return unit().isClock();
    }

    LocalDate from(LocalDate day, int sign) {
        var at = day;
        for (var count : counts) {
            at = count.unit().plus(at, sign * count.value());
        }
        return at;
    }

    LocalDateTime from(LocalDateTime moment, int sign) {
        var at = moment;
        for (var count : counts) {
            at = count.unit().plus(at, sign * count.value());
        }
        return at;
    }
}
