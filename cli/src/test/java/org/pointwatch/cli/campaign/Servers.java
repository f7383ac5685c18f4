// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.pointwatch.cli.Main;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.testkit.proxy.TcpProxy;

/**
 * Kafka and PostgreSQL, each in a process of its own, and the proxies through which everyone reaches them: the servers
 * listen on 127.0.0.1, the proxies on the same ports of 127.0.0.2, which is also what Kafka tells its clients.
 */
final class Servers implements AutoCloseable {
    static final String PASSWORD = "campaign-password";

    private static final String DIRECT = "127.0.0.1";
    private static final String PROXIED = "127.0.0.2";

    private final Path folder;
    private final int kafkaPort = freePort();
    private final int databasePort = freePort();
    private final OwnProcess broker;
    private final OwnProcess database;
    private final TcpProxy toKafka;
    private final TcpProxy toDatabase;

    Servers(Path folder, String classPath, Path logs) throws IOException {
        this.folder = folder;
        broker = new OwnProcess("broker", classPath, brokerCommand(), Map.of(), logs);
        var secret = Map.of(Keys.DB_PASSWORD.variable(), PASSWORD);
        database = new OwnProcess("database", classPath, databaseCommand(), secret, logs);
        toKafka = proxy(kafkaPort);
        toDatabase = proxy(databasePort);
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveNothing));
    }

    /** PostgreSQL outlives the process that started it, when that is killed in an interrupted run. */
    private void leaveNothing() {
        if (Files.exists(postmasterNote())) {
            ProcessHandle.of(postmaster())
                    .filter(p -> p.info().command().orElse("").startsWith(folder.toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Path postmasterNote() {
        return folder.resolve("database/postgres/data/postmaster.pid");
    }

    private List<String> brokerCommand() {
        return command(
                "broker",
                set(Keys.BROKER_HOST.name(), DIRECT),
                set(Keys.BROKER_ADVERTISED.name(), PROXIED),
                set(Keys.BROKER_PORT.name(), kafkaPort),
                set(Keys.DB_URL.name(), "jdbc:postgresql://elsewhere/none"));
    }

    private List<String> databaseCommand() {
        return command(
                "database",
                set(Keys.BROKER_HOST.name(), DIRECT),
                set(Keys.POSTGRES_PORT.name(), databasePort),
                set(Keys.BOOTSTRAP.name(), "elsewhere:9092"));
    }

    private List<String> command(String name, String... settings) {
        var command =
                new ArrayList<>(List.of(Main.class.getName(), "broker", "--verbose", "--data=" + folder.resolve(name)));
        command.addAll(List.of(settings));
        return command;
    }

    static String set(String key, Object value) {
        return "--set=" + key + "=" + value;
    }

    private static TcpProxy proxy(int port) {
        return TcpProxy.start(new InetSocketAddress(PROXIED, port), new InetSocketAddress(DIRECT, port));
    }

    /** Below the range of outgoing connections, so that it is still free after a restart. */
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var one = new ServerSocket(port, 1, InetAddress.getByName(DIRECT));
                    var other = new ServerSocket(port, 1, InetAddress.getByName(PROXIED))) {
                return one.getLocalPort() == other.getLocalPort() ? port : freePort();
            } catch (IOException e) {
                // Somebody's: take another.
            }
        }
    }

    /** Returns when both answer. */
    void start() throws IOException {
        broker.start();
        database.start();
        for (var server : List.of(broker, database)) {
            Wait.until(server.name() + " is ready", server::requireAlive, () -> server.said("broker: ready"));
        }
    }

    OwnProcess broker() {
        return broker;
    }

    OwnProcess database() {
        return database;
    }

    TcpProxy toKafka() {
        return toKafka;
    }

    TcpProxy toDatabase() {
        return toDatabase;
    }

    String bootstrap() {
        return PROXIED + ":" + kafkaPort;
    }

    /** As the roles reach it. */
    String url(String name) {
        return "jdbc:postgresql://" + PROXIED + ":" + databasePort + "/" + name;
    }

    String directUrl(String name) {
        return "jdbc:postgresql://" + DIRECT + ":" + databasePort + "/" + name;
    }

    /** PostgreSQL's first process. */
    long postmaster() {
        try {
            var lines = Files.readAllLines(postmasterNote());
            return Long.parseLong(lines.get(0).strip());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL's process is not to be found", e);
        }
    }

    /** The postmaster and all that it started. */
    void signalPostgres(String signal) {
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        OwnProcess.signal(signal, postmaster.pid());
        postmaster.descendants().forEach(child -> OwnProcess.signal(signal, child.pid()));
    }

    @Override
    public void close() {
        broker.close();
        database.close();
        toKafka.close();
        toDatabase.close();
    }
}
