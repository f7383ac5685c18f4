// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.cli.campaign.Watch.Question;

/** Brings each blow at its moment, with work at hand, and returns when what was hit gets on again. */
final class Striker {
    /** Of the world's time, for a fetcher that has nothing to do: more than passes between two looks. */
    private static final Duration SOME_WORK = Duration.ofMinutes(30);

    private final Roles roles;
    private final Supply supply;
    private final Watch watch;
    private final RoleBlows roleBlows;
    private final ServerBlows serverBlows;

    Striker(Servers servers, Roles roles, Supply supply, Watch watch) {
        this.roles = roles;
        this.supply = supply;
        this.watch = watch;
        roleBlows = new RoleBlows(roles, supply, watch);
        serverBlows = new ServerBlows(servers, roles, supply, watch);
    }

    void strike(Strike s) throws Exception {
        watch.until("earlier articles are worked off", () -> roles.progress().waiting() < supply.chunk());
        reach(s);
        supply.world().stand();
        switch (s.target()) {
            case BROKER -> serverBlows.broker(s);
            case DATABASE -> serverBlows.database(s);
            default -> roleBlows.strike(s);
        }
        roles.requireAlive();
    }

    /** Returns when the target has been seen to get on so often. */
    private void reach(Strike s) throws Exception {
        var question = question(s);
        var seen = new AtomicReference<Map<TopicPartition, Long>>();
        watch.until("somebody answers where it stands", () -> {
            seen.set(question.call());
            return true;
        });
        supply.world().runTo(s.part());
        supply.come();
        for (var step = 0; step < s.steps(); step++) {
            watch.until(s + " is due", () -> {
                var now = question.call();
                if (Progress.moved(seen.get(), now)) {
                    seen.set(now);
                    return true;
                }
                supply.lasts();
                if (s.target() == Strike.Target.FETCHER) {
                    supply.world().runFor(SOME_WORK);
                }
                return false;
            });
        }
    }

    private Question question(Strike s) {
        return switch (s.target()) {
            case SINK, DATABASE -> roles.progress()::stored;
            case FETCHER -> roles.progress()::polled;
            default -> () -> roles.progress().processed(s.hop());
        };
    }
}
