// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.pointwatch.cli.Main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One role in a process of its own, on the class path of this test; each start has a log file of its own. */
final class RoleProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern METRICS = Pattern.compile("metrics at (http://\\S+)/metrics");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String role;
    private final List<String> options;
    private final Map<String, String> environment;
    private final Path logs;
    private Process process;
    private Path log;
    private int starts;

    /** @param options as on the command line, behind the role's name */
    RoleProcess(String role, List<String> options, Map<String, String> environment, Path logs) {
        this.role = role;
        this.options = List.copyOf(options);
        this.environment = Map.copyOf(environment);
        this.logs = logs;
    }

    void start() throws IOException {
        log = Files.createDirectories(logs).resolve(role + "-" + ++starts + ".log");
        var builder = new ProcessBuilder(command());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        // So that an interrupted run leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                role));
        command.addAll(options);
        return command;
    }

    /** SIGKILL; returns when the process is gone, and its locks with it. */
    void kill() throws InterruptedException {
        requireAlive();
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("%s ends when it is killed", role)
                .isTrue();
    }

    /** @throws AssertionError if it has ended by itself */
    void requireAlive() {
        assertThat(process.isAlive()).as("%s runs; see %s", role, log).isTrue();
    }

    /** Returns when the role says of itself that it is ready. */
    void awaitReady() {
        await(role + " is ready; see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::ready);
    }

    private boolean ready() throws IOException, InterruptedException {
        requireAlive();
        var told = METRICS.matcher(Files.readString(log, StandardCharsets.UTF_8));
        if (!told.find()) {
            return false;
        }
        var request = HttpRequest.newBuilder(URI.create(told.group(1) + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    /** SIGTERM first; a process that does not end by that is killed. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
