// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;

/**
 * The ledger as one would define it on paper, for comparison: all statements in order, the status of a deadline worked out
 * from its events whenever somebody asks, nothing kept up to date.
 */
final class NaiveLedger {
    private static final List<String> EXACT = List.of("hour", "day", "week", "month");

    private final Binding binding;
    private final List<Entry> entries = new ArrayList<>();

    /** One deadline: what was said of it, one line after the other. */
    private static final class Entry {
        final List<Event> events = new ArrayList<>();
        final List<Statement> mentions = new ArrayList<>();
        final List<Statement> witnesses = new ArrayList<>();
        LocalDate first = LocalDate.MIN;
        String due = "";
        String precision = "";
        final Set<LocalDate> days = new TreeSet<>();
    }

    private record Event(Instant at, String status, String due, @Nullable Statement by) {}

    private NaiveLedger(Binding binding) {
        this.binding = binding;
    }

    /** Deadline id to all that is known of it, as text. */
    static Map<String, String> of(Binding binding, Collection<Statement> statements, Instant now) {
        var ledger = new NaiveLedger(binding);
        statements.stream()
                .sorted((a, b) -> {
                    var time = a.at().compareTo(b.at());
                    var article = time != 0 ? time : a.article().compareTo(b.article());
                    return article != 0 ? article : Integer.compare(a.start(), b.start());
                })
                .forEach(ledger::add);
        var texts = new TreeMap<String, String>();
        for (var e : ledger.entries) {
            ledger.passIfOver(e, now);
            texts.put(ledger.id(e), ledger.text(e));
        }
        return texts;
    }

    private static Instant end(String due) {
        return due.contains("T")
                ? OffsetDateTime.parse(due).toInstant()
                : LocalDate.parse(due).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String due) {
        return LocalDate.parse(due.substring(0, 10));
    }

    private static boolean stands(Entry e) {
        return !Set.of("denied", "passed").contains(last(e).status());
    }

    private static Event last(Entry e) {
        return e.events.get(e.events.size() - 1);
    }

    private void passIfOver(Entry e, Instant at) {
        if (stands(e) && !end(e.due).isAfter(at)) {
            e.events.add(new Event(end(e.due), "passed", e.due, null));
        }
    }

    private void add(Statement s) {
        entries.forEach(e -> passIfOver(e, s.at()));
        var status = s.status().label();
        var newestOpen = latest(entries.stream().filter(NaiveLedger::stands).toList());
        if (s.due() == null) {
            if (newestOpen != null && !status.equals("set")) {
                say(newestOpen, s, status.equals("moved") ? "softened" : status);
            }
            return;
        }
        var due = Objects.requireNonNull(s.due());
        var over = !end(due).isAfter(s.at());
        var dueThen = entries.stream().filter(e -> day(e.due).equals(day(due))).toList();
        var openThen = dueThen.stream().filter(NaiveLedger::stands).toList();
        var once = entries.stream().filter(e -> e.days.contains(day(due))).toList();
        var known = !openThen.isEmpty() ? latest(openThen) : !dueThen.isEmpty() ? latest(dueThen) : latest(once);
        switch (status) {
            case "moved" -> {
                var there = !openThen.isEmpty() ? latest(openThen) : over ? known : null;
                if (there != null) {
                    say(there, s, null);
                    witness(there, s, due);
                } else if (!over) {
                    var just = entries.stream()
                            .filter(e -> last(e).status().equals("passed"))
                            .filter(e -> s.at().isBefore(end(e.due).plusSeconds(86_400)))
                            .toList();
                    moveOrOpen(newestOpen != null ? newestOpen : latest(just), s, due);
                }
            }
            case "set", "repeated" -> {
                var other = latest(entries.stream()
                        .filter(NaiveLedger::stands)
                        .filter(e -> s.alternatives().stream().anyMatch(a -> day(a).equals(day(e.due))))
                        .toList());
                if (known == null && other == null && !over) {
                    open(s, due);
                } else if (known != null || other != null) {
                    var of = known != null ? known : other;
                    var here = dueThen.contains(of);
                    if (here) {
                        witness(of, s, due);
                    }
                    var raises = here
                            && status.equals("repeated")
                            && !last(of).status().equals("passed")
                            && end(of.due).isAfter(s.at());
                    say(of, s, raises ? "repeated" : null);
                }
            }
            default -> {
                if (known != null) {
                    say(known, s, openThen.contains(known) ? status : null);
                } else if (newestOpen != null && !over && !status.equals("passed")) {
                    say(newestOpen, s, status);
                }
            }
        }
    }

