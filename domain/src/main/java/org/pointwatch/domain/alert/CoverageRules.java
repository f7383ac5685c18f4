// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Draft.News;
import org.pointwatch.domain.alert.TargetMemory.Episode;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

/**
 * A target against its own past. What lasts is told once, and a surge again when it has doubled; it is over when it was
 * not so for half a day.
 */
final class CoverageRules {
    private static final Duration OVER_AFTER = Duration.ofHours(12);
    private static final double GROWN = 2;

    private final Draft draft;

    CoverageRules(Draft draft) {
        this.draft = draft;
    }

    /**
     * What stands out, and by how much.
     *
     * @param sign {@code up|} or {@code down|} where it can go both ways, else empty
     */
    record Finding(String why, double level, String sign) {}

    void look(History history, boolean seeing) {
        wanted(AlertKind.SURGE).ifPresent(rule -> lasting(rule, Surges.find(history, rule.threshold())));
        wanted(AlertKind.TONE_SHIFT).ifPresent(rule -> lasting(rule, ToneShifts.find(history, rule.threshold())));
        if (seeing) {
            wanted(AlertKind.SILENCE).ifPresent(rule -> silence(rule, history));
        }
    }

    private Optional<AlertRule> wanted(AlertKind kind) {
        return draft.rules.of(kind, draft.target);
    }

    private void lasting(AlertRule rule, @Nullable Finding found) {
        var kind = rule.kind();
        var before = draft.episodes.get(kind);
        if (found == null) {
            if (before != null && before.seen().plus(OVER_AFTER).isBefore(draft.now)) {
                draft.episodes.remove(kind);
            }
        } else if (before == null) {
            var alert = draft.tell(news(kind, fact(found, draft.now, ""), found.why(), shown(found), null));
            draft.episodes.put(kind, new Episode(alert, draft.now, found.level(), draft.now));
        } else if (kind == AlertKind.SURGE && found.level() >= GROWN * before.level()) {
            var fact = fact(found, before.since(), "|" + Say.number(before.level()));
            var why = "still growing: " + found.why();
            var alert = draft.tell(news(kind, fact, why, draft.sightings, before.alert()));
            draft.episodes.put(
                    kind,
                    new Episode(alert == null ? before.alert() : alert, before.since(), found.level(), draft.now));
        } else {
            draft.episodes.put(kind, new Episode(before.alert(), before.since(), before.level(), draft.now));
        }
    }

    /** One a day at most, so that whoever works it out anew comes to the same. */
    private static String fact(Finding found, Instant since, String more) {
        return found.sign() + LocalDate.ofInstant(since, ZoneOffset.UTC) + more;
    }

    private void silence(AlertRule rule, History history) {
        var silence = Silences.find(history, rule.threshold());
        if (silence == null) {
            return;
        }
        var fact = history.start(history.silent()).toString();
        if (!draft.knows(AlertKind.SILENCE, fact)) {
            var last =
                    draft.sightings.isEmpty() ? List.<String>of() : Evidence.sentences(draft.sightings.subList(0, 1));
            var live = !replays();
            draft.tell(new News(AlertKind.SILENCE, fact, draft.now, live, silence, last, story(draft.sightings), null));
        }
    }

    private News news(AlertKind kind, String fact, String why, List<Source> shown, @Nullable String escalates) {
        var live = !replays() && draft.sightings.stream().anyMatch(s -> Draft.fresh(s.at(), draft.now));
        return new News(kind, fact, draft.now, live, why, Evidence.sentences(shown), story(shown), escalates);
    }

    /** Of another tone, reports in that tone, where there are any of this day. */
    private List<Source> shown(Finding found) {
        var toned = found.sign().isEmpty() ? List.<Source>of() : found.sign().equals("up|") ? draft.warm : draft.cold;
        var fresh = toned.stream().filter(s -> Draft.fresh(s.at(), draft.now)).toList();
        return fresh.isEmpty() ? draft.sightings : fresh;
    }

    /** Counts do not say which part of them comes from an archive, so any such report of this day keeps them quiet. */
    private boolean replays() {
        var replayed = draft.replayed;
        return replayed != null && Draft.fresh(replayed, draft.now);
    }

    private static @Nullable String story(List<Source> shown) {
        return shown.stream()
                .findFirst()
                .map(s -> s.story() == null ? s.article() : s.story())
                .orElse(null);
    }
}
