// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether records advance, which is what health means here: each task has reached the end of its inputs or has moved
 * within the last while. An instance without tasks has nothing to do and is well; one that restores is, while it does.
 */
final class Advance {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Seen> tasks = new HashMap<>();
    private long since;
    private long restored;
    private boolean begun;
    private Duration stalled = Duration.ZERO;

    /**
     * How far a task has come.
     *
     * @param committed offset by input
     * @param ends of those inputs, as far as they are known
     */
    record Position(Map<String, Long> committed, Map<String, Long> ends) {
        private boolean atEnd() {
            return ends.entrySet().stream()
                    .allMatch(end -> Math.max(0, committed.getOrDefault(end.getKey(), 0L)) >= end.getValue());
        }
    }

    private record Seen(Map<String, Long> committed, long since) {}

    /** @param now nanoseconds of a clock that never goes back */
    Advance(long now) {
        since = now;
    }

    /**
     * @param running whether the tasks are assigned and restored
     * @param restoredRecords since the start, over all stores
     */
    synchronized void look(boolean running, Map<String, Position> positions, long restoredRecords, long now) {
        if (running || restoredRecords != restored) {
            since = now;
            restored = restoredRecords;
            begun = true;
        }
        var longest = now - since;
        tasks.keySet().retainAll(positions.keySet());
        for (var task : positions.entrySet()) {
            longest = Math.max(longest, still(task.getKey(), task.getValue(), now));
        }
        stalled = Duration.ofNanos(longest);
    }

    private long still(String task, Position position, long now) {
        var seen = tasks.get(task);
        if (seen == null || position.atEnd() || !seen.committed().equals(position.committed())) {
            tasks.put(task, new Seen(Map.copyOf(position.committed()), now));
            return 0;
        }
        return now - seen.since();
    }

    /** How long it is that a task has not moved although there is something to do. */
    synchronized Duration stalled() {
        return stalled;
    }

    synchronized boolean advancing() {
        return begun && stalled.compareTo(PATIENCE) <= 0;
    }
}
