// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One PostgreSQL, its programs unpacked from the class path, running beside this process with its data on disk.
 *
 * <p>Committed rows survive a kill and a loss of power ({@code fsync} and {@code synchronous_commit} are on). A killed
 * process leaves its database running; the next start in the same directory stops it first. A database that is killed
 * itself is started again. No shutdown hook is installed: only the owner knows when its last writer is done, and calls {@link #close}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final long ROOM = 128L << 20;

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final PostgresKeeper keeper;
    private final Address address;
    private final String password;

    private EmbeddedDatabase(DirectoryLock lock, PostgresServer server, Address address, String password) {
        this.lock = lock;
        this.server = server;
        this.keeper = PostgresKeeper.of(server);
        this.address = address;
        this.password = password;
    }

    /**
     * Returns when connections are answered.
     *
     * @throws EmbeddedStartException with what is wrong, where, and how to mend it
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        var directory = settings.directory().toAbsolutePath().normalize();
        Folder.prepare(directory, ROOM);
        Folder.requirePlain(directory, "\"$`\\", "PostgreSQL");
        var lock = DirectoryLock.take(directory);
        try {
            FormatMarker.claim(directory, new FormatMarker("postgres", 0));
            return start(settings, directory, lock);
        } catch (UncheckedIOException e) {
            lock.close();
            throw new EmbeddedStartException(
                    EmbeddedStartException.Kind.FAILED,
                    "PostgreSQL did not start: " + e.getMessage() + " (" + e.getCause() + ")",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(DatabaseSettings settings, Path directory, DirectoryLock lock) {
        var home =
                PostgresBinaries.unpackedIn(settings.binaries().toAbsolutePath().normalize());
        var tools = new PostgresTools(home, directory.resolve("tools.log"));
        tools.requirePermission();
        var cluster = new PostgresCluster(directory, tools);
        var server = new PostgresServer(cluster.data(), directory.resolve("server.log"), tools);
        makeReady(cluster, server);
        var password = cluster.agreeOnPassword(settings.password());
        int port = ListeningPort.choose(settings.host(), settings.port(), directory.resolve("port"));
        var listener = new Address(settings.host(), port);
        PostgresConfig.write(cluster.data(), listener);
        server.start();
        return new EmbeddedDatabase(lock, server, listener.local(), password);
    }

    private static void makeReady(PostgresCluster cluster, PostgresServer server) {
        if (Files.exists(cluster.data())) {
            cluster.requireSameMajor();
            server.stopOrphan();
        } else {
            cluster.create();
        }
    }

    /** Without user and password; as this machine reaches it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + address + "/" + PostgresCluster.NAME;
    }

    public String user() {
        return PostgresCluster.NAME;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        keeper.close();
        server.stop();
        lock.close();
    }
}
