// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.NOT_PERMITTED;

/**
 * Runs PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}, {@code postgres}).
 *
 * <p>They refuse to run as root; in a user namespace of their own they do not see that they are. The files stay root's.
 *
 * @param home where {@code bin} is
 * @param saying file that takes what the last program said
 */
record PostgresTools(Path home, Path saying) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** A program's end: its exit status, and what it said on both of its outputs. */
    record Outcome(int status, String said) {
        boolean succeeded() {
            return status == 0;
        }
    }

    Outcome run(String program, String... arguments) {
        return feed("", program, arguments);
    }

    Outcome feed(String input, String program, String... arguments) {
        var command = new ArrayList<>(disguise());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command, input);
    }

    private Outcome execute(List<String> command, String input) {
        try {
            var process = builder(command).start();
            try (var stdin = process.outputWriter(UTF_8)) {
                stdin.write(input);
            }
            return outcome(process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + String.join(" ", command), e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(saying.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private Outcome outcome(Process process) throws IOException {
        try {
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(
                    ended ? process.exitValue() : -1, Files.readString(saying).strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    private static List<String> disguise() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    /** Finds out before there is any data whether root may do what root must do here. */
    void requirePermission() {
        var trial = new ArrayList<>(disguise());
        if (trial.isEmpty()) {
            return;
        }
        trial.add("true");
        try {
            var outcome = execute(trial, "");
            if (!outcome.succeeded()) {
                throw notPermitted(outcome.said());
            }
        } catch (UncheckedIOException e) {
            throw notPermitted(e.toString());
        }
    }

    private static EmbeddedStartException notPermitted(String reason) {
        return new EmbeddedStartException(
                NOT_PERMITTED,
                "PostgreSQL does not run as root, and this system does not let root step down with 'unshare -U' ("
                        + reason + "). Run Pointwatch as an ordinary user, or configure the address of a PostgreSQL of"
                        + " your own.");
    }
}
