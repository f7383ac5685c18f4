// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.DossierRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the desk takes from a dossier: names and numbers. The only class here that knows the dossier file, and it reads
 * no more of it than that; whether a dossier is right was decided before it came to the topic.
 */
record DossierCard(
        String id,
        String title,
        @Nullable String numbering,
        List<Listed> points,
        List<Listed> actors,
        DossierSheet sheet) {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** @throws WireException if the text is no YAML mapping */
    static DossierCard read(DossierRecord dossier) {
        var root = tree(dossier);
        var points = root.path("points");
        var numbering = numbering(root);
        var title = text(root, "title", dossier.label());
        var listedPoints = listed(points, "point", numbering);
        var listedActors = listed(root.path("actors"), "actor", numbering);
        return new DossierCard(
                dossier.id(),
                title,
                numbering,
                listedPoints,
                listedActors,
                new DossierSheet(
                        dossier.id(),
                        title,
                        dossier.version(),
                        plans(root.path("plans")),
                        sheetPoints(points, listedPoints),
                        listedActors.stream()
                                .map(a -> new DossierSheet.Actor(a.target(), a.id(), a.title()))
                                .toList(),
                        DossierRules.of(points)));
    }

    private static List<DossierSheet.Plan> plans(JsonNode plans) {
        return plans.valueStream()
                .filter(plan -> plan.path("id").isString())
                .map(plan -> {
                    var id = plan.path("id").asString();
                    var date = plan.path("date");
                    return new DossierSheet.Plan(
                            id,
                            text(plan, "name", text(plan, "title", id)),
                            date.isValueNode() ? date.asString() : null);
                })
                .toList();
    }

    private static List<DossierSheet.Point> sheetPoints(JsonNode points, List<Listed> listed) {
        var numbers = new HashMap<String, Map<String, String>>();
        for (var point : points) {
            var byPlan = new LinkedHashMap<String, String>();
            for (var number : point.path("numbers").properties()) {
                var text = number(number.getValue());
                if (text != null) {
                    byPlan.put(number.getKey(), text);
                }
            }
            numbers.put(Target.point(point.path("id").asString("")), byPlan);
        }
        return listed.stream()
                .map(p -> new DossierSheet.Point(
                        p.target(), p.id(), p.title(), p.number(), numbers.getOrDefault(p.target(), Map.of())))
                .toList();
    }

    String title(String target) {
        if (target.equals(Target.plan(id))) {
            return title;
        }
        return Stream.concat(points.stream(), actors.stream())
                .filter(listed -> listed.target().equals(target))
                .findFirst()
                .orElseGet(() -> Listed.unnamed(target))
                .title();
    }

    private static JsonNode tree(DossierRecord dossier) {
        try {
            var root = YAML.readTree(dossier.yaml());
            if (root == null || !root.isObject()) {
                throw new WireException("dossier " + dossier.id() + ": its yaml is no mapping");
            }
            return root;
        } catch (JacksonException e) {
            throw new WireException("dossier " + dossier.id() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The dossier's first plan version; where it lists none, the first that numbers a point. */
    private static @Nullable String numbering(JsonNode root) {
        var first = root.path("plans").path(0).path("id");
        if (first.isString()) {
            return first.asString();
        }
        for (var point : root.path("points")) {
            for (var version : point.path("numbers").propertyNames()) {
                return version;
            }
        }
        return null;
    }

    private static List<Listed> listed(JsonNode entries, String kind, @Nullable String numbering) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("id").isString())
                .map(entry -> listed(entry, entry.path("id").asString(), kind, numbering))
                .toList();
    }

    private static Listed listed(JsonNode entry, String id, String kind, @Nullable String numbering) {
        var target = kind.equals("point") ? Target.point(id) : Target.actor(id);
        var title = text(entry, "title", text(entry, "name", id));
        return new Listed(
                target,
                title,
                numbering == null ? null : number(entry.path("numbers").path(numbering)));
    }

    private static @Nullable String number(JsonNode number) {
        if (number.isArray()) {
            var all = StreamSupport.stream(number.spliterator(), false).map(JsonNode::asString);
            return all.collect(Collectors.joining(", "));
        }
        return number.isValueNode() && !number.isNull() ? number.asString() : null;
    }

    private static String text(JsonNode node, String field, String otherwise) {
        var value = node.path(field);
        return value.isString() ? value.asString() : otherwise;
    }
}
