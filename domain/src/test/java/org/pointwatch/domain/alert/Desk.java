// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.AlertRule;
import org.pointwatch.domain.figure.Figure;

/** Somebody who watches one target and writes down what is told. */
final class Desk {
    static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    static final String TARGET = "point:army-cap";

    final List<Alarm> alarms = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    private final AlertJudge judge;
    private TargetMemory memory = TargetMemory.NOTHING;
    Instant now = NOON;

    Desk(AlertRule... rules) {
        judge = new AlertJudge("small-plan", new AlertRules(List.of(rules)));
    }

    Desk hears(Fact fact) {
        return takes(judge.hears(TARGET, memory, fact, now));
    }

    Desk later(Duration time) {
        now = now.plus(time);
        return takes(judge.waits(TARGET, memory, now));
    }

    Desk looks(History history) {
        return looks(history, true);
    }

    Desk looks(History history, boolean seeing) {
        return takes(judge.looks(TARGET, memory, history, seeing, now));
    }

    private Desk takes(Verdict verdict) {
        memory = verdict.memory();
        alarms.addAll(verdict.alarms());
        outcomes.addAll(verdict.outcomes());
        return this;
    }

    TargetMemory memory() {
        return memory;
    }

    List<String> told() {
        return alarms.stream().map(a -> a.kind().id()).toList();
    }

    Alarm last() {
        return alarms.get(alarms.size() - 1);
    }

    Source live(String article) {
        return new Source(article, article, now, true, "Sentence of " + article + ".");
    }

    Source replayed(String article) {
        return new Source(article, article, now, false, "Sentence of " + article + ".");
    }

    Source from(String article, Instant at) {
        return new Source(article, article, at, true, "Sentence of " + article + ".");
    }

    Fact.Counted says(double value, String article) {
        return new Fact.Counted(List.of(figure(value)), live(article));
    }

    static Figure figure(double value) {
        return new Figure("army-cap", value, "soldiers", Say.number(value) + " soldiers", 0, 5, "trump");
    }

    static Fact.Deadline deadline(String id, String due, String status, Source source) {
        return deadline(id, due, status, null, source);
    }

    static Fact.Deadline deadline(String id, String due, String status, @Nullable String into, Source source) {
        var over = Instant.parse(due + "T22:00:00Z");
        return new Fact.Deadline(id, "ukraine", "trump", due, over, "day", status, into, 3, source);
    }
}