    private void moveOrOpen(@Nullable Entry from, Statement s, String due) {
        var twin = latest(entries.stream().filter(e -> e.first.equals(day(due))).toList());
        var moves = from != null ? from : twin;
        if (moves == null) {
            open(s, due);
            return;
        }
        moves.due = due;
        moves.precision = s.precision().label();
        moves.days.add(day(due));
        moves.witnesses.clear();
        moves.witnesses.add(s);
        moves.mentions.add(s);
        moves.events.add(new Event(s.at(), "moved", due, s));
    }

    private void open(Statement s, String due) {
        var e = new Entry();
        e.first = day(due);
        e.days.add(day(due));
        e.due = due;
        e.precision = s.precision().label();
        e.witnesses.add(s);
        e.mentions.add(s);
        e.events.add(new Event(s.at(), s.status().label(), due, s));
        entries.add(e);
    }

    private void say(Entry e, Statement s, @Nullable String status) {
        e.mentions.add(s);
        if (status != null && !status.equals(last(e).status())) {
            e.events.add(new Event(s.at(), status, e.due, s));
        }
    }

    private void witness(Entry e, Statement s, String due) {
        e.witnesses.add(s);
        var finer = EXACT.indexOf(s.precision().label()) < EXACT.indexOf(e.precision);
        if (finer && end(due).isAfter(s.at())) {
            e.due = due;
            e.precision = s.precision().label();
        }
    }

    private static @Nullable Entry latest(List<Entry> some) {
        return some.isEmpty() ? null : some.get(some.size() - 1);
    }

    private String id(Entry e) {
        return Ids.hash(
                "deadline",
                binding.dossier(),
                Objects.requireNonNullElse(binding.bound(), ""),
                Objects.requireNonNullElse(binding.point(), ""),
                e.first.toString());
    }

    private String text(Entry e) {
        var best = e.witnesses.stream().filter(Statement::ownStory).findFirst().orElse(e.witnesses.get(0));
        var points = new TreeSet<String>();
        var actors = new TreeSet<String>();
        var stories = new TreeSet<String>();
        for (var m : e.mentions) {
            points.addAll(m.points());
            if (m.setBy() != null) {
                actors.add(m.setBy());
            }
            if (m.ownStory()) {
                stories.add(m.article());
            }
        }
        if (binding.bound() != null) {
            actors.add(binding.bound());
        }
        var setBy = e.mentions.stream()
                .filter(m -> m.setBy() != null
                        && Set.of("set", "repeated", "moved")
                                .contains(m.status().label()))
                .findFirst()
                .map(Statement::setBy)
                .orElse(null);
        var history = e.events.stream()
                .map(v ->
                        v.at() + " " + v.status() + " " + v.due() + " " + (v.by() == null ? "time" : v.by().article()))
                .toList();
        return String.join(
                "; ",
                e.due,
                e.precision,
                last(e).status(),
                "first " + e.first,
                "" + history,
                "" + points,
                "" + actors,
                "by " + setBy,
                "stories " + stories.size(),
                e.mentions.get(0).at() + " to "
                        + e.mentions.get(e.mentions.size() - 1).at(),
                best.article() + " says " + best.sentence(),
                "live " + e.mentions.stream().anyMatch(Statement::live));
    }

    /** What the ledger makes of a deadline, in the same words. */
    static String text(LedgerDeadline d) {
        var history = d.history().stream()
                .map(c -> c.at() + " " + c.status().label() + " " + c.due() + " "
                        + (c.article() == null ? "time" : c.article()))
                .toList();
        return String.join(
                "; ",
                d.due(),
                d.precision().label(),
                d.status().label(),
                "first " + d.days().get(0),
                "" + history,
                "" + d.points(),
                "" + d.actors(),
                "by " + d.setBy(),
                "stories " + d.stories(),
                d.firstSeen() + " to " + d.lastSeen(),
                d.evidenceArticle() + " says " + d.evidence(),
                "live " + d.live());
    }
}
