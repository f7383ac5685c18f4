// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody is asked early, however often the fetcher is killed. {@code -Dsimulation.feeds=25000} is the figure in
 * docs/quality.md; it takes some minutes and prints what it did.
 */
final class RestartSimulationTest {
    private static final Instant START = Instant.parse("2025-11-03T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);

    @Test
    void thirtyDaysWithFiveHundredKills() {
        var feeds = Integer.getInteger("simulation.feeds", 300);
        var seed = Long.getLong("simulation.seed", 8);
        var web = new SimulatedWeb(feeds, seed);
        var fetcher = new SimulatedFetcher(web, seed);
        var random = new Random(seed);
        var now = START;
        var end = START.plus(Duration.ofDays(30));
        var kills = 500;
        var inTheAir = 0;
        var began = System.nanoTime();
        fetcher.start(now);
        for (var kill = 1; kill <= kills; kill++) {
            var rest = Duration.between(now, end).dividedBy(kills - kill + 1);
            var next = now.plusMillis((long) (rest.toMillis() * 2 * random.nextDouble()));
            fetcher.run(now, next, STEP);
            inTheAir += fetcher.inTheAir();
            fetcher.kill();
            now = next.plusSeconds(random.nextInt(random.nextInt(10) == 0 ? 3_600 : 20));
            fetcher.start(now);
        }
        fetcher.run(now, end, STEP);
        System.out.printf(
                "%,d feeds, 30 days, %d kills with %,d requests in the air: %,d requests, %,d refused by their host, %d early (seed %d, %d s)%n",
                feeds,
                kills,
                inTheAir,
                web.requests,
                web.refusals,
                web.complaints.size(),
                seed,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        assertThat(inTheAir).as("kills that met a request").isPositive();
        assertThat(web.requests).isGreaterThan(feeds * 30L);
        assertThat(web.complaints.stream().limit(20)).isEmpty();
    }

    @Test
    void aDayWithARestartEveryFortyMinutesIsOneUnconditionalRequestAFeed() {
        var web = new SimulatedWeb(40, 5);
        var fetcher = new SimulatedFetcher(web, 5);
        var now = START;
        for (var i = 0; i < 36; i++) {
            fetcher.start(now);
            fetcher.run(now, now.plus(Duration.ofMinutes(40)), Duration.ofSeconds(1));
            now = now.plus(Duration.ofMinutes(41));
        }
        assertThat(web.complaints).isEmpty();
        assertThat(web.requests).isGreaterThan(400);
        assertThat(web.feeds.keySet())
                .allSatisfy(feed -> assertThat(web.unconditional(feed)).isZero());
    }
}
