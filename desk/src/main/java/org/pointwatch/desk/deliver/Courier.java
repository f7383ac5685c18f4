// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what waits for one destination to it, a round at a time; used by one thread. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(30);
    private static final int MOST_A_ROUND = 100;
    private static final int MOST_IN_A_MAIL = 500;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Destination destination;
    private final Outbox outbox;
    private final Postman postman;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private final Duration oldest;
    private Instant registered = Instant.MIN;
    private Instant quietUntil = Instant.MIN;
    private boolean closed;

    /**
     * @param oldest what is older before it is tried for the first time is not sent
     * @param chance 0 to 1
     */
    Courier(
            Destination destination,
            Outbox outbox,
            Postman postman,
            DeliveryMeters meters,
            InstantSource clock,
            DoubleSupplier chance,
            Duration oldest) {
        this.destination = destination;
        this.outbox = outbox;
        this.postman = postman;
        this.meters = meters;
        this.clock = clock;
        this.chance = chance;
        this.oldest = oldest;
    }

    /** One round: everything that is due now, as far as the destination takes it. */
    void round() throws SQLException {
        var now = clock.instant();
        if (!now.isBefore(registered.plus(BETWEEN_LOOKS))) {
            outbox.open(destination, now, registered.equals(Instant.MIN));
            outbox.forget(now);
            registered = now;
        }
        var late = outbox.late(destination.name(), now, now.minus(oldest));
        meters.count("late", late);
        if (late > 0) {
            LOG.info("{}: {} alerts were too old to be sent", destination.name(), late);
        }
        for (var sent = 0; sent < MOST_A_ROUND && mayGo(); sent++) {
            var due = due();
            if (due.isEmpty()) {
                break;
            }
            deliver(due);
        }
        meters.waiting(outbox.waiting(destination.name()));
    }

    private boolean mayGo() {
        return !closed && !clock.instant().isBefore(quietUntil);
    }

    private List<Claimed> due() throws SQLException {
        var now = clock.instant();
        return destination instanceof Destination.Digest digest
                ? outbox.claim(digest.name(), now, Issue.lastBefore(now, digest.at(), digest.zone()), MOST_IN_A_MAIL)
                : outbox.claim(destination.name(), now, now.plus(AHEAD), 1);
    }

    private void deliver(List<Claimed> due) throws SQLException {
        var gone = due.stream().filter(claimed -> claimed.notice() == null).toList();
        if (!gone.isEmpty()) {
            end(gone, "late", "the alert is not kept any more");
        }
        var there = due.stream().filter(claimed -> claimed.notice() != null).toList();
        if (there.isEmpty()) {
            return;
        }
        var notices = there.stream().map(Claimed::notice).toList();
        var answer = postman.deliver(notices);
        if (answer instanceof NotTaken refused) {
            refused(there, refused);
        } else {
            end(there, "delivered", answer.text());
        }
    }

    private void refused(List<Claimed> claimed, NotTaken refused) throws SQLException {
        var now = clock.instant();
        if (refused.closed()) {
            closed = true;
            outbox.close(destination.name(), refused.text());
            LOG.warn("{}: {}; nothing is sent there until this desk starts again", destination.name(), refused.text());
            end(claimed, "given-up", refused.text());
            return;
        }
        if (refused.pause() != null) {
            quietUntil = now.plus(refused.pause().compareTo(AHEAD) > 0 ? AHEAD : refused.pause());
        }
        for (var one : claimed) {
            var next = Schedule.next(one.attempts(), now, refused.pause(), chance.getAsDouble());
            if (next == null) {
                LOG.warn("{}: given up after {} attempts: {}", destination.name(), one.attempts(), refused.text());
                end(List.of(one), "given-up", refused.text());
            } else {
                LOG.info("{}: {}; again at {}", destination.name(), refused.text(), next);
                outbox.again(destination.name(), List.of(one.alert()), refused.text(), next);
                meters.count("failed", 1);
            }
        }
    }

    private void end(List<Claimed> claimed, String state, String answer) throws SQLException {
        outbox.end(destination.name(), claimed.stream().map(Claimed::alert).toList(), state, answer, clock.instant());
        meters.count(state, claimed.size());
    }
}
