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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of the pipeline in a process of its own; each start has a log file of its own. */
final class OwnProcess implements AutoCloseable {
    private static final Pattern METRICS = Pattern.compile("metrics at (http://\\S+)/metrics");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final List<String> options;
    private final List<String> mainAndArguments;
    private final boolean ofJars;
    private final Path archive;
    private final Map<String, String> environment;
    private final Path logs;
    private Process process;
    private Path log;
    private int starts;
    private boolean dead = true;

    /** @param mainAndArguments as behind {@code java} on a command line */
    OwnProcess(
            String name, String classPath, List<String> mainAndArguments, Map<String, String> environment, Path logs) {
        this.name = name;
        this.environment = Map.copyOf(environment);
        this.logs = logs;
        this.options = List.of(
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-cp",
                classPath);
        this.mainAndArguments = List.copyOf(mainAndArguments);
        this.ofJars = classPath.endsWith("*");
        this.archive = logs.resolve(name + ".jsa").toAbsolutePath();
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    void start() throws IOException {
        log = Files.createDirectories(logs).resolve(name + "-" + ++starts + ".log");
        var builder = new ProcessBuilder(command());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        dead = false;
        var started = process;
        // So that an interrupted run leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    /** As the launcher starts a role: with its classes at hand since it first ended in order; folders of classes cannot be archived. */
    private List<String> command() {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(options);
        if (ofJars) {
            all.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        all.addAll(mainAndArguments);
        return all;
    }

    /** Ends it in order, and starts it again. */
    void restart() throws IOException {
        close();
        start();
    }

    /** SIGKILL; returns when the process is gone, and its locks with it. */
    void kill() throws InterruptedException {
        requireAlive();
        dead = true;
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("%s ends when it is killed", name)
                .isTrue();
    }

    void pause() {
        signal("STOP", pid());
    }

    void go() {
        signal("CONT", pid());
    }

    static void signal(String signal, long pid) {
        try {
            var done = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(done).as("kill -%s %d", signal, pid).isZero();
        } catch (IOException e) {
            throw new IllegalStateException("there is no kill command here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a signal was sent", e);
        }
    }

    /** @throws AssertionError if it has ended, and not by our hand */
    void requireAlive() {
        assertThat(dead || process.isAlive())
                .as("%s runs; it ended by itself, see %s", name, log)
                .isTrue();
    }

    boolean said(String words) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8).contains(words);
    }

    /** What the role says of itself. */
    boolean ready() throws IOException, InterruptedException {
        requireAlive();
        return answer("/health/ready").map(r -> r.statusCode() == 200).orElse(false);
    }

    /** Sum over the lines of its metrics that begin so; 0 if it cannot be asked. */
    double metric(String beginning) throws IOException, InterruptedException {
        return answer("/metrics").stream()
                .flatMap(r -> r.body().lines())
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Optional<HttpResponse<String>> answer(String path) throws IOException, InterruptedException {
        var told = METRICS.matcher(Files.readString(log, StandardCharsets.UTF_8));
        if (!told.find()) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(told.group(1) + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** SIGTERM first; a process that does not end by that is killed. */
    @Override
    public void close() {
        if (process == null || dead) {
            return;
        }
        dead = true;
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
