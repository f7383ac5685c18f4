// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one record does to its table.
 *
 * @param key the primary key's columns
 * @param values the other columns, null for a tombstone
 */
record Row(
        Table<?> table,
        ConsumerRecord<String, byte[]> source,
        Object[] key,
        @Nullable Object @Nullable [] values,
        List<@Nullable Object[]> children)
        implements Decoded {

    /** The time by which a table in parts by month takes the row. */
    record Time(String table, Instant at) {}

    /** What tells it from other rows of its table. */
    String name() {
        return table.idOf() == null ? source.key() : String.valueOf(key[0]);
    }

    boolean deletes() {
        return values == null;
    }

    /** Null for a tombstone and for tables of one part. */
    @Nullable
    Time time() {
        if (deletes()) {
            return null;
        }
        if (!children.isEmpty() && children.get(0)[Children.EVENT_TIME] instanceof Instant at) {
            return new Time(Children.TABLE, at);
        }
        return key.length > 1 && key[1] instanceof Instant at ? new Time(table.name(), at) : null;
    }

    /** All columns in the order of {@link Statements}: key, values, partition, offset. */
    @Nullable
    Object[] columns() {
        var middle = values == null ? new Object[0] : values;
        var all = new @Nullable Object[key.length + middle.length + 2];
        System.arraycopy(key, 0, all, 0, key.length);
        System.arraycopy(middle, 0, all, key.length, middle.length);
        all[all.length - 2] = source.partition();
        all[all.length - 1] = source.offset();
        return all;
    }
}
