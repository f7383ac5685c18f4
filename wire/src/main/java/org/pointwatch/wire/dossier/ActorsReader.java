// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;

/** The actors of a dossier file. */
final class ActorsReader {
    private final Problems problems;
    private final BiFunction<Fields, Map<String, Integer>, String> ids;

    ActorsReader(Problems problems, BiFunction<Fields, Map<String, Integer>, String> ids) {
        this.problems = problems;
        this.ids = ids;
    }

    List<Actor> actors(List<Fields> records) {
        var seen = new HashMap<String, Integer>();
        var actors = new ArrayList<Actor>();
        for (var fields : records) {
            actors.add(new Actor(
                    ids.apply(fields, seen),
                    fields.text("name"),
                    kind(fields),
                    values(fields.texts("groups")),
                    aliases(fields),
                    List.of()));
            fields.finish();
        }
        return actors;
    }

    private ActorKind kind(Fields fields) {
        var node = fields.require("kind");
        if (node instanceof YamlNode.Text text) {
            for (var kind : ActorKind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text.value())) {
                    return kind;
                }
            }
            var known = Arrays.toString(ActorKind.values()).toLowerCase(Locale.ROOT);
            problems.add(node, fields.path("kind"), "'" + text.value() + "' is no kind", "use one of " + known);
        }
        return ActorKind.GROUP;
    }

    private List<Aliases> aliases(Fields actor) {
        var aliases = new ArrayList<Aliases>();
        actor.byKey("aliases").forEach((language, node) -> {
            var fields = new Fields(actor.path("aliases") + "." + language, node, problems);
            aliases.add(new Aliases(
                    language,
                    values(fields.texts("names")),
                    values(fields.texts("short")),
                    values(fields.texts("lands")),
                    values(fields.texts("seats")),
                    values(fields.texts("demonyms")),
                    values(fields.texts("not"))));
            fields.finish();
        });
        if (aliases.stream().allMatch(ActorsReader::nameless)) {
            problems.add(actor.at(), actor.path("aliases"), "no name", "add 'aliases:' with names under a language");
        }
        return aliases;
    }

    private static boolean nameless(Aliases a) {
        return a.names().isEmpty()
                && a.lands().isEmpty()
                && a.seats().isEmpty()
                && a.demonyms().isEmpty();
    }

    private static List<String> values(List<YamlNode.Text> texts) {
        return texts.stream().map(YamlNode.Text::value).toList();
    }
}
