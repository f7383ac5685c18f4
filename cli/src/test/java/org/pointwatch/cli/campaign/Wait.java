// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.time.Duration;
import java.util.concurrent.Callable;

import static org.awaitility.Awaitility.await;

/** Waiting for what may be away: a question that fails is asked again. */
final class Wait {
    /** Generous, for a machine that others use as well. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LOOK = Duration.ofMillis(40);

    private Wait() {}

    /** @param check throws what ends the wait at once */
    static void until(String what, Runnable check, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK).until(() -> {
            check.run();
            return told(condition);
        });
    }

    private static boolean told(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }
}
