// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.AlertRules;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Finding;

/**
 * Picks what alerts need out of the findings, which is little: a value about a point that was not sent before, and for each
 * target one report of each tone in a few minutes, as the evidence for what its counts say. What was sent is remembered in memory only;
 * that it is sent again after a restart changes nothing. What an analyst decides about an article is no news of it.
 */
final class NoticeFacts extends ContextualProcessor<String, Tag.Tagged, String, Fact> {
    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration BETWEEN_SIGHTINGS = Duration.ofMinutes(5);
    private static final int MOST_VALUES = 20_000;
    private static final int LONGEST_SENTENCE = 500;

    private final DossierInForce dossiers;
    private final Clock clock;
    private final Map<String, Instant> sighted = new HashMap<>();
    private final Map<String, Instant> replayed = new HashMap<>();
    private final Map<String, Boolean> watched = new HashMap<>();
    private final Map<String, Boolean> values = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_VALUES;
        }
    };
    private @Nullable AlertRules rules;

    NoticeFacts(DossierInForce dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, Fact> context) {
        super.init(context);
        dossiers.attach(context.getStateStore(DossierInForce.STORE));
        sighted.clear();
        replayed.clear();
        values.clear();
    }

    @Override
    public void process(Record<String, Tag.Tagged> record) {
        var finding = record.value().finding();
        if (record.value().decided()
                || finding == null
                || finding.points().isEmpty() && finding.actors().isEmpty()) {
            return;
        }
        var live = record.value().live();
        var facts = PoisonException.computing("notice-facts", () -> {
            follow(dossiers.inForce().alerts());
            return facts(finding, live);
        });
        facts.forEach((target, about) ->
                about.forEach(fact -> context().forward(record.withKey(target).withValue(fact))));
    }

    private void follow(AlertRules inForce) {
        if (!inForce.equals(rules)) {
            rules = inForce;
            watched.clear();
        }
    }

    private boolean watches(String target) {
        return rules != null && watched.computeIfAbsent(target, rules::watches);
    }

    private Map<String, List<Fact>> facts(Finding f, boolean live) {
        var facts = new LinkedHashMap<String, List<Fact>>();
        var byPoint = f.figures().stream()
                .collect(Collectors.groupingBy(Figure::point, LinkedHashMap::new, Collectors.toList()));
        byPoint.forEach((point, figures) -> {
            if (figures.stream().anyMatch(figure -> unsent(figure))) {
                add(
                        facts,
                        Target.point(point),
                        new Fact.Counted(figures, source(f, live, sentence(f, figures.get(0)))));
            }
        });
        if (Duration.between(f.eventTime(), clock.instant()).abs().compareTo(FRESH) <= 0) {
            f.points().forEach(p -> sight(facts, Target.point(p.point()), f, live, p.evidence(), own(p.sentiment())));
            f.actors().forEach(a -> sight(facts, Target.actor(a.actor()), f, live, a.evidence(), own(a.sentiment())));
            sight(facts, Target.plan(f.dossier()), f, live, first(f), null);
        }
        return facts;
    }

    private static void add(Map<String, List<Fact>> facts, String target, Fact fact) {
        facts.computeIfAbsent(target, any -> new ArrayList<>()).add(fact);
    }

    private boolean unsent(Figure figure) {
        return values.put(figure.point() + "|" + figure.unit() + "|" + figure.value(), true) == null;
    }

    private static @Nullable Integer own(@Nullable TargetSentiment sentiment) {
        return sentiment == null ? null : sentiment.own();
    }

    private void sight(
            Map<String, List<Fact>> facts,
            String target,
            Finding f,
            boolean live,
            List<Evidence> evidence,
            @Nullable Integer tone) {
        if (watches(target) && (live ? timeForAnother(target, tone) : newerThanReplayed(target, f.eventTime()))) {
            var sentence =
                    evidence.isEmpty() ? null : sentence(f, evidence.get(0).sentence());
            add(facts, target, new Fact.Sighted(source(f, live, sentence), tone));
        }
    }

    /** One in each tone, since it may be the tone that is told. */
    private boolean timeForAnother(String target, @Nullable Integer tone) {
        var told = tone == null ? SentimentSums.ZERO : SentimentSums.of(tone);
        var way = target + (told.positive() - told.negative());
        var now = clock.instant();
        var last = sighted.get(way);
        if (last != null && Duration.between(last, now).abs().compareTo(BETWEEN_SIGHTINGS) < 0) {
            return false;
        }
        sighted.put(way, now);
        return true;
    }

    /** The newest one says for how long counts are not to be trusted as news. */
    private boolean newerThanReplayed(String target, Instant at) {
        var last = replayed.get(target);
        if (last != null && at.isBefore(last.plus(BETWEEN_SIGHTINGS))) {
            return false;
        }
        replayed.put(target, at);
        return true;
    }

    private static List<Evidence> first(Finding f) {
        return f.points().isEmpty()
                ? f.actors().get(0).evidence()
                : f.points().get(0).evidence();
    }

    private static Source source(Finding f, boolean live, @Nullable String sentence) {
        return new Source(f.article(), null, f.eventTime(), live, sentence);
    }

    private static @Nullable String sentence(Finding f, int index) {
        return index >= 0 && index < f.sentences().size()
                ? cut(f.sentences().get(index).text())
                : null;
    }

    private static @Nullable String sentence(Finding f, Figure figure) {
        return f.sentences().stream()
                .filter(s -> s.start() <= figure.start() && figure.end() <= s.end())
                .map(Sentence::text)
                .map(NoticeFacts::cut)
                .findFirst()
                .orElse(null);
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        var end = Character.isHighSurrogate(sentence.charAt(LONGEST_SENTENCE - 2))
                ? LONGEST_SENTENCE - 2
                : LONGEST_SENTENCE - 1;
        return sentence.substring(0, end) + "…";
    }
}
