// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Rule;

/** The rules of one owner by language, each under a number that stays its own whatever is added or removed. */
final class RuleDrafts {
    private static final int LONGEST_NUMBER = 6;

    private final String owner;
    private final Map<String, Numbered> byLanguage = new LinkedHashMap<>();

    private static final class Numbered {
        private final TreeMap<Integer, Entry> rules = new TreeMap<>();
        private int last;
    }

    RuleDrafts(String owner) {
        this.owner = owner;
    }

    String owner() {
        return owner;
    }

    void read(String path, Map<String, YamlNode.Field> fields, Change change, Languages languages, Problems problems) {
        fields.forEach((language, field) -> {
            languages.checkOrAny(path, language, field.place());
            if (change == Change.OVERRIDE) {
                byLanguage.put(language, new Numbered());
            }
            read(path + "." + language, language, field.value(), problems);
        });
    }

    private void read(String path, String language, YamlNode node, Problems problems) {
        var numbered = byLanguage.computeIfAbsent(language, l -> new Numbered());
        var items = Fields.items(node);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof YamlNode.Text text && !text.value().isBlank()) {
                numbered.rules.put(++numbered.last, new Entry(path, i, text));
            } else if (items.get(i) instanceof YamlNode.Mapping mapping) {
                named(new Fields(path + "[" + i + "]", mapping, problems), language, numbered);
            } else {
                var mend = "write one rule per line, in quotes";
                problems.add(items.get(i).place(), path + "[" + i + "]", "a rule is expected here", mend);
            }
        }
    }

    /** A rule that says its id. */
    private void named(Fields fields, String language, Numbered numbered) {
        var id = fields.required("id");
        var rule = fields.required("rule");
        fields.finish();
        if (id == null || rule == null) {
            return;
        }
        var number = number(id.value(), prefix(language));
        if (number <= numbered.last) {
            var expected = prefix(language) + "N with N above " + numbered.last;
            id.problem(fields.problems(), "'" + id.value() + "' is not the id of a rule here", "write " + expected);
            number = numbered.last + 1;
        }
        numbered.last = number;
        numbered.rules.put(number, rule);
    }

    private String prefix(String language) {
        return owner + "/" + language + "/";
    }

    private static int number(String id, String prefix) {
        var digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        var sound = !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Integer.parseInt(digits) : 0;
    }

    /** Whether there was such a rule. */
    boolean remove(String id) {
        for (var language : byLanguage.entrySet()) {
            var number = number(id, prefix(language.getKey()));
            if (number > 0) {
                return language.getValue().rules.remove(number) != null;
            }
        }
        return false;
    }

    List<Entry> entries() {
        return byLanguage.values().stream()
                .flatMap(n -> n.rules.values().stream())
                .toList();
    }

    boolean isEmpty() {
        return byLanguage.values().stream().allMatch(n -> n.rules.isEmpty());
    }

    /** @param action takes language and rule */
    void forEach(BiConsumer<String, Entry> action) {
        byLanguage.forEach((language, n) -> n.rules.values().forEach(r -> action.accept(language, r)));
    }

    List<Rule> rules(Predicate<Entry> wanted) {
        var rules = new ArrayList<Rule>();
        byLanguage.forEach((language, numbered) -> numbered.rules.forEach((number, entry) -> {
            if (wanted.test(entry)) {
                rules.add(new Rule(prefix(language) + number, language, entry.value()));
            }
        }));
        return rules;
    }

    /** What a rule's id begins with, null if it cannot be one. */
    static @Nullable String ownerOf(String ruleId) {
        var number = ruleId.lastIndexOf('/');
        var language = number < 1 ? -1 : ruleId.lastIndexOf('/', number - 1);
        return language < 1 ? null : ruleId.substring(0, language);
    }
}
