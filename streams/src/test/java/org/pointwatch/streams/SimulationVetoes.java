// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Override.Veto;

/** What vetoes leave of a finding, by the newest record of its article, with none of the topology's own code. */
final class SimulationVetoes {
    private SimulationVetoes() {}

    static Finding without(Finding f, List<Override> decisions) {
        var vetoed = decisions.stream()
                .filter(d -> d.subject().equals(f.article()))
                .max(Override.BY_AGE)
                .map(SimulationVetoes::targets)
                .orElse(Set.of());
        var stances = f.stances();
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
                f.points().stream()
                        .filter(p -> !vetoed.contains("point:" + p.point()))
                        .toList(),
                f.actors().stream()
                        .filter(a -> !vetoed.contains("actor:" + a.actor()))
                        .toList(),
                f.deadlines().stream().map(d -> without(d, vetoed)).toList(),
                f.dates(),
                f.figures().stream()
                        .filter(n -> !vetoed.contains("point:" + n.point()))
                        .map(n -> new Figure(
                                n.point(),
                                n.value(),
                                n.unit(),
                                n.text(),
                                n.start(),
                                n.end(),
                                kept(n.speaker(), vetoed)))
                        .toList(),
                f.quotes().stream()
                        .map(q -> new Quote(
                                kept(q.speaker(), vetoed),
                                q.name(),
                                q.text(),
                                q.start(),
                                q.end(),
                                points(q.points(), vetoed)))
                        .toList(),
                stances == null
                        ? null
                        : stances.stream()
                                .filter(s -> !vetoed.contains("point:" + s.point())
                                        && !vetoed.contains("actor:" + s.actor())
                                        && !vetoed.contains("actor:" + s.by()))
                                .toList(),
                f.tone());
    }

    private static Set<String> targets(Override newest) {
        var vetoes = newest.vetoes();
        if (vetoes == null) {
            return newest.kind().equals(Override.VETO_TAG) ? Set.of(newest.tag()) : Set.of();
        }
        return vetoes.stream().map(Veto::tag).collect(Collectors.toSet());
    }

    private static DeadlineMention without(DeadlineMention d, Set<String> vetoed) {
        return new DeadlineMention(
                d.phrase(),
                d.start(),
                d.end(),
                d.sentence(),
                d.due(),
                d.alternatives(),
                d.precision(),
                d.status(),
                kept(d.setBy(), vetoed),
                kept(d.bound(), vetoed),
                points(d.points(), vetoed));
    }

    private static String kept(String actor, Set<String> vetoed) {
        return vetoed.contains("actor:" + actor) ? null : actor;
    }

    private static List<String> points(List<String> points, Set<String> vetoed) {
        return points.stream().filter(p -> !vetoed.contains("point:" + p)).toList();
    }
}
