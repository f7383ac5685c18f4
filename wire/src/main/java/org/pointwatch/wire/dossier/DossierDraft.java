// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Facet;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.PartyCues;

/** The files of a dossier put together: all definitions, then what each file extends, overrides and removes. */
final class DossierDraft {
    static final String GATE = "gate";
    static final String FURNITURE = "furniture";

    private final Problems problems;
    private final Languages languages;
    private final Definitions<PlanDraft> plans;
    private final Definitions<PointDraft> points;
    private final Definitions<ActorDraft> actors;
    private final RuleDrafts gate = new RuleDrafts(GATE);
    private final RuleDrafts lines = new RuleDrafts(FURNITURE);
    private final Lists furniture = new Lists();
    private final Lists numbering = new Lists();
    private final Set<Facet> facets = new LinkedHashSet<>();
    private final Map<String, Lists> cues = new LinkedHashMap<>();
    private final AlertDrafts alerts = new AlertDrafts();
    private final DeadlinesDraft deadlines = new DeadlinesDraft();
    private final Map<String, Entry> head = new HashMap<>();

    private DossierDraft(Problems problems) {
        this.problems = problems;
        languages = new Languages(problems);
        plans = new Definitions<>("plan", languages, PlanDraft::new);
        points = new Definitions<>("point", languages, PointDraft::new);
        actors = new Definitions<>("actor", languages, ActorDraft::new);
    }

    static DossierDraft of(Includes files, Problems problems) {
        var draft = new DossierDraft(problems);
        files.outerFirst().forEach(f -> draft.languages.add(f.place().source(), f.texts("languages")));
        files.innerFirst().forEach(draft::define);
        files.innerFirst().forEach(draft::change);
        files.innerFirst().forEach(Fields::finish);
        draft.complete(files.outerFirst().get(0));
        return draft;
    }

    private void define(Fields file) {
        for (var key : List.of("id", "title", "label")) {
            var text = file.optional(key);
            if (text != null) {
                head.put(key, text);
            }
        }
        file.texts("facets").forEach(this::facet);
        plans.define(file);
        gate.read(GATE, file.byKey(GATE), Change.DEFINE, languages, problems);
        furniture(file.inner(FURNITURE));
        cues(file);
        deadlines.read(file.inner(DeadlinesDraft.KEY), languages);
        var words = file.byKey("numbering");
        words.forEach((language, field) -> languages.checkOrAny("numbering", language, field.place()));
        numbering.putAll("numbering", words, Change.DEFINE, problems);
        points.define(file);
        if (file.has("actors")) {
            head.put("actors", new Entry("actors", -1, new YamlNode.Text("", file.place())));
        }
        actors.define(file);
        alerts.define(file);
    }

    private void facet(Entry named) {
        Facet.of(named.value())
                .ifPresentOrElse(
                        facets::add,
                        () -> named.problem(
                                problems,
                                "'" + named.value() + "' is nothing to count by",
                                "use one of " + String.join(", ", Facet.ids())));
    }

    private void furniture(Fields fields) {
        furniture.put("starts", fields.texts("starts"), Change.DEFINE);
        lines.read(fields.path("lines"), fields.byKey("lines"), Change.DEFINE, languages, problems);
        furniture.put("credits", fields.texts("credits"), Change.DEFINE);
        fields.finish();
    }

    private void cues(Fields file) {
        file.byKey("cues").forEach((language, field) -> {
            languages.checkOrAny("cues", language, field.place());
            var fields = new Fields("cues." + language, field.value(), problems);
            var lists = cues.computeIfAbsent(language, l -> new Lists());
            for (var cue : Cue.values()) {
                lists.put(name(cue), fields.texts(name(cue)), Change.DEFINE);
            }
            fields.finish();
        });
    }

    private static String name(Cue cue) {
        return cue.name().toLowerCase(Locale.ROOT);
    }

    private void change(Fields file) {
        change(file.inner("extend"), Change.EXTEND);
        change(file.inner("override"), Change.OVERRIDE);
        var remove = file.inner("remove");
        removeRules(remove.texts("rules"));
        points.remove(remove);
        actors.remove(remove);
        remove.finish();
    }

    private void change(Fields section, Change change) {
        plans.change(section, change);
        points.change(section, change);
        actors.change(section, change);
        section.finish();
    }

    private void removeRules(List<Entry> ids) {
        var owners = ids.isEmpty()
                ? Map.<String, RuleDrafts>of()
                : standing().collect(Collectors.toMap(RuleDrafts::owner, r -> r, (a, b) -> a));
        for (var id : ids) {
            var name = RuleDrafts.ownerOf(id.value());
            var owner = name == null ? null : owners.get(name);
            if (owner == null || !owner.remove(id.value())) {
                id.missing(problems, "no rule '" + id.value() + "'", "write the id of a rule, such as army-cap/en/3");
            }
        }
    }

    private Stream<RuleDrafts> standing() {
        var owned =
                Stream.of(plans, points, actors).flatMap(d -> d.all().stream().flatMap(Draft::rules));
        return Stream.concat(Stream.of(gate, lines), owned);
    }

    /** With those of definitions that cannot stand. */
    Stream<RuleDrafts> rules() {
        var owned = Stream.of(plans, points, actors).flatMap(d -> d.read().flatMap(Draft::rules));
        return Stream.concat(Stream.of(gate, lines), owned);
    }

    Definitions<PointDraft> points() {
        return points;
    }

    Definitions<ActorDraft> actors() {
        return actors;
    }

    private void complete(Fields outermost) {
        for (var key : List.of("id", "title", "label", "actors")) {
            if (!head.containsKey(key)) {
                outermost.missing(key);
            }
        }
        if (languages.all().isEmpty()) {
            outermost.missing("languages");
        }
        var id = head.get("id");
        if (id != null) {
            Ids.check(id, problems);
        }
        alerts.check(this, problems);
        deadlines.check(this, problems);
    }

    private @Nullable String head(String key) {
        var text = head.get(key);
        return text == null ? null : text.value();
    }

    /** @param wanted which rules to take in */
    Dossier build(String contentHash, Predicate<Entry> wanted) {
        var versions = plans.all().stream().map(p -> p.build(wanted, problems)).toList();
        var ids = versions.stream().map(v -> v.id()).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Dossier(
                String.valueOf(head("id")),
                String.valueOf(head("title")),
                String.valueOf(head("label")),
                contentHash,
                languages.all(),
                List.copyOf(facets),
                versions,
                numbering.values(),
                gate.rules(wanted),
                new Furniture(furniture.values("starts"), lines.rules(wanted), furniture.values("credits")),
                partyCues(),
                points.all().stream().map(p -> p.build(ids, wanted, problems)).toList(),
                actors.all().stream().map(a -> a.build(problems)).toList(),
                alerts.rules(),
                deadlines.build(problems));
    }

    private List<PartyCues> partyCues() {
        var built = new ArrayList<PartyCues>();
        cues.forEach((language, lists) -> {
            var words = new EnumMap<Cue, List<String>>(Cue.class);
            for (var cue : Cue.values()) {
                words.put(cue, words(lists.values(name(cue))));
            }
            built.add(new PartyCues(language, words));
        });
        return built;
    }

    /** A text may hold several words. */
    private static List<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(t -> Stream.of(t.trim().split("\\s+")))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }
}
