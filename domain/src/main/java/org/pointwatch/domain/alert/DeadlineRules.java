// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Draft.News;
import org.pointwatch.domain.alert.TargetMemory.KnownDeadline;
import org.pointwatch.domain.alert.TargetMemory.Told;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

/**
 * A deadline is told when it is new, when its status or its day changes, and when it comes near. What makes it new is who
 * must act by when, not its id in the ledger: ids merge when an earlier report turns up, and nothing is told again then.
 */
final class DeadlineRules {
    private static final Set<String> OPEN = Set.of("set", "repeated", "moved", "softened");
    private static final Set<String> COARSE = Set.of("week", "month");

    /** A week or a month does not end at an hour that anybody named. */
    private static final double LEAST_HOURS_OF_COARSE = 24;

    private final Draft draft;

    DeadlineRules(Draft draft) {
        this.draft = draft;
    }

    static boolean open(KnownDeadline d) {
        return OPEN.contains(d.status());
    }

    static boolean past(KnownDeadline d, Instant now) {
        var over = d.over();
        return over == null || over.isBefore(now);
    }

    void gone(String id) {
        draft.deadlines.remove(id);
    }

    void changed(Fact.Deadline d) {
        if (d.into() != null) {
            merged(d.id(), d.into());
            return;
        }
        var before = draft.deadlines.get(d.id());
        if (before == null && d.stories() < enough(d)) {
            return;
        }
        var live = d.source().live() || before != null && before.live();
        var kind = before == null ? first(d) : next(before, d);
        var alert = before == null ? null : before.alert();
        if (kind != null) {
            var earlier = alert != null ? alert : ofSameStory(kind, d);
            var told = draft.tell(News.of(kind, fact(d.bound(), d.due()), d.source(), why(kind, before, d), earlier));
            alert = told == null ? alert : told;
        }
        var after = new KnownDeadline(d.bound(), d.due(), d.over(), d.precision(), d.status(), live, alert, d.source());
        draft.deadlines.put(d.id(), after);
        if (before == null || !Objects.equals(before.due(), d.due())) {
            crossed(after, thresholds(after)).forEach(hours -> settled(after, hours));
        }
    }

    /** The other one goes on with what was told of this one, unless it has been told of itself. */
    private void merged(String id, String into) {
        var left = draft.deadlines.remove(id);
        var other = draft.deadlines.get(into);
        if (left != null && other == null) {
            draft.deadlines.put(into, left);
        } else if (left != null && other != null && other.alert() == null) {
            draft.deadlines.put(into, told(other, left.alert()));
        }
    }

    private static KnownDeadline told(KnownDeadline d, @Nullable String alert) {
        return new KnownDeadline(d.bound(), d.due(), d.over(), d.precision(), d.status(), d.live(), alert, d.source());
    }

    private double enough(Fact.Deadline d) {
        return draft.rules.of(first(d), draft.target).map(AlertRule::threshold).orElse(1.0);
    }

    private static AlertKind first(Fact.Deadline d) {
        return switch (d.status()) {
            case "denied" -> AlertKind.DEADLINE_DENIED;
            case "passed" -> AlertKind.DEADLINE_PASSED;
            default -> AlertKind.NEW_DEADLINE;
        };
    }

    /** Said again is no news, and neither is a step back: its retraction is in the ledger. */
    private static @Nullable AlertKind next(KnownDeadline before, Fact.Deadline d) {
        if (d.due() != null && before.due() != null && !d.due().equals(before.due())) {
            return AlertKind.DEADLINE_MOVED;
        }
        if (d.status().equals(before.status())) {
            return null;
        }
        return switch (d.status()) {
            case "moved" -> AlertKind.DEADLINE_MOVED;
            case "softened" -> AlertKind.DEADLINE_SOFTENED;
            case "denied" -> AlertKind.DEADLINE_DENIED;
            case "passed" -> AlertKind.DEADLINE_PASSED;
            default -> null;
        };
    }

    /** Another day for the same party out of a story that set one before. */
    private @Nullable String ofSameStory(AlertKind kind, Fact.Deadline d) {
        var story = d.source().story();
        if (story == null) {
            return null;
        }
        var sameParty = Draft.key(kind, party(d.bound()));
        return draft.told.entrySet().stream()
                .filter(e -> e.getKey().startsWith(sameParty)
                        && story.equals(e.getValue().story()))
                .map(Map.Entry::getValue)
                .filter(t -> t.alert() != null)
                .max(Comparator.comparing(Told::at).thenComparing(t -> String.valueOf(t.alert())))
                .map(Told::alert)
                .orElse(null);
    }

