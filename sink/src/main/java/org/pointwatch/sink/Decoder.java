// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.WireException;

/** Records to rows; one bad record harms no other. */
final class Decoder {
    private static final String STAGE = "sink-decode";

    private final Map<String, Table<?>> tables = new HashMap<>();

    Decoder(KafkaAccess kafka) {
        Tables.ALL.forEach(table -> tables.put(kafka.topic(table.topic()), table));
    }

    /** The table that a topic fills. */
    Table<?> table(String topic) {
        var table = tables.get(topic);
        if (table == null) {
            throw new IllegalArgumentException("the sink reads no topic " + topic);
        }
        return table;
    }

    Collection<String> topics() {
        return tables.keySet();
    }

    Decoded decode(ConsumerRecord<String, byte[]> source) {
        try {
            return row(table(source.topic()), source);
        } catch (BadRecordException e) {
            return new Decoded.Bad(source, STAGE, e.reason(), String.valueOf(e.getMessage()));
        } catch (WireException e) {
            return new Decoded.Bad(source, STAGE, "undecodable", String.valueOf(e.getMessage()));
        } catch (NullPointerException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // A null where the record's type promises none, deeper than the codec looks.
            return new Decoded.Bad(source, STAGE, "incomplete", String.valueOf(e));
        }
    }

    private static <V> Row row(Table<V> table, ConsumerRecord<String, byte[]> source) {
        if (source.key() == null) {
            throw new BadRecordException("no-key", "a record of a compacted topic has a key");
        }
        var idOf = table.idOf();
        if (source.value() == null) {
            if (idOf != null) {
                throw new BadRecordException("no-value", "no record of this topic takes another back");
            }
            return new Row(table, source, table.key().parse().apply(source.key()), null, List.of());
        }
        var value = table.serde().decode(source.value());
        if (!table.keyOf().apply(value).equals(source.key())) {
            throw new BadRecordException(
                    "wrong-key",
                    "the value belongs under the key " + table.keyOf().apply(value));
        }
        var key = table.key().parse().apply(idOf == null ? source.key() : idOf.apply(value));
        return new Row(table, source, key, table.values(value), table.children().apply(value));
    }
}
