// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A browser without a window and without a past, driven over its own protocol. */
final class Chromium implements AutoCloseable {
    private static final String TOLD = "DevTools listening on ";

    private final Process process;
    private final DevTools devTools;

    private Chromium(Process process, DevTools devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    static Optional<Path> installed() {
        var folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable, Path profile) throws IOException {
        var process = new ProcessBuilder(List.of(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--lang=en-GB",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank"))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Chromium(process, DevTools.connect(address(process)));
    }

    private static URI address(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(TOLD)) {
                drain(out);
                return URI.create(line.substring(TOLD.length()).strip());
            }
        }
        throw new IllegalStateException("the browser ended before it listened");
    }

    /** So that it never waits for somebody to read what it says. */
    private static void drain(BufferedReader out) {
        var reader = new Thread(() -> {
            try {
                out.transferTo(java.io.Writer.nullWriter());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, e) -> {}); // it ends with the browser
        reader.start();
    }

    Tab tab() {
        var target = devTools.call(null, "Target.createTarget", Map.of("url", "about:blank"));
        var session = devTools.call(
                null,
                "Target.attachToTarget",
                Map.of("targetId", target.path("targetId").asString(), "flatten", true));
        return new Tab(devTools, session.path("sessionId").asString());
    }

    /** Its helpers outlive it for a moment and still write to the profile, which is deleted next. */
    @Override
    public void close() {
        var helpers = process.descendants().toList();
        devTools.close();
        process.destroy();
        end(process.toHandle());
        helpers.forEach(Chromium::end);
    }

    private static void end(ProcessHandle one) {
        try {
            one.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            one.destroyForcibly();
        }
    }
}
