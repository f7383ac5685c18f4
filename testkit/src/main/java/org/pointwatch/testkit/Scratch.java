// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory under the module's {@code target}, removed when closed. */
record Scratch(Path path) implements AutoCloseable {
    static Scratch make(String name) {
        try {
            return new Scratch(Files.createTempDirectory(target(), name + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory for the tests' " + name, e);
        }
    }

    /** Maven runs tests in the module's folder. */
    static Path target() throws IOException {
        return Files.createDirectories(Path.of("target").toAbsolutePath());
    }

    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
