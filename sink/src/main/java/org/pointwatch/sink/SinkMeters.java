// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the sink did, in numbers; everything that is not stored has a counter. */
final class SinkMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Counter batches;
    private final Counter passed;
    private final Counter fenced;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong lastCommit = new AtomicLong();

    SinkMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        batches = Counter.builder("pointwatch.sink.batches")
                .description("Transactions committed")
                .register(registry);
        passed = Counter.builder("pointwatch.sink.superseded")
                .description("Records not written: a later record of the same key, or stored before")
                .register(registry);
        fenced = Counter.builder("pointwatch.sink.fenced")
                .description("Partitions found taken over by another sink")
                .register(registry);
        Gauge.builder("pointwatch.sink.lag", lag, AtomicLong::doubleValue)
                .description("Records behind the end, over all partitions of this sink")
                .register(registry);
        Gauge.builder("pointwatch.sink.last.commit", lastCommit, ms -> ms.doubleValue() / 1000)
                .baseUnit("seconds")
                .description("Time of the last committed transaction, since 1970")
                .register(registry);
    }

    void stored(int records, Map<Table<?>, List<Row>> written) {
        var total = 0;
        for (var table : written.entrySet()) {
            var rows = table.getValue();
            var deletes = rows.stream().filter(Row::deletes).count();
            rows(table.getKey(), "delete", deletes);
            rows(table.getKey(), "upsert", rows.size() - deletes);
            total += rows.size();
        }
        passed.increment(records - total);
        batches.increment();
        lastCommit.set(clock.millis());
    }

    private void rows(Table<?> table, String change, long n) {
        if (n > 0) {
            registry.counter("pointwatch.sink.rows", "table", table.name(), "change", change)
                    .increment(n);
        }
    }

    void deadLetter(Decoded.Bad bad, String table) {
        registry.counter("pointwatch.sink.dead.letters", "table", table, "reason", bad.reason())
                .increment();
    }

    void retry(SQLException e) {
        registry.counter("pointwatch.sink.retries", "sqlstate", String.valueOf(e.getSQLState()))
                .increment();
    }

    void fenced(int partitions) {
        fenced.increment(partitions);
    }

    void lag(long records) {
        lag.set(records);
    }

    void retired(String table, long rows) {
        Counter.builder("pointwatch.sink.retired.rows")
                .description("Rows older than the retention that were deleted")
                .tag("table", table)
                .register(registry)
                .increment(rows);
    }

    Counter outages(String what) {
        return Counter.builder("pointwatch.sink.outages")
                .description("Times that something was away")
                .tag("of", what)
                .register(registry);
    }
}
