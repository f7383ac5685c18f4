// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A deadline while its statements are walked. */
final class Draft {
    /** Changes of status that a deadline can have; what changes more often is no deadline. Time may always end it. */
    static final int MOST_CHANGES = 100;

    private final Binding binding;
    private final String id;
    private final Set<LocalDate> days;
    private final List<Change> history;
    private final Set<String> points;
    private final Set<String> actors;
    private final Instant firstSeen;
    private Due due;
    private Precision precision;
    private Status status;
    private @Nullable String setBy;
    private long stories;
    private Instant lastSeen;
    private String evidence;
    private String evidenceArticle;
    private boolean ownEvidence;
    private boolean live;
    private @Nullable String lastCounted;

    /** Opened by a statement with that due. */
    Draft(Binding binding, Statement s, Due due) {
        this.binding = binding;
        this.id = binding.id(due.day());
        this.days = new LinkedHashSet<>(Set.of(due.day()));
        this.history = new ArrayList<>(List.of(Change.of(s, s.status(), due.text())));
        this.points = new TreeSet<>();
        this.actors = new TreeSet<>();
        if (binding.bound() != null) {
            actors.add(binding.bound());
        }
        this.firstSeen = s.at();
        this.due = due;
        this.precision = s.precision();
        this.status = s.status();
        this.lastSeen = s.at();
        this.evidence = s.sentence();
        this.evidenceArticle = s.article();
        this.ownEvidence = s.ownStory();
    }

    Draft(LedgerDeadline d) {
        this.binding = d.binding();
        this.id = d.id();
        this.days = new LinkedHashSet<>(d.days());
        this.history = new ArrayList<>(d.history());
        this.points = new TreeSet<>(d.points());
        this.actors = new TreeSet<>(d.actors());
        this.firstSeen = d.firstSeen();
        this.due = d.when();
        this.precision = d.precision();
        this.status = d.status();
        this.setBy = d.setBy();
        this.stories = d.stories();
        this.lastSeen = d.lastSeen();
        this.evidence = d.evidence();
        this.evidenceArticle = d.evidenceArticle();
        this.ownEvidence = d.ownEvidence();
        this.live = d.live();
    }

    LedgerDeadline finished() {
        return new LedgerDeadline(
                binding,
                id,
                due.text(),
                precision,
                status,
                List.copyOf(days),
                history,
                List.copyOf(points),
                List.copyOf(actors),
                setBy,
                stories,
                firstSeen,
                lastSeen,
                evidence,
                evidenceArticle,
                ownEvidence,
                live,
                null);
    }

    String id() {
        return id;
    }

    Due due() {
        return due;
    }

    Status status() {
        return status;
    }

    boolean open() {
        return status.open();
    }

    boolean dueOn(LocalDate day) {
        return due.day().equals(day);
    }

    /** Every day it was ever due on. */
    Set<LocalDate> days() {
        return days;
    }

    /** Counts a statement about this deadline: an article's own story once, however often it mentions it. */
    void mentioned(Statement s) {
        if (s.ownStory() && !s.article().equals(lastCounted)) {
            stories++;
            lastCounted = s.article();
        }
        if (s.at().isAfter(lastSeen)) {
            lastSeen = s.at();
        }
        live |= s.live();
        points.addAll(s.points());
        if (s.setBy() != null) {
            actors.add(s.setBy());
            if (setBy == null && s.status().affirms()) {
                setBy = s.setBy();
            }
        }
    }

    /** Of a statement that names the day it is due on: a more exact time, and better evidence. */
    void affirmed(Statement s, Due told) {
        if (s.precision().compareTo(precision) < 0 && told.end().isAfter(s.at())) {
            due = told;
            precision = s.precision();
        }
        if (s.ownStory() && !ownEvidence) {
            proven(s);
        }
    }

    private void proven(Statement s) {
        evidence = s.sentence();
        evidenceArticle = s.article();
        ownEvidence = s.ownStory();
    }

    /** Whether it took the change; not if it has had too many. */
    boolean change(Statement s, Status to) {
        if (history.size() >= MOST_CHANGES) {
            return false;
        }
        status = to;
        history.add(Change.of(s, to, due.text()));
        return true;
    }

    /** The same for a change of the day. */
    boolean move(Statement s, Due to) {
        if (history.size() >= MOST_CHANGES) {
            return false;
        }
        due = to;
        precision = s.precision();
        days.add(to.day());
        proven(s);
        return change(s, Status.MOVED);
    }

    void pass() {
        status = Status.PASSED;
        history.add(Change.passed(due));
    }
}
