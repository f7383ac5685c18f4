// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.wire.record.Deadline;

/**
 * The deadlines of one bound party and point, counted again: every mention in the order of time, article and place, and what
 * it does by the rules of docs/architecture.md, worked out from a deadline's events whenever somebody asks.
 */
final class DeadlineLedger {
    private static final List<String> EXACT = List.of("hour", "day", "week", "month");
    private static final Set<String> AFFIRMING = Set.of("set", "repeated", "moved");
    private static final Set<String> CLOSED = Set.of("denied", "passed");
    private static final Set<String> STATED = Set.of("set", "repeated", "moved", "softened", "denied", "passed");
    private static final Comparator<DeadlineSaid> ORDER = Comparator.comparing(DeadlineSaid::at)
            .thenComparing(DeadlineSaid::article)
            .thenComparing(s -> s.mention().start());
    private static final int MOST_CHANGES = 100;
    private static final int MOST_TO_COME = 500;

    private final String dossier;
    private final @Nullable String bound;
    private final @Nullable String point;
    private final List<Entry> entries = new ArrayList<>();

    /** One deadline: everything that was said of it. */
    private static final class Entry {
        private final List<Deadline.Change> events = new ArrayList<>();
        private final List<DeadlineSaid> mentions = new ArrayList<>();
        private final List<DeadlineSaid> witnesses = new ArrayList<>();
        private final Set<LocalDate> days = new LinkedHashSet<>();
        private String due = "";
        private String precision = "";

        private String status() {
            return events.get(events.size() - 1).status();
        }

        private boolean stands() {
            return !CLOSED.contains(status());
        }

        private boolean dueOn(LocalDate day) {
            return day(due).equals(day);
        }
    }

    private DeadlineLedger(String dossier, @Nullable String bound, @Nullable String point) {
        this.dossier = dossier;
        this.bound = bound;
        this.point = point;
    }

    /** By id, without what time alone has done since the last mention. */
    static Map<String, Deadline> of(
            String dossier, @Nullable String bound, @Nullable String point, List<DeadlineSaid> said) {
        var ledger = new DeadlineLedger(dossier, bound, point);
        said.stream()
                .filter(s -> STATED.contains(s.mention().status()))
                .sorted(ORDER)
                .forEach(ledger::hear);
        var all = new TreeMap<String, Deadline>();
        ledger.entries.forEach(e -> all.put(ledger.id(e), ledger.record(e)));
        return all;
    }

    /** The same deadline once it has ended, if it is one that ends by itself. */
    static Deadline ended(Deadline d) {
        if (d.due() == null || CLOSED.contains(d.status())) {
            return d;
        }
        var history = new ArrayList<>(d.history());
        history.add(new Deadline.Change(end(d.due()), "passed", d.due(), null, null, null));
        return new Deadline(
                d.id(),
                d.due(),
                d.precision(),
                "passed",
                history,
                d.points(),
                d.actors(),
                d.setBy(),
                d.bound(),
                d.stories(),
                d.firstSeen(),
                d.lastSeen(),
                d.evidence(),
                d.evidenceArticle(),
                d.into());
    }

    private static Instant end(String due) {
        return due.length() > 10
                ? OffsetDateTime.parse(due).toInstant()
                : LocalDate.parse(due).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String due) {
        return LocalDate.parse(due.substring(0, 10));
    }

