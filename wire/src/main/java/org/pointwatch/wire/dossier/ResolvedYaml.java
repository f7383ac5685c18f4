// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.AlertRule;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Example;
import org.pointwatch.domain.dossier.Facet;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.Office;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.PlanVersion;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.dossier.StanceCues;
import org.pointwatch.domain.dossier.WatchedFigure;

/** A dossier as one text: the only one for it, so that its hash is the dossier's. */
final class ResolvedYaml {
    private final YamlText out = new YamlText();
    private final Dossier dossier;

    private ResolvedYaml(Dossier dossier) {
        this.dossier = dossier;
    }

    static String of(Dossier dossier) {
        return new ResolvedYaml(dossier).write();
    }

    private String write() {
        out.text("id", dossier.id());
        out.text("title", dossier.title());
        out.text("label", dossier.label());
        out.texts("languages", dossier.languages());
        out.texts("facets", dossier.facets().stream().map(Facet::id).toList());
        out.records("plans", dossier.plans(), this::plan);
        phrases("numbering", dossier.numbering());
        rules("gate", dossier.gate());
        if (!dossier.furniture().equals(Furniture.NONE)) {
            out.mapping("furniture", this::furniture);
        }
        if (!dossier.cues().isEmpty()) {
            out.mapping("cues", this::cues);
        }
        DeadlinesYaml.write(out, dossier.deadlines());
        out.records("points", dossier.points(), this::point);
        out.records("actors", dossier.actors(), this::actor);
        if (dossier.actors().isEmpty()) {
            out.empty("actors");
        }
        out.records("alerts", dossier.alerts(), this::alert);
        return out.toString();
    }

    private void plan(PlanVersion plan) {
        out.text("id", plan.id());
        out.text("name", plan.name());
        out.text("date", plan.date().toString());
        rules("cited", plan.cited());
    }

    private void furniture() {
        out.texts("starts", dossier.furniture().starts());
        rules("lines", dossier.furniture().lines());
        out.texts("credits", dossier.furniture().credits());
    }

    private void cues() {
        for (var cues : dossier.cues()) {
            out.mapping(cues.language(), () -> {
                for (var cue : Cue.values()) {
                    var words = cues.words().getOrDefault(cue, List.of());
                    if (!words.isEmpty()) {
                        out.text(cue.name().toLowerCase(Locale.ROOT), String.join(" ", words));
                    }
                }
            });
        }
    }

    private void point(PlanPoint point) {
        out.text("id", point.id());
        out.text("title", point.title());
        if (!point.numbers().isEmpty()) {
            out.mapping("numbers", () -> dossier.plans().forEach(p -> {
                var numbers = point.numbers().getOrDefault(p.id(), List.of());
                out.texts(p.id(), numbers.stream().map(String::valueOf).toList());
            }));
        }
        rules("rules", point.rules());
        out.records("figures", point.figures(), this::figure);
        examples("examples", point.examples());
        examples("counterexamples", point.counterexamples());
        if (!point.stance().equals(StanceCues.NONE)) {
            out.mapping("stance", () -> {
                phrases("planned", point.stance().planned());
                phrases("opposite", point.stance().opposite());
            });
        }
    }

    private void figure(WatchedFigure figure) {
        out.text("name", figure.name());
        var unit = figure.unit();
        if (unit != null) {
            out.text("unit", unit);
        }
        rules("rules", figure.rules());
    }

    private void examples(String key, List<Example> examples) {
        byLanguage(
                key,
                examples.stream().map(Example::language).distinct().toList(),
                language -> out.texts(
                        language,
                        examples.stream()
                                .filter(e -> e.language().equals(language))
                                .map(Example::text)
                                .toList()));
    }

    private void actor(Actor actor) {
        out.text("id", actor.id());
        out.text("name", actor.name());
        out.text("kind", actor.kind().name().toLowerCase(Locale.ROOT));
        out.texts("groups", actor.groups());
        out.mapping("aliases", () -> actor.aliases().forEach(a -> out.mapping(a.language(), () -> aliases(a))));
        out.records("offices", actor.offices(), this::office);
    }

    private void alert(AlertRule rule) {
        out.text("kind", rule.kind().id());
        out.text("target", rule.targets());
        out.texts(
                "threshold", rule.thresholds().stream().map(AlertDrafts::number).toList());
        out.text("cool-down", AlertDrafts.written(rule.cooldown()));
        out.text("channel", rule.channel());
    }

    private void aliases(Aliases aliases) {
        out.texts("names", aliases.names());
        out.texts("short", aliases.shortNames());
        out.texts("lands", aliases.lands());
        out.texts("seats", aliases.seats());
        out.texts("demonyms", aliases.demonyms());
        out.texts("pronouns", aliases.pronouns());
        out.texts("not", aliases.not());
    }

    private void office(Office office) {
        var from = office.from();
        if (from != null) {
            out.text("from", from.toString());
        }
        var to = office.to();
        if (to != null) {
            out.text("to", to.toString());
        }
        phrases("names", office.names());
        phrases("bare", office.bare());
    }

    private void phrases(String key, Map<String, List<String>> byLanguage) {
        var languages = Stream.concat(dossier.languages().stream(), Stream.of(Languages.ANY))
                .filter(byLanguage::containsKey)
                .toList();
        byLanguage(key, languages, l -> out.texts(l, byLanguage.getOrDefault(l, List.of())));
    }

    private void rules(String key, List<Rule> rules) {
        byLanguage(key, rules.stream().map(Rule::language).distinct().toList(), language -> {
            out.list(language, () -> {
                var next = 1;
                for (var rule : rules) {
                    if (rule.language().equals(language)) {
                        next = rule(rule, next) + 1;
                    }
                }
            });
        });
    }

    /** A rule whose number does not follow from its place says it. */
    private int rule(Rule rule, int expected) {
        var number = Integer.parseInt(rule.id().substring(rule.id().lastIndexOf('/') + 1));
        if (number == expected) {
            out.item(rule.text());
        } else {
            out.record(() -> {
                out.text("id", rule.id());
                out.text("rule", rule.text());
            });
        }
        return number;
    }

    private void byLanguage(String key, List<String> languages, Consumer<String> values) {
        if (!languages.isEmpty()) {
            out.mapping(key, () -> languages.forEach(values));
        }
    }
}
