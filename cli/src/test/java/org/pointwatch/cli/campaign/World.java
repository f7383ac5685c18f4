// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pointwatch.cli.demo.FeedServer;
import org.pointwatch.cli.demo.Replay;
import org.pointwatch.cli.demo.SampleWorld;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.wire.KafkaAccess;

/**
 * The sample world's feeds, and its clock, which runs only as far as the campaign lets it: while something is broken it
 * stands, so that no entry's time of discovery depends on how long a mend takes.
 */
final class World implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);

    private final SampleWorld world = SampleWorld.load();
    private final Path clockFile;
    private final SharedClock clock;
    private final FeedServer server;
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
    private Instant target = world.start();

    World(Path clockFile) throws IOException {
        this.clockFile = clockFile;
        clock = SharedClock.at(clockFile);
        clock.set(world.start());
        server = FeedServer.start(world, clock, 0);
        ticking.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        var now = clock.instant();
        if (now.isBefore(target)) {
            var next = now.plus(TICK.multipliedBy(Replay.SPEED));
            clock.set(next.isAfter(target) ? target : next);
        }
    }

    /** Lets the clock run to that part of the world's time, and no further. */
    synchronized void runTo(double part) {
        var all = Duration.between(world.start(), world.end()).toMillis();
        target = later(world.start().plusMillis((long) (all * part)));
    }

    /** Lets it run so far that every feed is asked once more behind the end. */
    synchronized void runOut() {
        target = later(world.end().plus(Replay.AFTERWARDS));
    }

    private Instant later(Instant time) {
        return time.isBefore(target) ? target : time;
    }

    /** Lets it run on from now, at least that long. */
    synchronized void runFor(Duration duration) {
        target = later(clock.instant().plus(duration));
    }

    synchronized void stand() {
        target = clock.instant();
    }

    /** Makes feeds due. */
    synchronized void jump(Duration duration) {
        target = clock.instant().plus(duration);
        clock.set(target);
    }

    /** Before any record about it; made-up articles are from before that. */
    Instant horizon() {
        return world.start().minus(Duration.ofDays(9));
    }

    Instant end() {
        return world.end();
    }

    int feeds() {
        return world.outlets().size();
    }

    String authority() {
        return server.authority();
    }

    Path clockFile() {
        return clockFile;
    }

    void subscribe(KafkaAccess kafka) {
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(world.subscriptions(server.address()));
        }
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        server.close();
    }
}
