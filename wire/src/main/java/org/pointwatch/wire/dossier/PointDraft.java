// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Example;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.StanceCues;

/** A point. */
final class PointDraft implements Draft {
    private static final String RULES = "rules";
    private static final String FIGURES = "figures";

    private final Entry id;
    private final RuleDrafts rules;
    private final Lists numbers = new Lists();
    private final Map<String, FigureDraft> figures = new LinkedHashMap<>();
    private final Lists examples = new Lists();
    private final Lists counterexamples = new Lists();
    private final Lists planned = new Lists();
    private final Lists opposite = new Lists();
    private @Nullable Entry title;

    PointDraft(Entry id) {
        this.id = id;
        rules = new RuleDrafts(id.value());
    }

    Entry id() {
        return id;
    }

    RuleDrafts ownRules() {
        return rules;
    }

    Lists numbers() {
        return numbers;
    }

    Map<String, FigureDraft> figures() {
        return figures;
    }

    Lists examples() {
        return examples;
    }

    Lists counterexamples() {
        return counterexamples;
    }

    @Override
    public void read(Fields fields, Change change, Languages languages) {
        title = fields.single("title", title, change);
        numbers.putAll(fields.path("numbers"), fields.byKey("numbers"), change, fields.problems());
        rules.read(fields.path(RULES), fields.byKey(RULES), change, languages, fields.problems());
        figures(fields, change, languages);
        examples(examples, "examples", fields, change, languages);
        examples(counterexamples, "counterexamples", fields, change, languages);
        if (fields.has("stance")) {
            var stance = fields.inner("stance");
            phrases(planned, "planned", stance, change, languages);
            phrases(opposite, "opposite", stance, change, languages);
            stance.finish();
        }
    }

    private static void phrases(Lists lists, String key, Fields fields, Change change, Languages languages) {
        var byLanguage = fields.byKey(key);
        byLanguage.forEach((language, field) -> languages.check(fields.path(key), language, field.place()));
        lists.putAll(fields.path(key), byLanguage, change, fields.problems());
    }

    private void figures(Fields fields, Change change, Languages languages) {
        if (change == Change.OVERRIDE && fields.has(FIGURES)) {
            figures.clear();
        }
        var here = new HashSet<String>();
        for (var figure : fields.records(FIGURES)) {
            var name = figure.required("name");
            if (name == null) {
                continue;
            }
            if (!here.add(name.value())) {
                var problem = "'" + name.value() + "' stands twice";
                name.problem(fields.problems(), problem, "merge the two or rename one");
            }
            figures.computeIfAbsent(name.value(), n -> new FigureDraft(name, figureRules()))
                    .read(figure, languages);
        }
    }

    private RuleDrafts figureRules() {
        return new RuleDrafts(id.value() + "/figure/" + (figures.size() + 1));
    }

    /** A plain list is in the first language of its file. */
    private static void examples(Lists lists, String key, Fields fields, Change change, Languages languages) {
        var node = fields.take(key);
        if (node instanceof YamlNode.Mapping mapping) {
            var path = fields.path(key);
            mapping.fields().forEach((language, field) -> languages.check(path, language, field.place()));
            lists.putAll(path, mapping.fields(), change, fields.problems());
        } else if (node != null) {
            var language = languages.firstOf(node.place().source());
            lists.put(language, Fields.texts(fields.path(key), node, fields.problems()), change);
        }
    }

    @Override
    public Stream<RuleDrafts> rules() {
        return Stream.concat(Stream.of(rules), figures.values().stream().map(FigureDraft::rules));
    }

    PlanPoint build(Set<String> plans, Predicate<Entry> wanted, Problems problems) {
        if (rules.isEmpty()) {
            var mend = "add 'rules:' with at least one under a language";
            problems.addMissing(id.place(), id.beside(RULES), "no rule", mend);
        }
        return new PlanPoint(
                id.value(),
                title == null ? "" : title.value(),
                numbers(plans, problems),
                rules.rules(wanted),
                figures.values().stream().map(f -> f.build(wanted)).toList(),
                examples(examples),
                examples(counterexamples),
                new StanceCues(planned.values(), opposite.values()));
    }

    private Map<String, List<Integer>> numbers(Set<String> plans, Problems problems) {
        var all = new LinkedHashMap<String, List<Integer>>();
        numbers.forEach((plan, entries) -> {
            if (!plans.contains(plan) && !entries.isEmpty()) {
                var mend = "name one of those under 'plans:': " + String.join(", ", plans);
                entries.get(0).missing(problems, "no such plan version", mend);
            }
            if (!entries.isEmpty()) {
                all.put(
                        plan,
                        entries.stream()
                                .map(e -> Ids.number(e, problems))
                                .distinct()
                                .toList());
            }
        });
        return all;
    }

    private static List<Example> examples(Lists lists) {
        var examples = new ArrayList<Example>();
        lists.forEach((language, entries) ->
                entries.stream().map(e -> new Example(language, e.value())).forEach(examples::add));
        return examples;
    }
}
