// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts by month of {@code coverage} and {@code mentions}, made before a batch needs them, each in a short transaction
 * of its own. A month without a part costs nothing but order: its rows lie in the default part until it is made.
 */
final class Months {
    /** Dates from hostile records make at most so many parts a batch, of the months with the most rows. */
    static final int MOST_A_BATCH = 24;

    private static final Logger LOG = LoggerFactory.getLogger(Months.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Keep keep;
    private final InstantSource clock;
    private final Set<Part> known = new HashSet<>();
    private Instant notBefore = Instant.MIN;

    record Part(String table, YearMonth month) {}

    Months(Keep keep, InstantSource clock) {
        this.keep = keep;
        this.clock = clock;
    }

    /** What another sink dropped meanwhile is looked for again. */
    void forget() {
        known.clear();
    }

    void make(Connection connection, Collection<Decoded> records) throws SQLException {
        var missing = missing(records);
        if (missing.isEmpty() || clock.instant().isBefore(notBefore)) {
            return;
        }
        for (var part : missing) {
            try {
                make(connection, part);
            } catch (SQLException e) {
                connection.rollback();
                if (!Trouble.isBusy(e)) {
                    throw e;
                }
                notBefore = clock.instant().plus(PAUSE);
                LOG.warn("{} goes to the default part for now: {}", part, e.getMessage());
                return;
            }
        }
    }

    private void make(Connection connection, Part part) throws SQLException {
        try (var limit = connection.createStatement();
                var statement = connection.prepareStatement("SELECT make_month(?, ?)")) {
            limit.execute("SET LOCAL lock_timeout = '2s'");
            statement.setString(1, part.table());
            statement.setObject(2, part.month().atDay(1));
            try (var made = statement.executeQuery()) {
                if (made.next() && made.getBoolean(1)) {
                    LOG.info("{} has a part for {} now", part.table(), part.month());
                }
            }
        }
        connection.commit();
        known.add(part);
    }

    /** Of the months with the most rows, in one order for all. */
    private List<Part> missing(Collection<Decoded> records) {
        var rows = new HashMap<Part, Integer>();
        for (var record : records) {
            var time = record instanceof Row row ? row.time() : null;
            if (time != null) {
                rows.merge(new Part(time.table(), Keep.month(time.at())), 1, Integer::sum);
            }
        }
        return rows.entrySet().stream()
                .filter(e ->
                        !known.contains(e.getKey()) && keep.hasPart(e.getKey().month()))
                .sorted(Map.Entry.<Part, Integer>comparingByValue().reversed())
                .limit(MOST_A_BATCH)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Part::table).thenComparing(Part::month))
                .toList();
    }
}
