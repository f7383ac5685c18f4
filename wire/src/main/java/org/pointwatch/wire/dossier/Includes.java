// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a dossier's file and all that it includes, each once. */
final class Includes {
    private static final int MOST_FILES = 200;
    private static final int LONGEST_CHAIN = 20;

    /** Outer file first, for what the outer file decides. */
    private final List<Fields> outerFirst = new ArrayList<>();

    /** Included files first, for what adds up. */
    private final List<Fields> innerFirst = new ArrayList<>();

    private final DossierSource source;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();
    private final Deque<String> chain = new ArrayDeque<>();
    private long characters;
    private boolean full;

    private Includes(DossierSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    static Includes read(String file, String yaml, DossierSource source, Problems problems) {
        var includes = new Includes(source, problems);
        includes.visit(new SourceLines(file, 0, yaml));
        return includes;
    }

    List<Fields> outerFirst() {
        return outerFirst;
    }

    List<Fields> innerFirst() {
        return innerFirst;
    }

    private void visit(SourceLines text) {
        read.add(text.file());
        chain.addLast(text.file());
        var file = new Fields("", tree(text), problems);
        outerFirst.add(file);
        for (var include : file.texts("includes")) {
            follow(text.file(), include);
        }
        innerFirst.add(file);
        chain.removeLast();
    }

    private YamlNode tree(SourceLines text) {
        characters += text.yaml().length();
        var longLine = text.lineLongerThan(DossierFile.LONGEST_LINE);
        if (characters > DossierFile.LONGEST) {
            full = true;
            var problem = "more than " + DossierFile.LONGEST + " characters, with what is included";
            problems.add(text.start(), "", problem, "make the dossier smaller");
        } else if (longLine > 0) {
            var problem = "a line of more than " + DossierFile.LONGEST_LINE + " characters";
            problems.add(new Place(text, longLine, 1), "", problem, "break it");
        } else {
            return YamlTree.read(text, problems);
        }
        problems.incomplete();
        return new YamlNode.Nothing(text.start());
    }

    private void follow(String from, Entry include) {
        if (full) {
            return;
        }
        var answer = source.find(from, include.value());
        if (answer instanceof DossierSource.Text text) {
            follow(include, text);
        } else if (answer instanceof DossierSource.Unreadable unreadable) {
            problems.incomplete();
            include.problem(problems, unreadable.problem(), unreadable.mend());
        }
    }

    private void follow(Entry include, DossierSource.Text text) {
        if (chain.contains(text.name())) {
            include.problem(problems, "the includes go round: " + round(text.name()), "drop one of them");
        } else if (read.contains(text.name())) {
            return;
        } else if (read.size() >= MOST_FILES || chain.size() >= LONGEST_CHAIN) {
            full = true;
            problems.incomplete();
            var problem = "more than " + MOST_FILES + " files, or more than " + LONGEST_CHAIN + " one inside the other";
            include.problem(problems, problem, "put some of them together");
        } else {
            visit(new SourceLines(text.name(), read.size(), text.yaml()));
        }
    }

    private String round(String name) {
        var round = new ArrayList<>(chain);
        return String.join(" -> ", round.subList(round.indexOf(name), round.size())) + " -> " + name;
    }
}