    private static boolean isDue(@Nullable String due) {
        try {
            return due != null && due.length() >= 10 && day(due).getYear() > 0 && end(due).isAfter(Instant.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void hear(DeadlineSaid s) {
        for (var e : entries) {
            if (e.stands() && !end(e.due).isAfter(s.at())) {
                e.events.add(new Deadline.Change(end(e.due), "passed", e.due, null, null, null));
            }
        }
        var due = s.mention().due();
        if (isDue(due)) {
            dated(s, Objects.requireNonNull(due));
        } else if (!s.mention().status().equals("set")) {
            var status = s.mention().status();
            say(newest(Entry::stands), s, status.equals("moved") ? "softened" : status);
        }
    }

    private void dated(DeadlineSaid s, String due) {
        var day = day(due);
        var over = !end(due).isAfter(s.at());
        var open = newest(e -> e.stands() && e.dueOn(day));
        var known = open != null ? open : newest(e -> e.dueOn(day));
        known = known != null ? known : newest(e -> e.days.contains(day));
        switch (s.mention().status()) {
            case "moved" -> moved(s, due, open == null && over ? known : open, over);
            case "set", "repeated" -> affirmed(s, due, known != null ? known : otherReading(s), over);
            default -> {
                if (known != null) {
                    say(known, s, open == null ? null : s.mention().status());
                } else if (!over && !s.mention().status().equals("passed")) {
                    say(newest(Entry::stands), s, s.mention().status());
                }
            }
        }
    }

    private @Nullable Entry otherReading(DeadlineSaid s) {
        return newest(e ->
                e.stands() && s.mention().alternatives().stream().anyMatch(a -> isDue(a) && day(a).equals(day(e.due))));
    }

    private void affirmed(DeadlineSaid s, String due, @Nullable Entry of, boolean over) {
        if (of == null) {
            open(s, due, over);
            return;
        }
        var here = of.dueOn(day(due));
        if (here) {
            witness(of, s, due);
        }
        var again =
                here && s.mention().status().equals("repeated") && end(of.due).isAfter(s.at());
        say(of, s, again && !of.status().equals("passed") ? "repeated" : null);
    }

    private void moved(DeadlineSaid s, String due, @Nullable Entry there, boolean over) {
        if (there != null) {
            say(there, s, null);
            witness(there, s, due);
            return;
        }
        var open = over ? null : newest(Entry::stands);
        var just = over || open != null
                ? open
                : newest(e -> e.status().equals("passed")
                        && end(e.due).plusSeconds(86_400).isAfter(s.at()));
        if (just == null) {
            open(s, due, over);
        } else {
            move(just, s, due);
        }
    }

    private void move(Entry e, DeadlineSaid s, String due) {
        e.mentions.add(s);
        if (e.events.size() < MOST_CHANGES) {
            e.due = due;
            e.precision = precision(s);
            e.days.add(day(due));
            e.witnesses.clear();
            e.witnesses.add(s);
            e.events.add(change(s, "moved", due));
        }
    }

    private void open(DeadlineSaid s, String due, boolean over) {
        var twin = newest(e -> e.days.iterator().next().equals(day(due)));
        if (over) {
            return;
        }
        if (twin != null) {
            move(twin, s, due);
        } else if (entries.stream().filter(e -> end(e.due).isAfter(s.at())).count() < MOST_TO_COME) {
            var e = new Entry();
            e.due = due;
            e.precision = precision(s);
            e.days.add(day(due));
            e.witnesses.add(s);
            e.mentions.add(s);
            e.events.add(change(s, s.mention().status(), due));
            entries.add(e);
        }
    }

    private static void say(@Nullable Entry e, DeadlineSaid s, @Nullable String status) {
        if (e != null) {
            e.mentions.add(s);
            if (status != null && !status.equals(e.status()) && e.events.size() < MOST_CHANGES) {
                e.events.add(change(s, status, e.due));
            }
        }
    }

    private static void witness(Entry e, DeadlineSaid s, String due) {
        e.witnesses.add(s);
        if (EXACT.indexOf(precision(s)) < EXACT.indexOf(e.precision) && end(due).isAfter(s.at())) {
            e.due = due;
            e.precision = precision(s);
        }
    }

    private static String precision(DeadlineSaid s) {
        return EXACT.contains(s.mention().precision()) ? s.mention().precision() : "month";
    }

    private static Deadline.Change change(DeadlineSaid s, String status, String due) {
        return new Deadline.Change(s.at(), status, due, s.article(), s.mention().setBy(), s.sentence());
    }

    private @Nullable Entry newest(java.util.function.Predicate<Entry> which) {
        Entry newest = null;
        for (var e : entries) {
            newest = which.test(e) ? e : newest;
        }
        return newest;
    }

    private String id(Entry e) {
        return Ids.hash(
                "deadline",
                dossier,
                Objects.requireNonNullElse(bound, ""),
                Objects.requireNonNullElse(point, ""),
                e.days.iterator().next().toString());
    }

    private Deadline record(Entry e) {
        var best =
                e.witnesses.stream().filter(DeadlineSaid::ownStory).findFirst().orElse(e.witnesses.get(0));
        var points = new TreeSet<String>();
        var actors = new TreeSet<String>();
        var stories = new TreeSet<String>();
        var setBy = (String) null;
        for (var s : e.mentions) {
            points.addAll(s.mention().points());
            var by = s.mention().setBy();
            if (by != null) {
                actors.add(by);
                setBy = setBy == null && AFFIRMING.contains(s.mention().status()) ? by : setBy;
            }
            if (s.ownStory()) {
                stories.add(s.article());
            }
        }
        if (bound != null) {
            actors.add(bound);
        }
        return new Deadline(
                id(e),
                e.due,
                e.precision,
                e.status(),
                List.copyOf(e.events),
                List.copyOf(points),
                List.copyOf(actors),
                setBy,
                bound,
                stories.size(),
                e.mentions.get(0).at(),
                e.mentions.get(e.mentions.size() - 1).at(),
                best.sentence(),
                best.article(),
                null);
    }
}
