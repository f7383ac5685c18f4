// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;

/** An actor. */
final class ActorDraft implements Draft {
    private static final String NAMES = "names";
    private static final String SHORT = "short";
    private static final String PRONOUNS = "pronouns";
    private static final List<String> NAMING = List.of(NAMES, "lands", "seats", "demonyms");
    private static final String ALIASES = "aliases";
    private static final String OFFICES = "offices";
    private static final String GROUPS = "groups";

    private final Entry id;
    private final Lists groups = new Lists();
    private final Map<String, Lists> aliases = new LinkedHashMap<>();
    private final Map<String, OfficeDraft> offices = new LinkedHashMap<>();
    private @Nullable Entry name;
    private @Nullable Entry kind;

    ActorDraft(Entry id) {
        this.id = id;
    }

    Entry id() {
        return id;
    }

    /** Language to the names that count wherever they stand. */
    Map<String, List<Entry>> names() {
        var names = new LinkedHashMap<String, List<Entry>>();
        aliases.forEach((language, lists) -> names.put(language, lists.get(NAMES)));
        return names;
    }

    List<Entry> groups() {
        return groups.get(GROUPS);
    }

    /** Characters of all names that a rule can refer to. */
    long size() {
        return aliases.values().stream()
                .flatMap(a -> Stream.concat(NAMING.stream(), Stream.of(SHORT)).flatMap(l -> a.get(l).stream()))
                .mapToLong(e -> e.value().length())
                .sum();
    }

    @Override
    public void read(Fields fields, Change change, Languages languages) {
        name = fields.single("name", name, change);
        kind = fields.single("kind", kind, change);
        if (fields.has(GROUPS)) {
            groups.put(GROUPS, fields.texts(GROUPS), change);
        }
        aliases(fields, change, languages);
        offices(fields, change, languages);
    }

    private void aliases(Fields actor, Change change, Languages languages) {
        var path = actor.path(ALIASES);
        actor.byKey(ALIASES).forEach((language, field) -> {
            languages.checkOrAny(path, language, field.place());
            var fields = new Fields(path + "." + language, field.value(), actor.problems());
            var lists = aliases.computeIfAbsent(language, l -> new Lists());
            for (var list : List.of(NAMES, SHORT, "lands", "seats", "demonyms", PRONOUNS, "not")) {
                if (fields.has(list)) {
                    lists.put(list, phrases(fields, list), change);
                }
            }
            fields.finish();
        });
    }

    private static List<Entry> phrases(Fields fields, String key) {
        var phrases = fields.texts(key);
        phrases.stream()
                .filter(p -> p.value().codePoints().noneMatch(Character::isLetterOrDigit))
                .forEach(p -> p.problem(fields.problems(), "no letter in it", "write a name"));
        return phrases;
    }

    private void offices(Fields actor, Change change, Languages languages) {
        if (change == Change.OVERRIDE && actor.has(OFFICES)) {
            offices.clear();
        }
        for (var fields : actor.records(OFFICES)) {
            var from = fields.optional("from");
            var to = fields.optional("to");
            var days = (from == null ? "" : from.value()) + ".." + (to == null ? "" : to.value());
            offices.computeIfAbsent(days, d -> new OfficeDraft(from, to)).read(fields, languages);
        }
    }

    Actor build(Problems problems) {
        var built = aliases(problems);
        return new Actor(
                id.value(),
                name == null ? "" : name.value(),
                kind(built, problems),
                groups.values(GROUPS),
                built,
                offices.values().stream().map(o -> o.build(problems)).toList());
    }

    private ActorKind kind(List<Aliases> built, Problems problems) {
        if (kind == null) {
            return ActorKind.GROUP;
        }
        for (var known : ActorKind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind.value())) {
                return known == ActorKind.PERSON && nameless(built, problems) ? ActorKind.GROUP : known;
            }
        }
        var known = Arrays.toString(ActorKind.values()).toLowerCase(Locale.ROOT);
        kind.problem(problems, "'" + kind.value() + "' is no kind", "use one of " + known);
        return ActorKind.GROUP;
    }

    private boolean nameless(List<Aliases> built, Problems problems) {
        var nameless = built.stream().allMatch(a -> a.names().isEmpty());
        if (nameless && !built.isEmpty()) {
            problems.addMissing(
                    id.place(), id.beside(ALIASES), "a person without a name", "add 'names:' under a language");
        }
        return nameless;
    }

    private List<Aliases> aliases(Problems problems) {
        var built = new ArrayList<Aliases>();
        aliases.forEach((language, a) -> {
            if (Stream.concat(NAMING.stream(), Stream.of(SHORT, PRONOUNS, "not"))
                    .anyMatch(l -> !a.get(l).isEmpty())) {
                built.add(new Aliases(
                        language,
                        a.values(NAMES),
                        a.values(SHORT),
                        a.values("lands"),
                        a.values("seats"),
                        a.values("demonyms"),
                        a.values(PRONOUNS),
                        a.values("not")));
            }
        });
        if (aliases.values().stream()
                .allMatch(a -> NAMING.stream().allMatch(l -> a.get(l).isEmpty()))) {
            problems.addMissing(
                    id.place(), id.beside(ALIASES), "no name", "add 'aliases:' with names under a language");
        }
        return built;
    }
}
