// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks what articles say of one binding's deadlines, by (event time, article, place in the article).
 *
 * <p>A statement belongs to the deadline that is due on its day, else to one that was due on it before it was moved: those
 * who have not heard of the move speak of the same. What none of these takes:
 *
 * <ul>
 *   <li>{@code set} and {@code repeated} open a deadline, unless a further reading of theirs is the day of an open one.
 *       {@code repeated} raises a softened or denied deadline again; {@code set} does not, for most that still write it after
 *       a denial have not heard of it.
 *   <li>{@code moved} gives another day to the newest open deadline, or to one that passed less than a day ago; without
 *       any it opens one. Moved to no day that can be told, the deadline is softened.
 *   <li>{@code softened} and {@code denied} apply to the newest open deadline; so does {@code passed}, if it names no day.
 * </ul>
 *
 * A statement about a day that is over when it is made opens and changes nothing; it counts for the deadline of that day.
 */
public final class DeadlineWalk {
    /** Deadlines of one binding that are still to end; the days of a year and a half. */
    static final int MOST_DEADLINES = 500;

    /** How long after its end a deadline can still be moved: the day of those far behind UTC ends later, too. */
    static final Duration GRACE = Duration.ofDays(1);

    private final Binding binding;
    private final Drafts drafts = new Drafts();
    private final Map<Ignored, Integer> ignored = new EnumMap<>(Ignored.class);

    /** Why a statement is in no deadline, or changed none. */
    public enum Ignored {
        /** It opens nothing without a day. */
        UNDATED,
        /** Its day was over when it was made, and no deadline was known for it. */
        PAST,
        /** There is no open deadline that it could be about. */
        UNMATCHED,
        /** The binding has too many deadlines, or the deadline too many changes. */
        CROWDED
    }

    /**
     * @param deadlines in the order in which they were opened; behind them, those merged into one of them
     * @param gone ids that were published and are none any more
     * @param ignored statements that made or changed none, by reason
     */
    public record Outcome(List<LedgerDeadline> deadlines, List<String> gone, Map<Ignored, Integer> ignored) {}

    private DeadlineWalk(Binding binding, Collection<LedgerDeadline> settled) {
        this.binding = binding;
        settled.forEach(d -> drafts.add(new Draft(d)));
    }

    /**
     * @param settled what statements that are no longer kept had made, in the order in which it was opened
     * @param statements in {@link Statement#ORDER}
     * @param known what was published before
     * @param now the clock
     */
    public static Outcome walk(
            Binding binding,
            Collection<LedgerDeadline> settled,
            Iterable<Statement> statements,
            Collection<LedgerDeadline> known,
            Instant now) {
        var walk = new DeadlineWalk(binding, settled);
        statements.forEach(walk::hear);
        walk.drafts.pass(now);
        return walk.outcome(known);
    }

    /** What these statements make of what was settled before, at the time of the last of them. */
    public static List<LedgerDeadline> settle(
            Binding binding, Collection<LedgerDeadline> settled, Iterable<Statement> statements) {
        var walk = new DeadlineWalk(binding, settled);
        statements.forEach(walk::hear);
        return walk.drafts.finished();
    }

    private void hear(Statement s) {
        drafts.pass(s.at());
        var due = Due.of(s.due());
        var of = due.isPresent() ? dated(s, due.get()) : undated(s);
        if (of != null) {
            drafts.touched(of);
        }
    }

    private @Nullable Draft dated(Statement s, Due due) {
        return switch (s.status()) {
            case SET, REPEATED -> affirm(s, due);
            case MOVED -> move(s, due);
            case SOFTENED, DENIED -> doubt(s, due);
            case PASSED -> over(s, due);
            case MERGED -> throw new IllegalStateException("no article says that a deadline was merged");
        };
    }

    private @Nullable Draft undated(Statement s) {
        if (s.status() == Status.SET) {
            return ignore(Ignored.UNDATED);
        }
        return change(drafts.newestOpen(), s, s.status() == Status.MOVED ? Status.SOFTENED : s.status());
    }

    private @Nullable Draft affirm(Statement s, Due due) {
        var known = drafts.of(due.day());
        var of = known != null ? known : further(s);
        if (of == null) {
            return open(s, due);
        }
        of.mentioned(s);
        if (of.dueOn(due.day())) {
            of.affirmed(s, due);
            var standsBy = s.status() == Status.REPEATED && of.due().end().isAfter(s.at());
            if (standsBy && of.status() != Status.PASSED) {
                become(of, s, Status.REPEATED);
            }
        }
        return of;
    }

