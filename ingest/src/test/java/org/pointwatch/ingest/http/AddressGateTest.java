// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.MovableClock;
import org.pointwatch.ingest.http.FetchOutcome.Deferred;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;

import static org.assertj.core.api.Assertions.assertThat;

/** Many domains on one machine, and a name server that says what it likes. */
final class AddressGateTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RawOrigin origin = new RawOrigin().answer("HTTP/1.1 200 OK", "<rss/>".getBytes());
    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");
    private final AddressGate gate = AddressGate.everywhere(PAUSE);
    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final FeedClient client = client();

    private FeedClient client() {
        var exceptions = Set.of(at("a.example"), at("b.example"), at("liar.example"));
        GuardedDns.Names told =
                host -> names.getOrDefault(host, List.of(here(1))).toArray(new InetAddress[0]);
        var around = new Surroundings(told, Surroundings.SYSTEM.tls());
        return new FeedClient("test", exceptions, FetchLimits.DEFAULT, 2, clock, "*/*", gate, around);
    }

    private String at(String host) {
        return origin.authority().replace("127.0.0.1", host);
    }

    private FetchOutcome ask(String host) {
        return client.get("http://" + at(host) + "/", null, null);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        origin.close();
    }

    private static InetAddress here(int number) {
        return address(127, 0, 0, number);
    }

    private static InetAddress address(int... parts) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) parts[0], (byte) parts[1], (byte) parts[2], (byte) parts[3]});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void oneDomainAtATimeAndAPauseBetweenTheStartsOfTwo() {
        assertThat(ask("a.example")).isInstanceOf(Fetched.class);
        assertThat(ask("b.example")).as("its turn has not ended").isInstanceOf(Deferred.class);
        clock.move(PAUSE.multipliedBy(5));
        assertThat(ask("b.example")).isEqualTo(new Deferred(clock.instant().plus(PAUSE)));
        gate.release("a.example");
        assertThat(ask("b.example")).isInstanceOf(Fetched.class);
        gate.release("b.example");
        assertThat(ask("a.example")).isEqualTo(new Deferred(clock.instant().plus(PAUSE)));
        clock.move(PAUSE);
        assertThat(ask("a.example")).isInstanceOf(Fetched.class);
        assertThat(origin.connections()).as("who is put off dials nothing").isEqualTo(3);
    }

    @Test
    void anAnswerThatChangesBetweenTwoLookUpsGainsNothing() {
        names.put("liar.example", List.of(here(9)));
        assertThat(ask("liar.example")).isInstanceOf(FetchOutcome.Failed.class);
        gate.release("liar.example");
        clock.move(PAUSE);
        assertThat(ask("a.example")).isInstanceOf(Fetched.class);
        assertThat(gate.reserve("liar.example", clock.instant()))
                .as("by what it said last, it may go")
                .isNull();
        names.put("liar.example", List.of(here(1)));
        assertThat(ask("liar.example")).isInstanceOf(Deferred.class);
        assertThat(origin.connections()).isEqualTo(1);
    }

    @Test
    void anAddressBehindOthersIsNotReachedPastItsTurn() {
        names.put("liar.example", List.of(here(9), here(8), here(1)));
        assertThat(ask("a.example")).isInstanceOf(Fetched.class);
        assertThat(ask("liar.example")).isInstanceOf(Deferred.class);
        assertThat(gate.enter("c.example", List.of(here(9)), clock.instant()))
                .as("all addresses or none are taken")
                .isNull();
        assertThat(origin.connections()).isEqualTo(1);
    }

    @Test
    void manyNamesOfOneMachineNeverMeetThere() {
        var starts = new ArrayList<Instant>();
        var waiting = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            waiting.add("site" + i + ".example");
        }
        for (var now = NOW; !waiting.isEmpty(); now = now.plusMillis(250)) {
            for (var name : List.copyOf(waiting)) {
                if (gate.enter(name, List.of(here(1), here(waiting.size() % 5 + 2)), now) == null) {
                    starts.add(now);
                    waiting.remove(name);
                    gate.release(name);
                }
            }
        }
        for (var i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i))).isGreaterThanOrEqualTo(PAUSE);
        }
        assertThat(starts).hasSize(200);
        assertThat(starts.get(199)).isEqualTo(NOW.plus(PAUSE.multipliedBy(199)));
    }

    @Test
    void whoComesByARedirectIsNotHeldUpButOthersAre() {
        gate.enter("a.example", List.of(here(1)), NOW);
        gate.pass(List.of(here(1), here(2)), NOW);
        assertThat(gate.enter("b.example", List.of(here(2)), NOW)).isEqualTo(NOW.plus(PAUSE));
        gate.release("a.example");
        assertThat(gate.enter("b.example", List.of(here(2)), NOW.plus(PAUSE))).isNull();
    }

    @Test
    void loopbackIsFreeAndAPauseOfNothingOpensTheGate() {
        var usual = new AddressGate(PAUSE);
        var open = new AddressGate(Duration.ZERO);
        var outside = address(192, 0, 1, 9);
        for (var domain : List.of("a.example", "b.example")) {
            assertThat(usual.enter(domain, List.of(here(1)), NOW)).isNull();
            assertThat(open.enter(domain, List.of(outside), NOW)).isNull();
        }
        assertThat(usual.enter("a.example", List.of(outside), NOW)).isNull();
        assertThat(usual.enter("b.example", List.of(here(1), outside), NOW)).isEqualTo(NOW.plus(PAUSE));
        assertThat(usual.reserve("b.example", NOW)).isEqualTo(NOW.plus(PAUSE));
    }
}
