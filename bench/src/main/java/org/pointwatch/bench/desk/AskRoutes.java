// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pointwatch.domain.dossier.Dossier;

/** Asks every reading route in turn, each time with other parameters, so that no answer was given before. */
final class AskRoutes {
    private static final int DAYS = 28;
    private static final int ROUTES = 18;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI desk;
    private final Dossier dossier;
    private final Random random = new Random(28);
    private final Map<String, List<Double>> millis = new TreeMap<>();

    AskRoutes(URI desk, Dossier dossier) {
        this.desk = desk;
        this.dossier = dossier;
    }

    void measure(int requests, PrintStream out) throws IOException, InterruptedException {
        ask(Math.max(150, requests / 10));
        millis.clear();
        ask(requests);
        out.printf("  %-34s %6s %8s %8s %8s%n", "route", "n", "p50 ms", "p99 ms", "most ms");
        var all = new ArrayList<Double>();
        millis.forEach((route, times) -> {
            all.addAll(times);
            print(out, route, times);
        });
        print(out, "all", all);
    }

    private void ask(int requests) throws IOException, InterruptedException {
        for (var i = 0; i < requests; i++) {
            var path = path(i % ROUTES);
            var began = System.nanoTime();
            var request = HttpRequest.newBuilder(URI.create(desk + path.substring(1)))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " is answered " + answer.statusCode() + ": " + answer.body());
            }
            var route = path.replaceFirst("\\?.*", "").replaceFirst("stories/.+", "stories/{id}") + kind(path);
            millis.computeIfAbsent(route, r -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
        }
    }

    private static String kind(String path) {
        return path.contains("q=")
                ? " (words)"
                : path.contains("sort=copies") ? " (copies)" : path.contains("step=hour") ? " (hours)" : "";
    }

    private String path(int which) {
        return "/api/v1/"
                + switch (which) {
                    case 0 -> "series?" + range(14);
                    case 1 -> "series?step=hour&target=" + target() + "&" + range(14);
                    case 2 -> "series?target=all&target=plan:" + dossier.id() + "&" + range(7);
                    case 3 -> "evidence?target=" + target() + "&" + range(14);
                    case 4 -> "evidence?q=w" + random.nextInt(3_000) + "&" + range(14);
                    case 5 ->
                        "evidence?q=w" + random.nextInt(300) + "+w" + random.nextInt(300) + "&target=" + target() + "&"
                                + range(14);
                    case 6 -> "evidence?" + range(14);
                    case 7 -> "matrix?" + range(7);
                    case 8 -> "stories?" + range(14);
                    case 9 -> "stories?sort=copies&target=" + target() + "&" + range(7);
                    case 10 -> "stories/" + article();
                    case 11 -> "deadlines?point=" + point() + "&limit=" + (10 + random.nextInt(90));
                    case 12 -> "alerts?limit=" + (10 + random.nextInt(90));
                    case 13 -> "figures?" + range(14);
                    case 14 -> "quotes?" + range(14);
                    case 15 -> "outlets?target=" + target() + "&" + range(14);
                    case 16 -> "feeds?limit=" + (10 + random.nextInt(90));
                    default -> "brief?at=" + at();
                };
    }

    private String point() {
        return dossier.points().get(random.nextInt(dossier.points().size())).id();
    }

    private String target() {
        return random.nextInt(3) > 0
                ? "point:" + point()
                : "actor:" + dossier.actors().get(random.nextInt(20)).id();
    }

    private String at() {
        return FillTables.END.minusSeconds(900L * random.nextInt(96 * DAYS)).toString();
    }

    /** So many days up to some quarter of an hour of the last weeks. */
    private String range(int days) {
        var to = FillTables.END.minusSeconds(900L * random.nextInt(96 * DAYS));
        return "from=" + to.minus(Duration.ofDays(days)) + "&to=" + to;
    }

    private String article() {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5");
            var text = String.valueOf(20L * (1 + random.nextInt(10_000)));
            return java.util.HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .substring(0, 20);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(PrintStream out, String route, List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        out.printf(
                "  %-34s %6d %8.1f %8.1f %8.1f%n",
                route, sorted.size(), at(sorted, 0.5), at(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * part) - 1));
    }
}
