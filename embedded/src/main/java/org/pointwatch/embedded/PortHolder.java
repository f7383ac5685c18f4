// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Who listens on a port, as far as this user may know; a courtesy of the error message, Linux only. */
final class PortHolder {

    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    static Optional<String> of(int port) {
        var sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length > INODE && row[STATE].equals(LISTENING))
                .filter(row -> row[LOCAL].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                .map(row -> "socket:[" + row[INODE] + "]")
                .toList();
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .map(PortHolder::name)
                        .findFirst();
    }

    private static boolean holds(ProcessHandle process, List<String> sockets) {
        try (var open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table, UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(ProcessHandle process) {
        var command = process.info().command().map(path -> " " + Path.of(path).getFileName());
        return "pid " + process.pid() + command.orElse("");
    }
}
