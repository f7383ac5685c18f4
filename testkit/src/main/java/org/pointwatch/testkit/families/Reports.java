// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The base texts; a line {@code @name} in one stands for the paragraphs of that background. */
final class Reports {
    private static final List<String> FILES = List.of(
            "reports-background.txt", "reports-same-event.txt", "reports-english.txt", "reports-other-languages.txt");

    private Reports() {}

    static List<Report> all() {
        Map<String, Section> backgrounds =
                Sections.of("backgrounds.txt").stream().collect(Collectors.toMap(Section::name, Function.identity()));
        return FILES.stream()
                .flatMap(file -> Sections.of(file).stream())
                .map(section -> report(section, backgrounds))
                .toList();
    }

    private static Report report(Section section, Map<String, Section> backgrounds) {
        var paragraphs = section.untagged()
                .flatMap(line -> line.startsWith("@") ? background(section, line, backgrounds) : Stream.of(line))
                .toList();
        var shared = section.untagged()
                .filter(line -> line.startsWith("@"))
                .flatMap(line -> background(section, line, backgrounds))
                .collect(Collectors.toUnmodifiableSet());
        var draft = new Draft(section.single("T"), paragraphs);
        return new Report(
                section.name(), section.head().get(1), draft, section.single("A"), shared, kind(section, shared));
    }

    private static Stream<String> background(Section section, String line, Map<String, Section> backgrounds) {
        var background = backgrounds.get(line.substring(1));
        if (background == null) {
            throw new IllegalStateException(section.where() + ": report " + section.name() + " asks for " + line
                    + ", which backgrounds.txt does not have; write it there");
        }
        return background.untagged();
    }

    private static Kind kind(Section section, Set<String> shared) {
        if (!shared.isEmpty()) {
            return Kind.BACKGROUND;
        }
        return section.attribute("event").isEmpty() ? Kind.ORIGINAL : Kind.SAME_EVENT;
    }
}
