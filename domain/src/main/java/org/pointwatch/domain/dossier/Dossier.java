// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that Pointwatch needs to know about one negotiation.
 *
 * @param id such as {@code ukraine-peace-plan}
 * @param label the version that people call it by; see {@link #version()}
 * @param contentHash of the file it came from
 * @param languages ISO 639-1
 * @param numbering language to the words that stand before or behind a point's number ("point 6", "the sixth item")
 * @param gate rules over the whole article, any one of which opens it; empty = always open
 * @param facets what else to count by; a dossier made in code may name none
 * @param cues words that tell a party from a place, one element a language
 * @param alerts what to tell otherwise than usual; the first that fits a kind and a target decides, before the usual ones
 * @param deadlines what it adds to the words of deadlines; a dossier made in code may add nothing
 */
public record Dossier(
        String id,
        String title,
        String label,
        String contentHash,
        List<String> languages,
        List<Facet> facets,
        List<PlanVersion> plans,
        Map<String, List<String>> numbering,
        List<Rule> gate,
        Furniture furniture,
        List<PartyCues> cues,
        List<PlanPoint> points,
        List<Actor> actors,
        List<AlertRule> alerts,
        Deadlines deadlines) {
    public Dossier {
        languages = List.copyOf(languages);
        facets = List.copyOf(facets);
        plans = List.copyOf(plans);
        numbering = Map.copyOf(numbering);
        gate = List.copyOf(gate);
        cues = List.copyOf(cues);
        points = List.copyOf(points);
        actors = List.copyOf(actors);
        alerts = List.copyOf(alerts);
    }

    public Dossier(
            String id,
            String title,
            String label,
            String contentHash,
            List<String> languages,
            List<PlanVersion> plans,
            Map<String, List<String>> numbering,
            List<Rule> gate,
            Furniture furniture,
            List<PartyCues> cues,
            List<PlanPoint> points,
            List<Actor> actors) {
        this(
                id,
                title,
                label,
                contentHash,
                languages,
                List.of(),
                plans,
                numbering,
                gate,
                furniture,
                cues,
                points,
                actors,
                List.of(),
                Deadlines.NONE);
    }

    /** The language of what names none: the first one. */
    public String defaultLanguage() {
        return languages.isEmpty() ? "en" : languages.get(0);
    }

    /** What findings name: the label and a hash of the content, so that no two contents share a version. */
    public String version() {
        return label + "+" + contentHash;
    }

    public Optional<PlanPoint> point(String pointId) {
        return points.stream().filter(p -> p.id().equals(pointId)).findFirst();
    }

    public Optional<Actor> actor(String actorId) {
        return actors.stream().filter(a -> a.id().equals(actorId)).findFirst();
    }
}
