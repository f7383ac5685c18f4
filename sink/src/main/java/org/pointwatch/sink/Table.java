// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topic;

/**
 * A table that holds the last value of each key of one topic.
 *
 * @param keyOf the key that a value must have come under
 * @param idOf what the row is kept under where that is not the record's key, null elsewhere; such a topic has no tombstones
 * @param children rows of {@link Children} that live and die with the row
 */
record Table<V>(
        Topic<V> topic,
        JsonSerde<V> serde,
        Key key,
        Function<V, String> keyOf,
        @Nullable Function<V, String> idOf,
        List<Column<V>> columns,
        Function<V, List<@Nullable Object[]>> children,
        boolean hasChildren) {

    static <V> Builder<V> of(Topic<V> topic, Key key, Function<V, String> keyOf) {
        return new Builder<>(topic, key, keyOf);
    }

    String name() {
        return topic.name();
    }

    @Nullable
    Object[] values(V value) {
        var values = new @Nullable Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(value);
        }
        return values;
    }

    /** Spells out a table's columns in order. */
    static final class Builder<V> {
        private final Topic<V> topic;
        private final Key key;
        private final Function<V, String> keyOf;
        private @Nullable Function<V, String> idOf;
        private final List<Column<V>> columns = new ArrayList<>();

        private Builder(Topic<V> topic, Key key, Function<V, String> keyOf) {
            this.topic = topic;
            this.key = key;
            this.keyOf = keyOf;
        }

        /** Many values of one key, each a row of its own. */
        Builder<V> under(Function<V, String> id) {
            idOf = id;
            return this;
        }

        Builder<V> text(String name, Function<V, @Nullable String> value) {
            return add(name, Column.Type.TEXT, v -> Text.clean(value.apply(v)));
        }

        /** As JSON writes it: {@code feed-only}. */
        Builder<V> word(String name, Function<V, Enum<?>> value) {
            return add(
                    name,
                    Column.Type.TEXT,
                    v -> value.apply(v).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        Builder<V> time(String name, Function<V, @Nullable Instant> value) {
            return add(name, Column.Type.TIMESTAMPTZ, value::apply);
        }

        Builder<V> json(String name, Function<V, Object> value) {
            return add(name, Column.Type.JSONB, v -> Text.cleanJson(Json.MAPPER.writeValueAsString(value.apply(v))));
        }

        Builder<V> int4(String name, ToIntFunction<V> value) {
            return add(name, Column.Type.INT4, value::applyAsInt);
        }

        Builder<V> int4OrNull(String name, Function<V, @Nullable Integer> value) {
            return add(name, Column.Type.INT4, value::apply);
        }

        Builder<V> int8(String name, ToLongFunction<V> value) {
            return add(name, Column.Type.INT8, value::applyAsLong);
        }

        Builder<V> float8(String name, Function<V, @Nullable Double> value) {
            return add(name, Column.Type.FLOAT8, value::apply);
        }

        Builder<V> add(String name, Column.Type type, Function<V, @Nullable Object> value) {
            columns.add(new Column<>(name, type, value));
            return this;
        }

        Table<V> alone() {
            return new Table<>(
                    topic, JsonSerde.of(topic), key, keyOf, idOf, List.copyOf(columns), v -> List.of(), false);
        }

        Table<V> with(Function<V, List<@Nullable Object[]>> children) {
            return new Table<>(topic, JsonSerde.of(topic), key, keyOf, idOf, List.copyOf(columns), children, true);
        }
    }
}
