// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.TargetMemory.Episode;
import org.pointwatch.domain.alert.TargetMemory.KnownDeadline;
import org.pointwatch.domain.alert.TargetMemory.Told;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

/** A target's memory while it is judged, and the one gate that every alert must pass. */
final class Draft {
    /** What happened longer ago, or lies further ahead, is no news. */
    static final Duration FRESH = Duration.ofHours(24);

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int MOST_TOLD = 2_000;
    private static final int MOST_EVIDENCE = 3;

    final String dossier;
    final String target;
    final AlertRules rules;
    final Instant now;
    final Map<String, Told> told;
    final Map<AlertKind, Instant> fired;
    final Map<String, KnownDeadline> deadlines;
    final Map<String, List<Double>> figures;
    final Map<AlertKind, Episode> episodes;
    List<Source> sightings;
    List<Source> warm;
    List<Source> cold;

    @Nullable
    Instant replayed;

    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    /**
     * Something to tell.
     *
     * @param fact what makes it this one and no other; the same words whoever works it out
     */
    record News(
            AlertKind kind,
            String fact,
            Instant at,
            boolean live,
            String why,
            List<String> evidence,
            @Nullable String story,
            @Nullable String escalates) {
        static News of(AlertKind kind, String fact, Source s, String why, @Nullable String escalates) {
            var sentence = s.sentence();
            var story = s.story() == null ? s.article() : s.story();
            return new News(
                    kind,
                    fact,
                    s.at(),
                    s.live(),
                    why,
                    sentence == null ? List.of() : List.of(sentence),
                    story,
                    escalates);
        }
    }

    Draft(String dossier, String target, AlertRules rules, TargetMemory memory, Instant now) {
        this.dossier = dossier;
        this.target = target;
        this.rules = rules;
        this.now = now;
        told = new HashMap<>(memory.told());
        fired = new HashMap<>(memory.fired());
        deadlines = new TreeMap<>(memory.deadlines());
        figures = new HashMap<>(memory.figures());
        episodes = new HashMap<>(memory.episodes());
        sightings = memory.sightings();
        replayed = memory.replayed();
        warm = memory.warm();
        cold = memory.cold();
    }

    static boolean fresh(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(FRESH) <= 0;
    }

    static String key(AlertKind kind, String fact) {
        return kind.id() + "|" + fact;
    }

    boolean knows(AlertKind kind, String fact) {
        return told.containsKey(key(kind, fact));
    }

    /** Needs no telling any more. */
    void settle(AlertKind kind, String fact, @Nullable String alert, @Nullable String story) {
        told.put(key(kind, fact), new Told(now, alert, story));
    }

    /** @return the alert's id, null if it was held back */
    @Nullable
    String tell(News news) {
        var outcome = outcome(news);
        outcomes.add(outcome);
        if (outcome == Outcome.REPEATED) {
            return null;
        }
        var id = outcome == Outcome.FIRED ? fire(news) : null;
        settle(news.kind(), news.fact(), id, news.story());
        return id;
    }

    private Outcome outcome(News news) {
        var rule = rules.of(news.kind(), target);
        if (knows(news.kind(), news.fact())) {
            return Outcome.REPEATED;
        } else if (rule.isEmpty()) {
            return Outcome.UNWANTED;
        } else if (!news.live()) {
            return Outcome.REPLAY;
        } else if (!fresh(news.at(), now)) {
            return Outcome.STALE;
        }
        return cooling(news.kind(), rule.get()) ? Outcome.COOLED : Outcome.FIRED;
    }

    /** A clock that was set back cools nothing. */
    private boolean cooling(AlertKind kind, AlertRule rule) {
        var last = fired.get(kind);
        return last != null && !last.isAfter(now) && now.isBefore(last.plus(rule.cooldown()));
    }

    private String fire(News news) {
        var id = Ids.hash("alert", dossier, target, key(news.kind(), news.fact()));
        var evidence = news.evidence()
                .subList(0, Math.min(MOST_EVIDENCE, news.evidence().size()));
        alarms.add(new Alarm(id, news.kind(), target, news.at(), news.why(), evidence, news.story(), news.escalates()));
        fired.put(news.kind(), now);
        return id;
    }

    Verdict verdict() {
        told.values().removeIf(t -> t.at().plus(REMEMBERED).isBefore(now));
        if (told.size() > MOST_TOLD) {
            var oldest = Comparator.comparing(
                            (Map.Entry<String, Told> e) -> e.getValue().at())
                    .thenComparing(Map.Entry::getKey);
            var surplus = told.entrySet().stream()
                    .sorted(oldest)
                    .limit(told.size() - MOST_TOLD)
                    .map(Map.Entry::getKey);
            surplus.toList().forEach(told::remove);
        }
        deadlines.values().removeIf(d -> d.source().at().plus(REMEMBERED).isBefore(now) && DeadlineRules.past(d, now));
        var memory = new TargetMemory(told, fired, deadlines, figures, episodes, sightings, replayed, warm, cold);
        return new Verdict(memory, alarms, outcomes);
    }
}
