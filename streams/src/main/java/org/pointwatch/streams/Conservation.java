// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The books of what must be conserved, live: each record read from {@code articles} ends in exactly one account, and each
 * article known is posted, withdrawn, of a vetoed outlet or waits for its findings or its story. Each side is written where it happens, the
 * records at the entry and where they end, the articles where they are kept and where they are posted, so that what is lost
 * between shows. A task keeps its books in a store, so that they are committed with the rest.
 */
final class Conservation {
    static final String STORE = "conservation";

    private static final String KEY = "articles";

    /** Stored in this order: only ever add behind. */
    enum Line {
        IN,
        COUNTED,
        SEEN_BEFORE,
        REFUSED,
        EXPIRED,
        DEAD_LETTERED,
        KNOWN,
        WITHDRAWN,
        POSTED,
        WAITING,
        VETOED;

        private String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final List<Line> ACCOUNTS =
            List.of(Line.COUNTED, Line.SEEN_BEFORE, Line.REFUSED, Line.EXPIRED, Line.DEAD_LETTERED);
    static final List<Line> STATES = List.of(Line.KNOWN, Line.POSTED, Line.WITHDRAWN, Line.WAITING, Line.VETOED);

    private final Map<TaskId, Books> tasks = new ConcurrentHashMap<>();

    Conservation(MeterRegistry meters) {
        gauge(meters, "pointwatch_articles_in", Tags.empty(), c -> c.sum(Line.IN));
        ACCOUNTS.forEach(a -> gauge(meters, "pointwatch_articles_account", Tags.of("account", a.id()), c -> c.sum(a)));
        STATES.forEach(s -> gauge(meters, "pointwatch_articles_state", Tags.of("state", s.id()), c -> c.sum(s)));
        gauge(meters, "pointwatch_conservation_difference", Tags.empty(), Conservation::difference);
    }

    /** Of the topology that runs now, in the place of the one before it. */
    private void gauge(MeterRegistry meters, String name, Tags tags, ToDoubleFunction<Conservation> value) {
        var before = meters.find(name).tags(tags).meter();
        if (before != null) {
            meters.remove(before);
        }
        Gauge.builder(name, this, value).tags(tags).strongReference(true).register(meters);
    }

    /** Begins with what the task's store holds. */
    Books open(ProcessorContext<?, ?> context) {
        var books = new Books(context.getStateStore(STORE));
        tasks.put(context.taskId(), books);
        return books;
    }

    void close(ProcessorContext<?, ?> context, Books books) {
        tasks.remove(context.taskId(), books);
    }

    Books of(ProcessorContext<?, ?> context) {
        var books = tasks.get(context.taskId());
        if (books == null) {
            throw new IllegalStateException("task " + context.taskId() + " has opened no books");
        }
        return books;
    }

    /** A record cannot be computed; if it came from {@code articles}, it is that one. */
    void poisoned(ProcessorContext<?, ?> context) {
        var books = tasks.get(context.taskId());
        if (books != null) {
            books.poisoned = true;
        }
    }

    long sum(Line line) {
        return tasks.values().stream().mapToLong(b -> b.shown[line.ordinal()]).sum();
    }

    /** How many records and articles are nowhere, or twice; 0 if nothing is lost. */
    long difference() {
        var ended = ACCOUNTS.stream().mapToLong(this::sum).sum();
        var placed = sum(Line.POSTED) + sum(Line.WITHDRAWN) + sum(Line.WAITING) + sum(Line.VETOED);
        return Math.abs(sum(Line.IN) - ended) + Math.abs(sum(Line.KNOWN) - placed);
    }

    /** Those of one task; only its thread writes them. */
    static final class Books {
        private final KeyValueStore<String, byte[]> store;
        private final long[] lines = new long[Line.values().length];
        private boolean inRecord;
        private boolean poisoned;
        private @Nullable Line account;

        /** What others see: never a record half-way. */
        private volatile long[] shown;

        private Books(KeyValueStore<String, byte[]> store) {
            this.store = store;
            var stored = store.get(KEY);
            if (stored != null) {
                var buffer = ByteBuffer.wrap(stored).asLongBuffer();
                buffer.get(lines, 0, Math.min(buffer.remaining(), lines.length));
            }
            shown = lines.clone();
        }

        void recordBegins() {
            inRecord = true;
            poisoned = false;
            account = null;
            lines[Line.IN.ordinal()]++;
        }

        void recordIs(Line ended) {
            account = ended;
        }

        void recordEnds() {
            inRecord = false;
            var ended = poisoned ? Line.DEAD_LETTERED : account;
            if (ended != null) {
                lines[ended.ordinal()]++;
            }
            write();
        }

        /** One article less in a state, if any, and one more in another, if any. */
        void articleMoves(@Nullable Line from, @Nullable Line to) {
            if (from == to) {
                return;
            }
            if (from != null) {
                lines[from.ordinal()]--;
            }
            if (to != null) {
                lines[to.ordinal()]++;
            }
            if (!inRecord) {
                write();
            }
        }

        private void write() {
            var bytes = ByteBuffer.allocate(Long.BYTES * lines.length);
            Arrays.stream(lines).forEach(bytes::putLong);
            store.put(KEY, bytes.array());
            shown = lines.clone();
        }
    }
}
