// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Kafka and {@code System.exit}: a broker that gives up ends itself, and tells its watchers why, instead
 * of ending the whole process without a word.
 *
 * <p>Kafka's exit hooks are one per process, so with several brokers in one process all are told of any one's end.
 */
final class KafkaExit {

    private static final List<Consumer<Throwable>> WATCHERS = new ArrayList<>();

    private KafkaExit() {}

    static synchronized void watch(Consumer<Throwable> watcher) {
        if (WATCHERS.isEmpty()) {
            Exit.setExitProcedure(KafkaExit::refuse);
            Exit.setHaltProcedure(KafkaExit::refuse);
        }
        WATCHERS.add(watcher);
    }

    static synchronized void unwatch(Consumer<Throwable> watcher) {
        if (WATCHERS.remove(watcher) && WATCHERS.isEmpty()) {
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
    }

    private static synchronized List<Consumer<Throwable>> watchers() {
        return List.copyOf(WATCHERS);
    }

    /** Never returns: callers of an exit do not expect to go on. */
    private static void refuse(int status, @Nullable String message) {
        var refused = new RefusedExit("Kafka asked to end the process with status " + status + " in thread "
                + Thread.currentThread().getName() + (message == null ? "" : ": " + message)
                + "; its log lines just before say why");
        watchers().forEach(watcher -> watcher.accept(refused));
        throw refused;
    }

    /** Its stack trace shows who asked. */
    private static final class RefusedExit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedExit(String message) {
            super(message);
        }
    }
}
