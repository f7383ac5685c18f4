// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.dossier;
import static org.pointwatch.desk.view.Samples.finding;

final class LiveTableTest {
    private final View view = new View(new SimpleMeterRegistry());
    private final Progress progress = new Progress(InstantSource.fixed(NOON));
    private final LiveTable table = new LiveTable(view, Window.ALL, progress, "start");

    /** A reader at whose end of the line we sit. */
    private final class Reader implements LiveClient.Pipe {
        private final List<String> got = new ArrayList<>();
        private final LiveClient client;
        private boolean stalled;
        private Callback unfinished;

        Reader(String lastEventId) {
            client = new LiveClient(this, table::catchUp, cause -> table.unsubscribe(client()));
            table.subscribe(client, lastEventId);
        }

        private LiveClient client() {
            return client;
        }

        @Override
        public void write(ByteBuffer bytes, Callback done) {
            got.add(StandardCharsets.UTF_8.decode(bytes).toString());
            if (stalled) {
                unfinished = done;
            } else {
                done.succeeded();
            }
        }

        void wakeUp() {
            stalled = false;
            unfinished.succeeded();
        }

        String last() {
            return got.get(got.size() - 1);
        }

        String lastId() {
            return last().replaceAll("(?s).*\nid: ([^\n]*)\n.*", "$1");
        }
    }

    private void count(long stories) {
        view.coverage("point:army-cap@" + NOON, coverage("point:army-cap", NOON, stories, 0, 0));
        table.tick();
    }

    @Test
    void beginsWithASnapshotAndGoesOnWithChangedRowsOnly() {
        view.dossier("plan", dossier());
        count(1);
        var reader = new Reader(null);
        assertThat(reader.got).hasSize(1);
        assertThat(reader.last())
                .startsWith("retry: 2000\nevent: snapshot\nid: start-all-")
                .endsWith("\n\n")
                .contains("point:army-cap", "point:ceasefire");

        count(2);
        assertThat(reader.last())
                .contains("event: update\n", "\"target\":\"point:army-cap\"", "\"stories\":2")
                .doesNotContain("point:ceasefire");
        table.tick();
        assertThat(reader.got).hasSize(2);
    }

    @Test
    void aNewListOfTargetsIsASnapshot() {
        var reader = new Reader(null);
        view.dossier("plan", dossier());
        table.tick();
        assertThat(reader.last()).contains("event: snapshot\n", "A plan");
    }

    @Test
    void resumesAfterTheLastEventThatWasSeen() {
        count(1);
        var first = new Reader(null);
        count(2);
        var seen = first.lastId();
        count(3);
        count(4);

        var resumed = new Reader(seen);

        assertThat(resumed.got).hasSize(2).allMatch(event -> event.contains("event: update\n"));
        assertThat(resumed.last()).contains("\"stories\":4");
        assertThat(new Reader(first.lastId()).got).isEmpty();
    }

    @Test
    void anEventTooOldOrUnknownOrOfAnotherDeskGetsASnapshot() {
        count(1);
        var first = new Reader(null);
        var old = first.lastId();
        for (var i = 2; i < LiveTable.MOST_REMEMBERED + 5; i++) {
            count(i);
        }
        for (var id : List.of(old, "other-all-3", "start-7d-3", "start-all-", "start-all-x", "start-all-99999999")) {
            assertThat(new Reader(id).got).singleElement().asString().contains("event: snapshot\n");
        }
    }

    @Test
    void aStalledReaderHoldsUpNobodyAndComesBackWithASnapshot() {
        count(1);
        var stalled = new Reader(null);
        var brisk = new Reader(null);
        stalled.stalled = true;
        for (var i = 2; i < 200; i++) {
            count(i);
            assertThat(stalled.client.backlog()).isLessThanOrEqualTo(LiveClient.MOST_WAITING);
        }
        assertThat(brisk.got).hasSize(199);
        assertThat(stalled.got).hasSize(2);

        stalled.wakeUp();

        assertThat(stalled.got).hasSize(3);
        assertThat(stalled.last()).contains("event: snapshot\n", "\"stories\":199");
        count(200);
        assertThat(stalled.last()).contains("event: update\n", "\"stories\":200");
    }

    @Test
    void aBeatIsAlsoAComment() {
        var reader = new Reader(null);
        table.beat();
        assertThat(reader.last()).startsWith(": beat\nevent: beat\ndata: {").doesNotContain("id: ");
    }

    @Test
    void aHostileTitleStaysInsideItsOneDataLine() {
        var hostile = "</script><script>alert(1)</script>\n\ndata: forged\n\n\r\nevent: x\u2028\u202e";
        view.finding("a", finding("a", NOON, hostile, hostile, List.of("army-cap"), List.of()));
        count(1);

        var event = new Reader(null).last();

        assertThat(event.split("\n")).hasSize(4);
        assertThat(event).doesNotContain("\r");
        assertThat(event.indexOf("\n\n")).isEqualTo(event.length() - 2);
    }
}
