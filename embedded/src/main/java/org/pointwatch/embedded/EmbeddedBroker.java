// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * One Kafka node, broker and controller, in this process.
 *
 * <p>Acknowledged records survive a restart and a kill of the process; a loss of power may cost those that the system
 * had not yet written to the disk, because one node has no replicas and Kafka leaves flushing to the system.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final long ROOM = 64L << 20;

    private final DirectoryLock lock;
    private final KafkaNode node;
    private final Address advertised;

    private EmbeddedBroker(DirectoryLock lock, KafkaNode node, Address advertised) {
        this.lock = lock;
        this.node = node;
        this.advertised = advertised;
    }

    /**
     * Returns when clients can connect.
     *
     * @throws EmbeddedStartException with what is wrong, where, and how to mend it
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        var directory = settings.directory().toAbsolutePath().normalize();
        Folder.prepare(directory, ROOM);
        var lock = DirectoryLock.take(directory);
        try {
            return start(settings, directory, lock);
        } catch (UncheckedIOException e) {
            lock.close();
            throw new EmbeddedStartException(
                    EmbeddedStartException.Kind.FAILED,
                    "the embedded broker did not start: " + e.getMessage() + " (" + e.getCause() + ")",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(BrokerSettings settings, Path directory, DirectoryLock lock) {
        var logs = BrokerStorage.logsIn(directory);
        int port = ListeningPort.choose(settings.host(), settings.port(), directory.resolve("port"));
        var listener = new Address(settings.host(), port);
        var advertised = new Address(Objects.requireNonNullElse(settings.advertisedHost(), settings.host()), port);
        var node = KafkaNode.start(BrokerConfig.of(logs, listener, advertised.host()));
        return new EmbeddedBroker(lock, node, advertised);
    }

    /** The advertised address, as Kafka clients take it. */
    public String bootstrapServers() {
        return advertised.toString();
    }

    /** Completes if the broker gives up while running (a full disk, for one); it never ends the process by itself. */
    public CompletionStage<Throwable> failure() {
        return node.failure();
    }

    @Override
    public void close() {
        node.close();
        lock.close();
    }
}
