// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * How many connections are held and for how long. A connection that owes its next request, or takes its answer too slowly, is
 * cut off after a while, however busily it sends bytes meanwhile; where there are too many of one kind, whoever has been at
 * it longest makes room, so that a crowd of slow ones locks nobody out. Live readers stay; their stream bounds them.
 */
final class Connections extends Handler.Wrapper implements Connection.Listener {
    /** Longer than anybody needs for a header; a browser that asks again later opens another connection. */
    private static final Duration FOR_A_REQUEST = Duration.ofSeconds(20);

    /** A body may take 20 s to come, its answer 10 s to be found, and then it goes over a bad line. */
    private static final Duration FOR_AN_ANSWER = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 500;

    private final ServerConnector connector;
    private final Kind owing;
    private final Kind answered;

    /**
     * Bounds; live readers come beside them.
     *
     * @param owing connections that have no whole request
     * @param answered those whose answer is under way
     */
    record Most(int owing, int answered) {
        private static final int ALL = 4_096;

        /** As far as the process may open files, of which other roles take half. */
        static Most allowed() {
            var all = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    ? (int) Math.min(ALL, system.getMaxFileDescriptorCount() / 2)
                    : ALL;
            var shared = Math.max(64, all - LiveStream.MOST_CLIENTS - 16);
            return new Most(shared * 2 / 3, shared / 3);
        }

        /** More than ever stand beside each other, for the web server itself. */
        int all() {
            return owing + answered + LiveStream.MOST_CLIENTS + 16;
        }
    }

    Connections(ServerConnector connector, Handler inner, Most most, MeterRegistry metrics) {
        this(connector, inner, most, FOR_A_REQUEST, FOR_AN_ANSWER, metrics);
    }

    Connections(
            ServerConnector connector,
            Handler inner,
            Most most,
            Duration forARequest,
            Duration forAnAnswer,
            MeterRegistry metrics) {
        super(inner);
        this.connector = connector;
        owing = new Kind(most.owing(), forARequest, "requests", metrics);
        answered = new Kind(most.answered(), forAnAnswer, "answers", metrics);
        connector.addBean(this, false);
        connector.addBean(new NetworkConnectionLimit(most.all(), connector));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        look(connector.getScheduler());
    }

    private void look(Scheduler scheduler) {
        if (isStarting() || isStarted()) {
            scheduler.schedule(() -> look(scheduler), LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        owing.cutLate();
        answered.cutLate();
    }

    @Override
    public void onOpened(Connection connection) {
        owing.add(connection);
    }

    @Override
    public void onClosed(Connection connection) {
        owing.remove(connection);
        answered.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData().getConnection();
        owing.remove(connection);
        if (!Request.getPathInContext(request).equals(LiveStream.PATH)) {
            answered.add(connection);
        }
        Request.addCompletionListener(request, failure -> {
            answered.remove(connection);
            owing.add(connection);
        });
        return super.handle(request, response, callback);
    }

    /** Connections at one stage of an exchange, those that came to it first before the others. */
    private static final class Kind {
        private final Map<Connection, Long> since = new LinkedHashMap<>();
        private final int most;
        private final long patience;
        private final Counter late;
        private final Counter crowded;

        Kind(int most, Duration patience, String awaited, MeterRegistry metrics) {
            this.most = most;
            this.patience = patience.toNanos();
            late = metrics.counter("pointwatch.desk.connections.cut", "awaited", awaited, "reason", "late");
            crowded = metrics.counter("pointwatch.desk.connections.cut", "awaited", awaited, "reason", "crowd");
            metrics.gauge("pointwatch.desk.connections", Tags.of("awaited", awaited), this, Kind::size);
        }

        private synchronized int size() {
            return since.size();
        }

        void add(Connection connection) {
            var crowd = put(connection);
            if (!connection.getEndPoint().isOpen()) {
                remove(connection);
            }
            cut(crowd, crowded);
        }

        /** Returns who has to make room. */
        private synchronized @Nullable Connection put(Connection connection) {
            since.put(connection, System.nanoTime());
            return since.size() > most ? eldest() : null;
        }

        synchronized void remove(Connection connection) {
            since.remove(connection);
        }

        void cutLate() {
            for (var slow = late(System.nanoTime()); slow != null; slow = late(System.nanoTime())) {
                cut(slow, late);
            }
        }

        private synchronized @Nullable Connection late(long now) {
            var first = since.values().iterator();
            return first.hasNext() && now - first.next() > patience ? eldest() : null;
        }

        private Connection eldest() {
            var eldest = since.keySet().iterator().next();
            since.remove(eldest);
            return eldest;
        }

        private static void cut(@Nullable Connection connection, Counter reason) {
            if (connection != null) {
                reason.increment();
                connection.getEndPoint().close();
            }
        }
    }
}
