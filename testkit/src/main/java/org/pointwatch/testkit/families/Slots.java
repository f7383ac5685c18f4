// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills templates: <code>{10..90}</code> a number, <code>{a|b}</code> one of them, <code>{name}</code> one of that list. */
final class Slots {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    private final Map<String, List<String>> lists;

    private Slots(Map<String, List<String>> lists) {
        this.lists = Map.copyOf(lists);
    }

    /** Slots that know the names, places and bodies of names.txt. */
    static Slots named() {
        var lists = new HashMap<String, List<String>>();
        Sections.of("names.txt").forEach(section -> lists.put(section.name(), section.lines()));
        return new Slots(lists);
    }

    Slots with(String list, List<String> values) {
        var more = new HashMap<>(lists);
        more.put(list, List.copyOf(values));
        return new Slots(more);
    }

    String fill(String template, Random random) {
        return SLOT.matcher(template).replaceAll(slot -> Matcher.quoteReplacement(value(slot, template, random)));
    }

    private String value(MatchResult slot, String template, Random random) {
        var inside = slot.group(1);
        var range = RANGE.matcher(inside);
        if (range.matches()) {
            var from = Integer.parseInt(range.group(1));
            return Integer.toString(from + random.nextInt(Integer.parseInt(range.group(2)) - from + 1));
        }
        return pick(inside.contains("|") ? List.of(inside.split("\\|")) : list(inside, template), random);
    }

    List<String> values(String list) {
        return list(list, "{" + list + "}");
    }

    private List<String> list(String name, String template) {
        var list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException(
                    "No list {" + name + "} for the template \"" + template + "\"; name one of " + lists.keySet());
        }
        return list;
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
