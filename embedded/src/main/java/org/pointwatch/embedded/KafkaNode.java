// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.pointwatch.embedded.EmbeddedStartException.Kind.FAILED;

/**
 * The running server. Starting and stopping happen in threads of their own, because Kafka's may wait without end for
 * something that another of its threads has already given up on.
 */
final class KafkaNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final CompletableFuture<KafkaRaftServer> made = new CompletableFuture<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final Consumer<Throwable> watcher = this::fail;
    private @Nullable Thread stopping;

    private KafkaNode() {}

    static KafkaNode start(Properties config) {
        var node = new KafkaNode();
        KafkaExit.watch(node.watcher);
        daemon("embedded-broker-start", () -> node.run(config));
        try {
            node.started.get(START.toSeconds(), TimeUnit.SECONDS);
            return node;
        } catch (ExecutionException | TimeoutException e) {
            node.close();
            throw notStarted(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            node.close();
            throw notStarted(e);
        }
    }

    private void run(Properties config) {
        try {
            var server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
            made.complete(server);
            server.startup();
            started.complete(null);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        if (failure.complete(cause)) {
            LOG.error("The embedded broker gave up", cause);
        }
        if (!started.completeExceptionally(cause) && !started.isCompletedExceptionally()) {
            stop(); // it was running, and Kafka wanted it dead: let it serve no one
        }
    }

    /** Begins the stop, or finds it begun. */
    private synchronized @Nullable Thread stop() {
        var server = made.getNow(null);
        if (stopping == null && server != null) {
            stopping = daemon("embedded-broker-stop", server::shutdown);
        }
        return stopping;
    }

    CompletionStage<Throwable> failure() {
        return failure.minimalCompletionStage();
    }

    private static EmbeddedStartException notStarted(Throwable cause) {
        var root = cause;
        for (var next = cause; next != null; next = next.getCause()) {
            root = next;
        }
        var reason = cause instanceof TimeoutException ? "not ready after " + START.toSeconds() + " s" : "" + root;
        return new EmbeddedStartException(
                FAILED,
                "the embedded broker did not start: " + reason + ". Its log lines before this say more.",
                cause);
    }

    /** Waits at most ten seconds: what is left undone then is like a kill, which the next start recovers from. */
    @Override
    public void close() {
        var end = stop();
        if (end != null && !endsInTime(end)) {
            LOG.warn("The embedded broker is still stopping after {}; left to itself", STOP);
        } else if (end == null || !failure.isDone()) {
            KafkaExit.unwatch(watcher); // a broken one's last threads may yet ask for the process's end
        }
    }

    private static boolean endsInTime(Thread stopping) {
        try {
            stopping.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !stopping.isAlive();
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