    private static String party(@Nullable String bound) {
        return Objects.requireNonNullElse(bound, "") + "|";
    }

    private static String fact(@Nullable String bound, @Nullable String due) {
        return party(bound) + Objects.requireNonNullElse(due, "");
    }

    private String why(AlertKind kind, @Nullable KnownDeadline before, Fact.Deadline d) {
        var by = d.setBy() == null ? "" : ", set by " + d.setBy();
        var carried = "; " + Say.many(d.stories(), "story", "stories");
        var what = "deadline " + Say.due(d.due()) + (d.bound() == null ? "" : " for " + d.bound());
        return switch (kind) {
            case NEW_DEADLINE -> "new " + what + left(d.over()) + by + carried;
            case DEADLINE_MOVED ->
                "deadline" + (d.bound() == null ? "" : " for " + d.bound()) + " moved from "
                        + Say.due(before == null ? null : before.due()) + " to " + Say.due(d.due()) + left(d.over())
                        + carried;
            case DEADLINE_SOFTENED -> what + " softened: it may give way" + left(d.over()) + carried;
            case DEADLINE_DENIED -> what + " denied" + carried;
            default -> what + " has passed" + carried;
        };
    }

    private String left(@Nullable Instant over) {
        return over == null || !over.isAfter(draft.now)
                ? ""
                : " (in " + Say.span(Duration.between(draft.now, over)) + ")";
    }

    /** What comes near as time passes: of several thresholds that were crossed at once only the nearest is told. */
    void near() {
        for (var id : List.copyOf(draft.deadlines.keySet())) {
            var d = Objects.requireNonNull(draft.deadlines.get(id));
            var fresh = crossed(d, thresholds(d)).stream()
                    .filter(hours -> !draft.knows(AlertKind.DEADLINE_NEAR, fact(d, hours)))
                    .toList();
            if (!fresh.isEmpty()) {
                draft.deadlines.put(id, near(d, fresh));
            }
        }
    }

    private KnownDeadline near(KnownDeadline d, List<Double> crossed) {
        var nearest = crossed.stream().min(Double::compareTo).orElseThrow();
        var over = Objects.requireNonNull(d.over());
        var sentence = d.source().sentence();
        var news = new News(
                AlertKind.DEADLINE_NEAR,
                fact(d, nearest),
                draft.now,
                d.live(),
                "deadline " + Say.due(d.due()) + (d.bound() == null ? "" : " for " + d.bound()) + ": "
                        + Say.span(Duration.between(draft.now, over)) + " left (threshold " + Say.number(nearest)
                        + " hours)"
                        + (d.status().equals("softened") ? "; it was softened" : ""),
                sentence == null ? List.of() : List.of(sentence),
                d.source().story() == null ? d.source().article() : d.source().story(),
                d.alert());
        var told = draft.tell(news);
        crossed.stream().filter(hours -> !hours.equals(nearest)).forEach(hours -> settled(d, hours));
        return told == null ? d : told(d, told);
    }

    private List<Double> thresholds(KnownDeadline d) {
        var rule = draft.rules.of(AlertKind.DEADLINE_NEAR, draft.target);
        return rule.map(AlertRule::thresholds).orElse(List.of()).stream()
                .filter(hours -> !COARSE.contains(d.precision()) || hours >= LEAST_HOURS_OF_COARSE)
                .toList();
    }

    private List<Double> crossed(KnownDeadline d, List<Double> thresholds) {
        var over = d.over();
        if (!open(d) || over == null || !over.isAfter(draft.now)) {
            return List.of();
        }
        var left = Duration.between(draft.now, over).toMillis() / 3_600_000.0;
        return thresholds.stream().filter(hours -> left <= hours).toList();
    }

    private void settled(KnownDeadline d, double hours) {
        if (!draft.knows(AlertKind.DEADLINE_NEAR, fact(d, hours))) {
            draft.settle(AlertKind.DEADLINE_NEAR, fact(d, hours), null, null);
        }
    }

    private static String fact(KnownDeadline d, double hours) {
        return fact(d.bound(), d.due()) + "|" + Say.number(hours);
    }
}
