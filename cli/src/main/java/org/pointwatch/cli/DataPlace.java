// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;

/**
 * Where a process keeps its data.
 *
 * @param temporary removed when closed
 */
record DataPlace(Path path, boolean temporary) implements AutoCloseable {
    static DataPlace of(@Nullable Path wanted) {
        if (wanted != null) {
            return new DataPlace(wanted, false);
        }
        try {
            return new DataPlace(Files.createTempDirectory("pointwatch-demo-"), true);
        } catch (IOException e) {
            throw Failure.of("cannot make a temporary directory (" + e + "): name one by --data", e);
        }
    }

    /** @throws Failure if one folder is there and the other, where one is named, is not */
    void refuseIf(String there, @Nullable String missing, String holds) {
        if (Files.exists(path.resolve(there)) && (missing == null || !Files.exists(path.resolve(missing)))) {
            throw Failure.of(path + " holds " + holds + ": name another directory by --data");
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failure.of("cannot remove " + path + " (" + e + "): remove it by hand", e);
        }
    }
}
