// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.DeskDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends alerts to every configured destination, each in a thread of its own, so that a slow one keeps nobody waiting. */
public final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OLDEST = Duration.ofDays(2);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final long CLOSING_MS = 5_000;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private Deliveries() {}

    /**
     * @param mail must be given if anybody wants mail
     * @param desk address that alerts lead to, with a slash at its end; null where none is known
     * @param titles what people call a target
     */
    public static Deliveries start(
            List<Destination> destinations,
            @Nullable MailServer mail,
            DeskDatabase database,
            @Nullable String desk,
            UnaryOperator<String> titles,
            MeterRegistry registry,
            InstantSource clock) {
        var deliveries = new Deliveries();
        var outbox = new Outbox(database, desk);
        for (var destination : destinations) {
            var postman = postman(destination, mail, titles, clock);
            var thread = new Thread(
                    () -> deliveries.run(destination, outbox, postman, registry, clock),
                    "deliver-" + destination.name());
            thread.setDaemon(true);
            deliveries.threads.add(thread);
            thread.start();
        }
        return deliveries;
    }

    private void run(
            Destination destination, Outbox outbox, Postman postman, MeterRegistry registry, InstantSource clock) {
        try (postman) {
            var courier = new Courier(
                    destination,
                    outbox,
                    postman,
                    new DeliveryMeters(registry, destination.name()),
                    clock,
                    () -> ThreadLocalRandom.current().nextDouble(),
                    OLDEST);
            var trouble = "";
            do {
                trouble = round(courier, destination, trouble);
            } while (!closing.await(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what is wrong, so that it is said once. */
    private static String round(Courier courier, Destination destination, String before) {
        try {
            courier.round();
            if (!before.isEmpty()) {
                LOG.info("{}: the database answers again", destination.name());
            }
            return "";
        } catch (SQLException e) {
            var trouble = UNDEFINED_TABLE.equals(e.getSQLState())
                    ? "the database has no outbox yet, a sink of this version will bring it"
                    : "the database does not answer: " + e.getMessage();
            if (!trouble.equals(before)) {
                LOG.warn("{}: no alerts can be sent: {}", destination.name(), trouble);
            }
            return trouble;
        } catch (RuntimeException e) {
            LOG.error("{}: a fault; what it was about is tried again in {}", destination.name(), Outbox.LEASE, e);
            return before;
        }
    }

    private static Postman postman(
            Destination destination, @Nullable MailServer mail, UnaryOperator<String> titles, InstantSource clock) {
        if (destination instanceof Destination.Webhook webhook) {
            return new WebhookPostman(webhook, titles, clock, PATIENCE);
        }
        if (destination instanceof Destination.Digest digest && mail != null) {
            return new MailPostman(digest, mail, titles, clock, PATIENCE);
        }
        throw new IllegalArgumentException(destination.name() + " wants mail, and no mail server is given");
    }

    /** Lets an exchange that is under way come to its end; what is cut off is sent again by whoever is next. */
    @Override
    public void close() {
        closing.countDown();
        try {
            for (var thread : threads) {
                thread.join(CLOSING_MS / Math.max(1, threads.size()));
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
