// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import tools.jackson.databind.node.ObjectNode;

/** Reads lines whose answers are known; a bad one is said, kept among the problems, and passed over. */
final class GoldLines {
    private final Talk talk;
    private final List<String> problems = new ArrayList<>();

    GoldLines(Talk talk) {
        this.talk = talk;
    }

    /** What is done with a good line. */
    interface Judge {
        /** @param place file and number of the line */
        void judge(String place, JsonLines.Line line, ObjectNode object) throws BadLine;
    }

    /** @param gold files, and folders of which all {@code .jsonl} files are read */
    void read(List<Path> gold, Judge judge) {
        files(gold).forEach(file -> read(file, judge));
    }

    void read(String file, Judge judge) {
        JsonLines.each(file, line -> {
            var place = file + ":" + line.number();
            try {
                judge.judge(place, line, line.needed());
            } catch (BadLine e) {
                problems.add(place + ": " + e.getMessage());
                talk.say("pointwatch: " + place + ": " + e.getMessage());
            }
        });
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    boolean good() {
        return problems.isEmpty();
    }

    private static List<String> files(List<Path> gold) {
        var files = new ArrayList<String>();
        for (var path : gold) {
            try (var inside = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
                inside.filter(f -> f.equals(path) || f.toString().endsWith(".jsonl"))
                        .map(Path::toString)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw Failure.of(path + ": cannot be read (" + e + "): name a file or folder of gold lines", e);
            }
        }
        return files;
    }
}
