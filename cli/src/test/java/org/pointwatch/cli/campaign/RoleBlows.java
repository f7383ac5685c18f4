// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.cli.campaign.Strike.Blow;
import org.pointwatch.cli.campaign.Watch.Question;

/** What is done to the roles' processes. */
final class RoleBlows {
    static final Duration SHORT = Duration.ofSeconds(3);

    private static final String TAKE_OVER = "taken over";
    private static final String ZOMBIE = "zombie wakes";

    private final Roles roles;
    private final Supply supply;
    private final Watch watch;

    RoleBlows(Roles roles, Supply supply, Watch watch) {
        this.roles = roles;
        this.supply = supply;
        this.watch = watch;
    }

    void strike(Strike s) throws IOException, InterruptedException {
        var names = names(s);
        if (s.target() == Strike.Target.FETCHER) {
            fetcher(s);
        } else if (s.blow() == Blow.KILL) {
            kill(s, names);
        } else if (s.target() == Strike.Target.SINK) {
            pauseSink(s);
        } else {
            pauseProcess(s, names);
        }
    }

    private static List<String> names(Strike s) {
        return switch (s.target()) {
            case PROCESS_1 -> List.of(Roles.PROCESS_1);
            case PROCESS_2 -> List.of(Roles.PROCESS_2);
            case PROCESSES -> List.of(Roles.PROCESS_1, Roles.PROCESS_2);
            case SINK -> List.of(Roles.SINK);
            default -> List.of(Roles.FETCHER);
        };
    }

    private void kill(Strike s, List<String> names) throws IOException, InterruptedException {
        var sink = s.target() == Strike.Target.SINK;
        var question = sink ? stored() : processed(names);
        var since = System.nanoTime();
        for (var name : names) {
            roles.get(name).kill();
        }
        for (var name : names) {
            roles.get(name).start();
        }
        supply.come();
        watch.measure(sink ? "sink" : "streams", "kill", since, question);
    }

    private Question stored() {
        return roles.progress()::stored;
    }

    /** What only they commit, as long as nobody takes it over. */
    private Question processed(List<String> names) {
        var held = held(names);
        return () -> roles.progress().processed(held);
    }

    private Set<TopicPartition> held(List<String> names) {
        var held = new HashSet<TopicPartition>();
        for (var name : names) {
            watch.until(name + " has work", () -> {
                var its = roles.progress().heldBy(name);
                held.addAll(its);
                return !its.isEmpty();
            });
        }
        return held;
    }

    private void pauseProcess(Strike s, List<String> names) throws IOException {
        var victim = roles.get(names.get(0));
        var question = processed(names);
        var since = System.nanoTime();
        victim.pause();
        supply.come();
        if (s.blow() == Blow.ZOMBIE) {
            watch.measure("streams", TAKE_OVER, since, question);
        } else {
            Watch.pass(SHORT);
        }
        var awake = System.nanoTime();
        victim.go();
        supply.come();
        watch.measure("streams", s.blow() == Blow.ZOMBIE ? ZOMBIE : "pause", awake, question);
        if (s.blow() == Blow.ZOMBIE) {
            watch.say("  the zombie says that it was fenced: " + victim.said("is being fenced"));
        }
        watch.until(
                victim.name() + " is given work again",
                () -> !roles.progress().heldBy(victim.name()).isEmpty());
    }

    private void pauseSink(Strike s) throws IOException, InterruptedException {
        var sink = roles.get(Roles.SINK);
        var other = roles.get(Roles.OTHER_SINK);
        var since = System.nanoTime();
        sink.pause();
        supply.come();
        if (s.blow() == Blow.PAUSE) {
            Watch.pass(SHORT);
            var awake = System.nanoTime();
            sink.go();
            watch.measure("sink", "pause", awake, stored());
            return;
        }
        other.start();
        watch.measure("sink", TAKE_OVER, since, stored());
        var awake = System.nanoTime();
        sink.go();
        supply.come();
        watch.measure("sink", ZOMBIE, awake, stored());
        other.close();
        watch.until(
                "the first sink has all partitions again",
                () -> roles.progress().strangers(Roles.SINK) == 0);
        watch.say("  the zombie was refused on %.0f partitions".formatted(sink.metric("pointwatch_sink_fenced")));
    }

    private void fetcher(Strike s) throws IOException, InterruptedException {
        var fetcher = roles.get(Roles.FETCHER);
        var since = System.nanoTime();
        if (s.blow() == Blow.KILL) {
            fetcher.kill();
            supply.world().jump(Duration.ofHours(2));
            fetcher.start();
        } else {
            fetcher.pause();
            Watch.pass(SHORT);
            supply.world().jump(Duration.ofHours(2));
            since = System.nanoTime();
            fetcher.go();
        }
        watch.measure("fetcher", s.blow() == Blow.KILL ? "kill" : "pause", since, polled());
    }

    /** Feeds that are rarely asked become due as well, an hour of theirs in two seconds. */
    private Question polled() {
        var looks = new AtomicInteger();
        return () -> {
            if (looks.incrementAndGet() % 50 == 0) {
                supply.world().runFor(Duration.ofHours(1));
            }
            return roles.progress().polled();
        };
    }
}
