// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    /** Deadlines of one binding; the days of a year and a half. */
    static final int MOST_DEADLINES = 500;

    /** How long after its end a deadline can still be moved: the day of those far behind UTC ends later, too. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final Comparator<Draft> BY_END =
            Comparator.comparing((Draft d) -> d.due().end()).thenComparing(Draft::id);

    private final Binding binding;
    private final List<Draft> drafts = new ArrayList<>();
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
        walk.pass(now);
        return walk.outcome(known);
    }

    /** What these statements make of what was settled before, at the time of the last of them. */
    public static List<LedgerDeadline> settle(
            Binding binding, Collection<LedgerDeadline> settled, Iterable<Statement> statements) {
        var walk = new DeadlineWalk(binding, settled);
        statements.forEach(walk::hear);
        return walk.drafts.stream().map(Draft::finished).toList();
    }

    private void hear(Statement s) {
        pass(s.at());
        var due = Due.of(s.due());
        if (due.isPresent()) {
            dated(s, due.get());
        } else {
            undated(s);
        }
    }

    private void pass(Instant now) {
        drafts.stream()
                .filter(d -> d.open() && !d.due().end().isAfter(now))
                .sorted(BY_END)
                .forEach(Draft::pass);
    }

    private void dated(Statement s, Due due) {
        switch (s.status()) {
            case SET, REPEATED -> affirm(s, due);
            case MOVED -> move(s, due);
            case SOFTENED, DENIED -> doubt(s, due);
            case PASSED -> over(s, due);
            case MERGED -> throw new IllegalStateException("no article says that a deadline was merged");
        }
    }

    private void undated(Statement s) {
        var newest = newest(Draft::open);
        if (s.status() == Status.SET) {
            ignore(Ignored.UNDATED);
        } else if (newest == null) {
            ignore(Ignored.UNMATCHED);
        } else if (s.status() == Status.REPEATED) {
            newest.mentioned(s);
            change(newest, s, Status.REPEATED);
        } else {
            newest.mentioned(s);
            change(newest, s, s.status() == Status.MOVED ? Status.SOFTENED : s.status());
        }
    }

    private void affirm(Statement s, Due due) {
        var of = of(due.day());
        if (of == null) {
            of = further(s);
        }
        if (of == null) {
            open(s, due);
            return;
        }
        of.mentioned(s);
        if (of.dueOn(due.day())) {
            of.affirmed(s, due);
            var standsBy = s.status() == Status.REPEATED && of.due().end().isAfter(s.at());
            if (standsBy && of.status() != Status.PASSED) {
                change(of, s, Status.REPEATED);
            }
        }
    }

    private void move(Statement s, Due due) {
        var there = newest(d -> d.open() && d.dueOn(due.day()));
        var over = !due.end().isAfter(s.at());
        if (there == null && over) {
            there = of(due.day());
        }
        if (there != null) {
            there.mentioned(s);
            there.affirmed(s, due);
            return;
        }
        var from = over ? null : movable(s.at());
        if (from == null) {
            open(s, due);
            return;
        }
        from.mentioned(s);
        if (!from.move(s, due)) {
            ignore(Ignored.CROWDED);
        }
    }

    private @Nullable Draft movable(Instant at) {
        var open = newest(Draft::open);
        return open != null
                ? open
                : newest(d ->
                        d.status() == Status.PASSED && d.due().end().plus(GRACE).isAfter(at));
    }

    private void doubt(Statement s, Due due) {
        var of = of(due.day());
        if (of != null) {
            of.mentioned(s);
            if (of.open() && of.dueOn(due.day())) {
                change(of, s, s.status());
            }
            return;
        }
        var newest = newest(Draft::open);
        if (!due.end().isAfter(s.at())) {
            ignore(Ignored.PAST);
        } else if (newest == null) {
            ignore(Ignored.UNMATCHED);
        } else {
            newest.mentioned(s);
            change(newest, s, s.status());
        }
    }

    private void over(Statement s, Due due) {
        var of = of(due.day());
        if (of == null) {
            ignore(Ignored.UNMATCHED);
            return;
        }
        of.mentioned(s);
        if (of.open() && of.dueOn(due.day())) {
            change(of, s, Status.PASSED);
        }
    }

    private void open(Statement s, Due due) {
        if (!due.end().isAfter(s.at())) {
            ignore(Ignored.PAST);
            return;
        }
        var id = binding.id(due.day());
        var again = newest(d -> d.id().equals(id));
        if (again != null) {
            again.mentioned(s);
            if (!again.move(s, due)) {
                ignore(Ignored.CROWDED);
            }
        } else if (drafts.size() >= MOST_DEADLINES) {
            ignore(Ignored.CROWDED);
        } else {
            var opened = new Draft(binding, s, due);
            opened.mentioned(s);
            drafts.add(opened);
        }
    }

    private void change(Draft of, Statement s, Status to) {
        if (of.status() != to && !of.change(s, to)) {
            ignore(Ignored.CROWDED);
        }
    }

    /** The deadline of that day: an open one that is due on it, else any that is, else one that was due on it once. */
    private @Nullable Draft of(LocalDate day) {
        var open = newest(d -> d.open() && d.dueOn(day));
        if (open != null) {
            return open;
        }
        var due = newest(d -> d.dueOn(day));
        return due != null ? due : newest(d -> d.everDueOn(day));
    }

    /** The newest open deadline that another reading of the statement means. */
    private @Nullable Draft further(Statement s) {
        if (s.alternatives().isEmpty()) {
            return null;
        }
        var days = s.alternatives().stream()
                .flatMap(text -> Due.of(text).stream())
                .map(Due::day)
                .toList();
        return newest(d -> d.open() && days.contains(d.due().day()));
    }

    private @Nullable Draft newest(Predicate<Draft> which) {
        for (var i = drafts.size() - 1; i >= 0; i--) {
            if (which.test(drafts.get(i))) {
                return drafts.get(i);
            }
        }
        return null;
    }

    private void ignore(Ignored why) {
        ignored.merge(why, 1, Integer::sum);
    }

    private Outcome outcome(Collection<LedgerDeadline> known) {
        var all = new ArrayList<>(drafts.stream().map(Draft::finished).toList());
        var gone = new ArrayList<String>();
        var live = List.copyOf(all);
        for (var before : known) {
            if (live.stream().noneMatch(d -> d.id().equals(before.id()))) {
                heir(live, before)
                        .ifPresentOrElse(heir -> all.add(before.mergedInto(heir.id())), () -> gone.add(before.id()));
            }
        }
        return new Outcome(List.copyOf(all), List.copyOf(gone), Map.copyOf(ignored));
    }

    /** Who is due when it was, else who was once, else who was once when it was first. */
    private static Optional<LedgerDeadline> heir(List<LedgerDeadline> live, LedgerDeadline before) {
        var day = before.day();
        return first(live, d -> d.day().equals(day))
                .or(() -> first(live, d -> d.days().contains(day)))
                .or(() -> first(live, d -> d.days().contains(before.days().get(0))));
    }

    private static Optional<LedgerDeadline> first(List<LedgerDeadline> live, Predicate<LedgerDeadline> which) {
        return live.stream().filter(which).findFirst();
    }
}
