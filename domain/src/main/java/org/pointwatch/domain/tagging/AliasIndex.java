// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Office;
import org.pointwatch.domain.tagging.Naming.Alias;
import org.pointwatch.domain.tagging.Naming.Form;

/** All names of all actors in one language, found by the term that they begin with. */
final class AliasIndex {
    private static final Alias[] NONE = {};

    private final List<Alias> aliases = new ArrayList<>();
    private final Languages languages;
    private final Phrases phrases;
    private final Vocabulary vocabulary;

    AliasIndex(List<Actor> actors, Languages languages, Phrases phrases, Vocabulary vocabulary) {
        this.languages = languages;
        this.phrases = phrases;
        this.vocabulary = vocabulary;
        for (int a = 0; a < actors.size(); a++) {
            for (var names : languages.aliases(actors.get(a))) {
                add(a, actors.get(a), names);
            }
            for (var office : actors.get(a).offices()) {
                var rule = actors.get(a).id() + "/office/";
                office(a, Form.OFFICE, rule, office, office.names());
                office(a, Form.BARE, rule, office, office.bare());
            }
        }
    }

    private void add(int index, Actor actor, Aliases names) {
        var rule = actor.id() + "/" + names.language() + "/";
        Map<Form, List<String>> forms = Map.of(
                Form.NAME, names.names(),
                Form.SHORT, names.shortNames(),
                Form.LAND, names.lands(),
                Form.SEAT, names.seats(),
                Form.DEMONYM, names.demonyms(),
                Form.NOT, names.not());
        for (var form : Form.values()) {
            for (var text : forms.getOrDefault(form, List.of())) {
                add(new Alias(index, form, names.demonyms().contains(text), rule + text, terms(text), null));
            }
        }
    }

    private void office(int actor, Form form, String rule, Office office, Map<String, List<String>> byLanguage) {
        byLanguage.forEach((language, names) -> {
            if (languages.includes(language)) {
                names.forEach(text -> add(new Alias(actor, form, false, rule + text, terms(text), office)));
            }
        });
    }

    private int[] terms(String text) {
        return vocabulary.ids(phrases.name(text));
    }

    private void add(Alias alias) {
        if (alias.terms().length > 0) {
            aliases.add(alias);
        }
    }

    /** To be asked when the vocabulary is complete. */
    Alias[][] byFirstTerm() {
        var lists = new HashMap<Integer, List<Alias>>();
        for (var alias : aliases) {
            lists.computeIfAbsent(alias.terms()[0], t -> new ArrayList<>()).add(alias);
        }
        var table = new Alias[vocabulary.size()][];
        for (int t = 0; t < table.length; t++) {
            table[t] = of(lists.get(t));
        }
        return table;
    }

    private static Alias[] of(@Nullable List<Alias> list) {
        return list == null ? NONE : list.toArray(Alias[]::new);
    }
}
