// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of this test with its own modules copied: a build beside a long run may replace them. */
final class ClassPath {
    private ClassPath() {}

    static String copied(Path folder) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            var path = Path.of(entry);
            entries.add(changes(path) ? copy(path, folder.resolve(entries.size() + "-" + path.getFileName())) : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** What the launcher runs with: jars alone, so that the JVM can keep their classes in an archive. */
    static String jars(Path folder) throws IOException {
        return copy(Path.of("target", "dist", "lib"), folder) + "/*";
    }

    private static boolean changes(Path path) {
        return Files.isDirectory(path) || path.getFileName().toString().startsWith("pointwatch-");
    }

    private static String copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to.toString();
    }
}
