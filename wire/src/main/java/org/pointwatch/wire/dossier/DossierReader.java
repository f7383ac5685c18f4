// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Example;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.PlanVersion;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.tagging.RuleSyntaxException;
import org.pointwatch.domain.tagging.Tagger;

/** From located YAML to a dossier; every mistake goes to the problems, and reading goes on. */
final class DossierReader {
    private final Problems problems;
    private final SourceLines source;
    private final Set<String> references = new HashSet<>();

    DossierReader(Problems problems, SourceLines source) {
        this.problems = problems;
        this.source = source;
    }

    Dossier dossier(YamlNode root, String contentHash) {
        var fields = new Fields("", root, problems);
        var actors = new ActorsReader(problems, this::id).actors(fields.records("actors"));
        actors.forEach(a -> {
            references.add(a.id());
            references.addAll(a.groups());
        });
        var plans = plans(fields.records("plans"));
        var dossier = new Dossier(
                id(fields, new HashMap<>()),
                fields.text("title"),
                fields.text("label"),
                contentHash,
                values(fields.texts("languages")),
                plans,
                Map.of(),
                rules("gate", fields.path("gate"), fields.byKey("gate")),
                furniture(fields),
                new CuesReader(problems).cues(fields),
                points(fields.records("points"), plans),
                actors);
        fields.finish();
        return dossier;
    }

    private String id(Fields fields, Map<String, Integer> seen) {
        var node = fields.require("id");
        if (!(node instanceof YamlNode.Text text)) {
            return "";
        }
        var id = text.value();
        var former = seen.putIfAbsent(id, node.line());
        if (former != null) {
            problems.add(node, fields.path("id"), "'" + id + "' is taken on line " + former, "choose another id");
        }
        if (!id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
            problems.add(node, fields.path("id"), "'" + id + "' is no id", "use small letters, digits and hyphens");
        }
        return id;
    }

    private List<PlanVersion> plans(List<Fields> records) {
        var seen = new HashMap<String, Integer>();
        var plans = new ArrayList<PlanVersion>();
        for (var fields : records) {
            plans.add(new PlanVersion(id(fields, seen), fields.text("name"), date(fields), List.of()));
            fields.finish();
        }
        return plans;
    }

    private LocalDate date(Fields fields) {
        var node = fields.require("date");
        try {
            return LocalDate.parse(node instanceof YamlNode.Text text ? text.value() : "");
        } catch (DateTimeParseException e) {
            problems.add(node, fields.path("date"), "no date", "write it as 2025-11-20");
            return LocalDate.EPOCH;
        }
    }

    private Furniture furniture(Fields root) {
        var node = root.take("furniture");
        if (node == null) {
            return Furniture.NONE;
        }
        var fields = new Fields("furniture", node, problems);
        var furniture = new Furniture(
                values(fields.texts("starts")),
                rules("furniture", fields.path("lines"), fields.byKey("lines")),
                values(fields.texts("credits")));
        fields.finish();
        return furniture;
    }

    private List<PlanPoint> points(List<Fields> records, List<PlanVersion> plans) {
        var seen = new HashMap<String, Integer>();
        var points = new ArrayList<PlanPoint>();
        for (var fields : records) {
            var id = id(fields, seen);
            var rules = rules(id, fields.path("rules"), fields.byKey("rules"));
            if (rules.isEmpty()) {
                problems.add(
                        fields.at(),
                        fields.path("rules"),
                        "no rule",
                        "add 'rules:' with at least one under a language");
            }
            points.add(new PlanPoint(
                    id,
                    fields.text("title"),
                    numbers(fields, plans),
                    rules,
                    List.of(),
                    examples(fields.texts("examples")),
                    examples(fields.texts("counterexamples"))));
            fields.finish();
        }
        return points;
    }

    private Map<String, List<Integer>> numbers(Fields fields, List<PlanVersion> plans) {
        var numbers = new HashMap<String, List<Integer>>();
        fields.byKey("numbers").forEach((plan, node) -> {
            var path = fields.path("numbers") + "." + plan;
            if (plans.stream().noneMatch(p -> p.id().equals(plan))) {
                problems.add(node, path, "no such plan version", "name one of those under 'plans:'");
            }
            numbers.put(
                    plan,
                    Fields.texts(path, node, problems).stream()
                            .map(t -> number(path, t))
                            .toList());
        });
        return numbers;
    }

    private int number(String path, YamlNode.Text text) {
        try {
            return Integer.parseInt(text.value());
        } catch (NumberFormatException e) {
            problems.add(text, path, "'" + text.value() + "' is no whole number", "write the point's number");
            return 0;
        }
    }

    private List<Rule> rules(String owner, String path, Map<String, YamlNode> byLanguage) {
        var rules = new ArrayList<Rule>();
        byLanguage.forEach((language, node) -> {
            var texts = Fields.texts(path + "." + language, node, problems);
            for (int i = 0; i < texts.size(); i++) {
                check(path + "." + language + "[" + i + "]", texts.get(i));
                rules.add(new Rule(
                        owner + "/" + language + "/" + (i + 1),
                        language,
                        texts.get(i).value()));
            }
        });
        return rules;
    }

    private void check(String path, YamlNode.Text rule) {
        try {
            Tagger.check(rule.value(), references);
        } catch (RuleSyntaxException e) {
            var at = source.of(rule, e.offset());
            problems.add(at.line(), at.column(), path, "rule: " + e.getMessage(), "see the grammar in docs/dossier.md");
        }
    }

    private static List<Example> examples(List<YamlNode.Text> texts) {
        return values(texts).stream().map(t -> new Example("en", t)).toList();
    }

    private static List<String> values(List<YamlNode.Text> texts) {
        return texts.stream().map(YamlNode.Text::value).toList();
    }
}
