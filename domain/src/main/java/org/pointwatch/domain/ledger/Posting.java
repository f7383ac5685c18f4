// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.TargetSentiment;

/** What one article contributes to coverage: to one bucket, under each of its targets. */
public record Posting(Instant bucket, String outlet, Relation relation, List<Line> lines) {

    /** One target, with the sentiment toward it. */
    public record Line(String target, @Nullable TargetSentiment sentiment) {}

    /** The parts of a target that an article belongs to besides. */
    public record Facets(@Nullable String language, @Nullable String group) {
        public static final Facets NONE = new Facets(null, null);

        private List<String> of(String target) {
            var parts = new ArrayList<String>();
            if (language != null && !language.isEmpty()) {
                parts.add(Target.inLanguage(target, language));
            }
            var name = Target.groupName(group);
            if (!name.isEmpty()) {
                parts.add(Target.inGroup(target, name));
            }
            return parts;
        }
    }

    /** Everything an article with these mentions is counted under, {@code all} first. */
    public static List<Line> lines(String dossier, List<PointMention> points, List<ActorMention> actors) {
        return lines(dossier, points, actors, Facets.NONE);
    }

    /**
     * The same with the facets, behind the targets that they are parts of. Pairs have none: they are many and small, and cut
     * again by language and group they would be most of what is counted.
     */
    public static List<Line> lines(
            String dossier, List<PointMention> points, List<ActorMention> actors, Facets facets) {
        var whole = targets(dossier, points, actors);
        var lines = new ArrayList<>(whole);
        for (var line : whole) {
            facets.of(line.target()).forEach(part -> lines.add(new Line(part, line.sentiment())));
        }
        lines.addAll(pairs(points, actors));
        return List.copyOf(lines);
    }

    private static List<Line> targets(String dossier, List<PointMention> points, List<ActorMention> actors) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Target.ALL, null));
        if (!points.isEmpty() || !actors.isEmpty()) {
            lines.add(new Line(Target.plan(dossier), null));
        }
        points.forEach(p -> lines.add(new Line(Target.point(p.point()), p.sentiment())));
        actors.forEach(a -> lines.add(new Line(Target.actor(a.actor()), a.sentiment())));
        return lines;
    }

    private static List<Line> pairs(List<PointMention> points, List<ActorMention> actors) {
        var lines = new ArrayList<Line>();
        for (var point : points) {
            var sentences = point.evidence().stream().map(Evidence::sentence).collect(Collectors.toSet());
            for (var actor : actors) {
                if (actor.evidence().stream().anyMatch(e -> sentences.contains(e.sentence()))) {
                    lines.add(new Line(Target.pair(point.point(), actor.actor()), null));
                }
            }
        }
        return lines;
    }

    /** What must be added to coverage, by coverage key, when {@code before} gives way to {@code after}. */
    public static SortedMap<String, Delta> difference(@Nullable Posting before, @Nullable Posting after) {
        var deltas = new TreeMap<String, Delta>();
        if (before != null) {
            before.post(deltas, -1);
        }
        if (after != null) {
            after.post(deltas, 1);
        }
        deltas.values().removeIf(Delta::nothing);
        return deltas;
    }

    private void post(SortedMap<String, Delta> deltas, int sign) {
        for (var line : lines) {
            var delta = Delta.of(
                    line.target(),
                    bucket,
                    sign > 0 ? counts(line) : counts(line).negated(),
                    outlet,
                    sign);
            deltas.merge(Target.coverageKey(line.target(), bucket), delta, Delta::plus);
        }
    }

    private Counts counts(Line line) {
        var own = SentimentSums.ZERO;
        var quoted = SentimentSums.ZERO;
        var sentiment = line.sentiment();
        if (sentiment != null && relation.ownStory()) {
            own = sentiment.own() == null ? own : SentimentSums.of(sentiment.own());
            quoted = sentiment.quoted() == null ? quoted : SentimentSums.of(sentiment.quoted());
        }
        return new Counts(
                1,
                relation.ownStory() ? 1 : 0,
                relation == Relation.COPY ? 1 : 0,
                relation == Relation.UPDATE ? 1 : 0,
                own,
                quoted);
    }
}
