// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

import static org.awaitility.Awaitility.await;

/** Measures how long what was hit takes to get on, and waits for what else a campaign waits for. */
final class Watch {
    /** What was decided before the blow may still become visible for a moment, and is no recovery. */
    private static final Duration AFTERGLOW = Duration.ofMillis(300);

    private final Roles roles;
    private final Supply supply;
    private final Recoveries recoveries;
    private final Consumer<String> say;

    /** What something that works commits. */
    interface Question extends Callable<Map<TopicPartition, Long>> {}

    Watch(Roles roles, Supply supply, Recoveries recoveries, Consumer<String> say) {
        this.roles = roles;
        this.supply = supply;
        this.recoveries = recoveries;
        this.say = say;
    }

    /** Returns when more is committed than at the first answer after the blow. */
    void measure(String component, String kind, long since, Question question) {
        var first = new AtomicReference<Map<TopicPartition, Long>>();
        until(component + " gets on after " + kind, () -> {
            if (System.nanoTime() - since < AFTERGLOW.toNanos()) {
                return false;
            }
            supply.lasts();
            var now = question.call();
            first.compareAndSet(null, now);
            return Progress.moved(first.get(), now);
        });
        var took = Duration.ofNanos(System.nanoTime() - since);
        recoveries.add(component, kind, took);
        say("  %s gets on %.1f s after %s (load %.1f)"
                .formatted(component, took.toMillis() / 1000.0, kind, Recoveries.load()));
    }

    void until(String what, Callable<Boolean> condition) {
        Wait.until(what, roles::requireAlive, condition);
    }

    void say(String line) {
        say.accept(line);
    }

    static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
    }
}
