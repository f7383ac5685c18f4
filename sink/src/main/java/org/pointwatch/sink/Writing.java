// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Stores one batch while the next is read: one at a time, in the order of reading. The connection belongs to the batch
 * between {@link #begin} and {@link #end}.
 */
final class Writing implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final BatchWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "sink-writer"));
    private @Nullable Future<Map<TopicPartition, Long>> current;

    Writing(BatchWriter writer) {
        this.writer = writer;
    }

    void begin(Connection connection, Batch batch, Map<TopicPartition, Long> epochs) {
        if (current != null) {
            throw new IllegalStateException("a batch is being stored");
        }
        current = thread.submit(() -> {
            writer.store(connection, batch, epochs);
            return batch.next();
        });
    }

    /**
     * Waits for the batch at hand.
     *
     * @return where its partitions stand now, null if there was no batch
     */
    @Nullable
    Map<TopicPartition, Long> end() throws SQLException {
        var ending = current;
        current = null;
        if (ending == null) {
            return null;
        }
        try {
            return ending.get();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was stored", e);
        }
    }

    private static SQLException thrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof Error fatal) {
            throw fatal;
        }
        return cause instanceof SQLException sql ? sql : new SQLException(cause);
    }

    /** Lets the batch at hand end; whether it was stored, the database says. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
