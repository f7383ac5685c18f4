// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.Row;
import org.pointwatch.desk.view.Table;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;
import org.pointwatch.wire.Json;

/**
 * The table of one window as a numbered stream of events: a snapshot, then the rows that changed. Event ids are
 * {@code <start of this desk>-<window>-<number>}; an id of another desk or window, or one too old, gets a snapshot.
 */
final class LiveTable {
    /** Two minutes at two events a second. */
    static final int MOST_REMEMBERED = 240;

    private final View view;
    private final Window window;
    private final Progress progress;
    private final String idStem;
    private final Deque<Event> remembered = new ArrayDeque<>();
    private final Set<LiveClient> clients = new LinkedHashSet<>();
    private long number;
    private long version = -1;
    private Table table;
    private Progress.State state;
    private byte @Nullable [] snapshot;

    private record Event(long number, byte[] bytes) {}

    private record Snapshot(
            @Nullable Instant asOf,
            Progress.State state,
            String range,
            Table.Heading heading,
            List<Row> totals,
            List<Row> targets) {}

    private record Update(@Nullable Instant asOf, Progress.State state, List<Row> totals, List<Row> targets) {}

    private record Beat(@Nullable Instant asOf, Progress.State state) {}

    LiveTable(View view, Window window, Progress progress, String start) {
        this.view = view;
        this.window = window;
        this.progress = progress;
        this.idStem = start + "-" + window.word() + "-";
        this.table = view.table(window);
        this.state = progress.state();
    }

    /** Tells all readers what changed since the last call; returns how many of them fell behind by it. */
    int tick() {
        List<LiveClient> told;
        var fallen = 0;
        synchronized (this) {
            var event = clients.isEmpty() ? null : change();
            if (event == null) {
                return 0;
            }
            told = List.copyOf(clients);
            for (var client : told) {
                fallen += client.offer(event) ? 0 : 1;
            }
        }
        told.forEach(LiveClient::iterate);
        return fallen;
    }

    /** Proves that the line is alive, also to a script, which cannot see comments. */
    void beat() {
        List<LiveClient> told;
        synchronized (this) {
            told = List.copyOf(clients);
            var data = Json.MAPPER.writeValueAsString(new Beat(view.asOf(), progress.state()));
            var bytes = (": beat\nevent: beat\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
            told.forEach(client -> client.offerIfIdle(bytes));
        }
        told.forEach(LiveClient::iterate);
    }

    /** The event of what changed since the last one, remembered; null if nothing did. */
    private byte @Nullable [] change() {
        var seen = view.version();
        var stateNow = progress.state();
        if (seen == version && stateNow == state) {
            return null;
        }
        var before = table;
        table = view.table(window);
        var same = stateNow == state && table.equals(before);
        version = seen;
        state = stateNow;
        if (same) {
            return null;
        }
        snapshot = null;
        number++;
        var event = table.sameShape(before)
                ? event("update", new Update(table.asOf(), state, table.totals(), table.changedSince(before)))
                : snapshot();
        remembered.add(new Event(number, event));
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.remove();
        }
        return event;
    }

    private byte[] snapshot() {
        if (snapshot == null) {
            var all =
                    new Snapshot(table.asOf(), state, window.word(), table.heading(), table.totals(), table.targets());
            snapshot = event("snapshot", all);
        }
        return snapshot;
    }

    /** JSON has no bare line breaks, so an event is one data line whatever a title holds. */
    private byte[] event(String name, Object data) {
        var text = "retry: 2000\nevent: " + name + "\nid: " + idStem + number + "\ndata: "
                + Json.MAPPER.writeValueAsString(data) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a reader, who gets what it missed if that is still remembered, else a snapshot. */
    void subscribe(LiveClient client, @Nullable String lastEventId) {
        tick();
        synchronized (this) {
            if (clients.isEmpty()) {
                change();
            }
            var missed = missed(lastEventId);
            if (missed == null || missed.size() >= LiveClient.MOST_WAITING) {
                client.restart(snapshot());
            } else {
                missed.forEach(event -> client.offer(event.bytes()));
            }
            clients.add(client);
        }
        client.iterate();
    }

    private @Nullable List<Event> missed(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.startsWith(idStem)) {
            return null;
        }
        var digits = lastEventId.substring(idStem.length());
        var last = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
        var oldest = remembered.isEmpty() ? number + 1 : remembered.element().number();
        return last < oldest - 1 || last > number
                ? null
                : remembered.stream().filter(event -> event.number() > last).toList();
    }

    synchronized void catchUp(LiveClient client) {
        client.restart(snapshot());
    }

    synchronized void unsubscribe(LiveClient client) {
        clients.remove(client);
    }
}
