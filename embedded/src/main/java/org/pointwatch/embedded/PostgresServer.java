// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FAILED;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;

/**
 * Starts and stops the server of one data directory.
 *
 * <p>{@code pg_ctl} starts it in a session of its own: Ctrl-C in the terminal must reach us first, while the database
 * still answers. The price is that a kill of our process leaves it running, until the next start stops it.
 */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final long LOG_LIMIT = 5L << 20;
    private static final int LOG_LINES_SHOWN = 5;
    private static final String SECONDS = "8";

    /** Above every system's largest process id. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE - 1);

    private final Path data;
    private final Path log;
    private final PostgresTools tools;

    PostgresServer(Path data, Path log, PostgresTools tools) {
        this.data = data;
        this.log = log;
        this.tools = tools;
    }

    void start() {
        trimLog();
        var outcome = tools.run("pg_ctl", "start", "-w", "-t", "60", "-D", data.toString(), "-l", log.toString(), "-s");
        if (!outcome.succeeded()) {
            throw new EmbeddedStartException(
                    FAILED,
                    "PostgreSQL did not start in " + data + ": " + outcome.said() + "\n" + logEnd() + "\nAll of it: "
                            + log);
        }
    }

    void stop() {
        if (!stopped("fast") && !stopped("immediate")) {
            LOG.warn("PostgreSQL of {} is still running; the next start will stop it", data);
        }
    }

    private boolean stopped(String mode) {
        return tools.run("pg_ctl", "stop", "-w", "-t", SECONDS, "-m", mode, "-D", data.toString(), "-s")
                .succeeded();
    }

    /** Stops the server that a killed process of ours left behind, and nothing else. */
    void stopOrphan() {
        var note = data.resolve("postmaster.pid");
        var lines = lines(note);
        if (lines.isEmpty()) {
            return;
        }
        var process = handle(lines.get(0));
        if (process.isPresent() && serves(process.get())) {
            LOG.info("Stopping process {}, a PostgreSQL left behind in {}", lines.get(0), data);
            requireStopped(process.get());
        } else if (process.isPresent()) {
            disown(note, lines);
        }
    }

    /** Whether its first process is there; not a word on whether it answers. */
    boolean runs() {
        var lines = lines(data.resolve("postmaster.pid"));
        return !lines.isEmpty() && handle(lines.get(0)).isPresent();
    }

    private static Optional<ProcessHandle> handle(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a {@code postgres} and was told this very directory. */
    private boolean serves(ProcessHandle process) {
        var info = process.info();
        boolean postgres = info.command()
                .filter(command -> Path.of(command).endsWith("postgres"))
                .isPresent();
        return postgres && Stream.of(info.arguments().orElse(new String[0])).anyMatch(this::isData);
    }

    private boolean isData(String argument) {
        try {
            return argument.startsWith("/") && Files.isSameFile(Path.of(argument), data);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** Believes {@code pg_ctl}, not the process table: who adopted the orphan may be slow to take note of its end. */
    private void requireStopped(ProcessHandle process) {
        if (!stopped("fast") && !stopped("immediate")) {
            throw new EmbeddedStartException(
                    IN_USE,
                    "PostgreSQL process " + process.pid() + " works in " + data
                            + " and does not stop. Stop it by hand, then start again.");
        }
    }

    /**
     * The noted process id belongs to something else by now (process ids repeat soon in a container), which would stop
     * PostgreSQL from starting. Only the id goes: the note's last lines let PostgreSQL find workers that outlived it.
     */
    private static void disown(Path note, List<String> lines) {
        var changed = new ArrayList<>(lines);
        changed.set(0, NO_PROCESS);
        Folder.replace(note, String.join("\n", changed) + "\n");
    }

    private void trimLog() {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set " + log + " aside", e);
        }
    }

    private String logEnd() {
        var lines = lines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
