// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.wire.record.Finding;

/** A finding without what an analyst has vetoed of it; whatever follows from findings, such as pairs, follows from that. */
public final class VetoedTags {
    private static final String POINT = "point:";
    private static final String ACTOR = "actor:";

    private final Set<String> points;
    private final Set<String> actors;

    private VetoedTags(Collection<String> targets) {
        points = ids(targets, POINT);
        actors = ids(targets, ACTOR);
    }

    private static Set<String> ids(Collection<String> targets, String kind) {
        return targets.stream()
                .filter(t -> t.startsWith(kind))
                .map(t -> t.substring(kind.length()))
                .collect(Collectors.toSet());
    }

    /**
     * Mentions of the targets, figures of the points and stances that name any of them are gone; deadlines, quotes and
     * figures stay and do not name them any more. Sentences stay as they are, for evidence counts them.
     *
     * @param targets such as {@code point:army-cap} or {@code actor:nato}; others change nothing
     */
    public static Finding without(Finding f, Collection<String> targets) {
        return targets.isEmpty() ? f : new VetoedTags(targets).from(f);
    }

    private Finding from(Finding f) {
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                f.agency(),
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                f.sentences(),
                f.points().stream().filter(p -> !points.contains(p.point())).toList(),
                f.actors().stream().filter(a -> !actors.contains(a.actor())).toList(),
                f.deadlines().stream().map(this::from).toList(),
                f.dates(),
                f.figures().stream()
                        .filter(figure -> !points.contains(figure.point()))
                        .map(this::from)
                        .toList(),
                f.quotes().stream().map(this::from).toList(),
                stances(f.stances()),
                f.tone());
    }

    private DeadlineMention from(DeadlineMention d) {
        return new DeadlineMention(
                d.phrase(),
                d.start(),
                d.end(),
                d.sentence(),
                d.due(),
                d.alternatives(),
                d.precision(),
                d.status(),
                actor(d.setBy()),
                actor(d.bound()),
                points(d.points()));
    }

    private Figure from(Figure f) {
        return new Figure(f.point(), f.value(), f.unit(), f.text(), f.start(), f.end(), actor(f.speaker()));
    }

    private Quote from(Quote q) {
        return new Quote(actor(q.speaker()), q.name(), q.text(), q.start(), q.end(), points(q.points()));
    }

    private @Nullable List<StanceMention> stances(@Nullable List<StanceMention> stances) {
        Predicate<StanceMention> named = s ->
                points.contains(s.point()) || actors.contains(s.actor()) || s.by() != null && actors.contains(s.by());
        return stances == null ? null : stances.stream().filter(named.negate()).toList();
    }

    private @Nullable String actor(@Nullable String id) {
        return id == null || actors.contains(id) ? null : id;
    }

    private List<String> points(List<String> ids) {
        return ids.stream().filter(id -> !points.contains(id)).toList();
    }
}