    private @Nullable Draft move(Statement s, Due due) {
        var open = drafts.openOn(due.day());
        var there = open == null && over(due, s) ? drafts.of(due.day()) : open;
        if (there != null) {
            there.mentioned(s);
            there.affirmed(s, due);
            return there;
        }
        var from = over(due, s) ? null : movable(s.at());
        return from == null ? open(s, due) : move(from, s, due);
    }

    private Draft move(Draft from, Statement s, Due to) {
        from.mentioned(s);
        if (!from.move(s, to)) {
            ignore(Ignored.CROWDED);
        }
        return from;
    }

    private @Nullable Draft movable(Instant at) {
        var open = drafts.newestOpen();
        return open != null
                ? open
                : drafts.newest(d ->
                        d.status() == Status.PASSED && d.due().end().plus(GRACE).isAfter(at));
    }

    private @Nullable Draft doubt(Statement s, Due due) {
        var of = drafts.of(due.day());
        if (of == null) {
            return over(due, s) ? ignore(Ignored.PAST) : change(drafts.newestOpen(), s, s.status());
        }
        return mention(of, s, due);
    }

    private @Nullable Draft over(Statement s, Due due) {
        var of = drafts.of(due.day());
        return of == null ? ignore(Ignored.UNMATCHED) : mention(of, s, due);
    }

    /** Changes it only if it is open and still due then. */
    private Draft mention(Draft of, Statement s, Due due) {
        of.mentioned(s);
        if (of.open() && of.dueOn(due.day())) {
            become(of, s, s.status());
        }
        return of;
    }

    private @Nullable Draft open(Statement s, Due due) {
        if (over(due, s)) {
            return ignore(Ignored.PAST);
        }
        var id = binding.id(due.day());
        var again = drafts.newest(d -> d.id().equals(id));
        if (again != null) {
            return move(again, s, due);
        }
        if (drafts.endingAfter(s.at()) >= MOST_DEADLINES) {
            return ignore(Ignored.CROWDED);
        }
        var opened = new Draft(binding, s, due);
        opened.mentioned(s);
        drafts.add(opened);
        return opened;
    }

    private static boolean over(Due due, Statement s) {
        return !due.end().isAfter(s.at());
    }

    private @Nullable Draft change(@Nullable Draft of, Statement s, Status to) {
        if (of == null) {
            return ignore(Ignored.UNMATCHED);
        }
        of.mentioned(s);
        become(of, s, to);
        return of;
    }

    private void become(Draft of, Statement s, Status to) {
        if (of.status() != to && !of.change(s, to)) {
            ignore(Ignored.CROWDED);
        }
    }

    /** The newest open deadline that another reading of the statement means. */
    private @Nullable Draft further(Statement s) {
        return drafts.openOnAny(s.alternatives().stream()
                .flatMap(text -> Due.of(text).stream())
                .map(Due::day)
                .toList());
    }

    private @Nullable Draft ignore(Ignored why) {
        ignored.merge(why, 1, Integer::sum);
        return null;
    }

    private Outcome outcome(Collection<LedgerDeadline> known) {
        var now = drafts.finished();
        var ids = now.stream().map(LedgerDeadline::id).collect(Collectors.toSet());
        var all = new ArrayList<>(now);
        var gone = new ArrayList<String>();
        for (var before : known) {
            if (!ids.contains(before.id())) {
                heir(now, before)
                        .ifPresentOrElse(heir -> all.add(before.mergedInto(heir.id())), () -> gone.add(before.id()));
            }
        }
        return new Outcome(List.copyOf(all), List.copyOf(gone), Map.copyOf(ignored));
    }

    /** Who is due when it was, else who was once, else who was once when it was first. */
    private static Optional<LedgerDeadline> heir(List<LedgerDeadline> now, LedgerDeadline before) {
        var day = before.day();
        return first(now, d -> d.day().equals(day))
                .or(() -> first(now, d -> d.days().contains(day)))
                .or(() -> first(now, d -> d.days().contains(before.days().get(0))));
    }

    private static Optional<LedgerDeadline> first(List<LedgerDeadline> now, Predicate<LedgerDeadline> which) {
        return now.stream().filter(which).findFirst();
    }
}
