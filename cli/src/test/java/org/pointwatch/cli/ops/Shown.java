// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** All metrics that a process showed while it was looked at, with their labels. */
public final class Shown implements AutoCloseable {
    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final int port;
    private final Thread thread = new Thread(this::look, "scrape");

    private Shown(int port) {
        this.port = port;
    }

    /** Looks four times a second, as soon as there is something to see. */
    public static Shown looking() throws IOException {
        try (var free = new ServerSocket(0)) {
            var shown = new Shown(free.getLocalPort());
            shown.thread.start();
            return shown;
        }
    }

    public int port() {
        return port;
    }

    private void look() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            do {
                try {
                    take(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
                } catch (IOException e) {
                    // not up yet, or just gone: the next look will tell
                }
            } while (!over.await(250, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(String page) {
        SAMPLE.matcher(page).results().forEach(sample -> {
            var of = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> of.add(label.group(1)));
            }
        });
    }

    /** By the name of the metric. */
    public synchronized Map<String, Set<String>> labels() {
        return Map.copyOf(labels);
    }

    @Override
    public void close() throws InterruptedException {
        over.countDown();
        thread.join();
    }
}
