// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.pointwatch.cli.campaign.Strike.Blow;
import org.pointwatch.testkit.proxy.TcpProxy;
import org.pointwatch.testkit.proxy.TcpProxy.Direction;

/** What is done to Kafka and PostgreSQL, and to the connections that lead to them. */
final class ServerBlows {
    /** Longer than any session of Kafka's. */
    private static final Duration LONG = Duration.ofSeconds(14);

    private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final Servers servers;
    private final Roles roles;
    private final Supply supply;
    private final Watch watch;

    ServerBlows(Servers servers, Roles roles, Supply supply, Watch watch) {
        this.servers = servers;
        this.roles = roles;
        this.supply = supply;
        this.watch = watch;
    }

    void broker(Strike s) throws IOException, InterruptedException {
        var broker = servers.broker();
        var since = System.nanoTime();
        switch (s.blow()) {
            case KILL -> {
                broker.kill();
                broker.start();
            }
            case PAUSE, ZOMBIE -> {
                broker.pause();
                Watch.pass(s.blow() == Blow.PAUSE ? RoleBlows.SHORT : LONG);
                since = System.nanoTime();
                broker.go();
            }
            default -> since = harm(servers.toKafka(), s);
        }
        supply.come();
        watch.measure("broker", kind(s), since, roles.progress()::processed);
        watch.measure("broker", kind(s) + ", rows", since, roles.progress()::stored);
    }

    void database(Strike s) throws IOException, InterruptedException {
        var since = System.nanoTime();
        switch (s.blow()) {
            case KILL -> killDatabase(s);
            case PAUSE -> {
                servers.signalPostgres("STOP");
                Watch.pass(RoleBlows.SHORT);
                since = System.nanoTime();
                servers.signalPostgres("CONT");
            }
            default -> since = harm(servers.toDatabase(), s);
        }
        supply.come();
        watch.measure("database", kind(s), since, roles.progress()::stored);
    }

    private static String kind(Strike s) {
        return s.blow().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of three times once the whole of it, once PostgreSQL alone, once its host alone, whose next start finds an orphan. */
    private void killDatabase(Strike s) throws IOException, InterruptedException {
        var postmaster = servers.postmaster();
        var host = s.dice() % 3 != 1;
        if (host) {
            servers.database().kill();
        }
        if (s.dice() % 3 != 2) {
            OwnProcess.signal("KILL", postmaster);
        }
        if (host) {
            servers.database().start();
        }
    }

    /** Returns since when connections may get on again. */
    private long harm(TcpProxy proxy, Strike s) {
        switch (s.blow()) {
            case CUT -> proxy.cut();
            case CUT_MIDWAY -> {
                proxy.cutAfter(s.dice() % 2 == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT, s.dice());
                busyUntilDone(proxy);
            }
            case LOST_COMMIT -> {
                proxy.loseAnswer(COMMITTED);
                busyUntilDone(proxy);
            }
            case STALL -> {
                proxy.stall();
                Watch.pass(RoleBlows.SHORT);
                proxy.flow();
            }
            default -> throw new IllegalStateException("no connection can be harmed by " + s.blow());
        }
        return System.nanoTime();
    }

    private void busyUntilDone(TcpProxy proxy) {
        watch.until("the connection is harmed", () -> {
            supply.lasts();
            return proxy.done();
        });
    }
}
