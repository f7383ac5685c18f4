// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads resources in which a line {@code == name ...} opens a section and every other line is one paragraph. */
final class Sections {
    private static final String OPENING = "== ";

    private Sections() {}

    static List<Section> of(String resource) {
        var sections = new ArrayList<Section>();
        var lines = new ArrayList<String>();
        List<String> head = List.of();
        for (var line : read(resource).split("\n")) {
            if (line.startsWith(OPENING)) {
                close(resource, head, lines, sections);
                head = List.of(line.substring(OPENING.length()).strip().split(" "));
            } else if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        close(resource, head, lines, sections);
        return List.copyOf(sections);
    }

    private static void close(String resource, List<String> head, List<String> lines, List<Section> sections) {
        if (head.isEmpty() && !lines.isEmpty()) {
            throw new IllegalStateException(
                    resource + ": text before the first line that begins with \"" + OPENING + "\"; give it a section");
        }
        if (!head.isEmpty()) {
            sections.add(new Section(resource, head, List.copyOf(lines)));
        }
        lines.clear();
    }

    private static String read(String resource) {
        try (var in = Sections.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": no such resource beside " + Sections.class.getName()
                        + "; build the module again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }
}
