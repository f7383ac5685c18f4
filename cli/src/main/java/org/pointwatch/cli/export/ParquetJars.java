// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;

/** What writes Parquet lies in jars beside ours, which are opened only if it is asked for: few have to have them. */
public final class ParquetJars {
    /** Names the folder of the jars; the launcher sets it where there is one. */
    static final String JARS = "pointwatch.parquet";

    private static final String BUILD = "mvn -B -Pparquet package -pl parquet -am -Dmaven.test.skip=true";

    private ParquetJars() {}

    /** @throws Failure if they are not built */
    public static RowFormat format() {
        var folder = System.getProperty(JARS);
        if (folder == null) {
            throw Failure.usage("--format parquet: what writes it is not built (docs/operations.md says why): where the"
                    + " sources are, run " + BUILD);
        }
        try {
            return ServiceLoader.load(RowFormat.class, jars(Path.of(folder)))
                    .findFirst()
                    .orElseThrow(() -> unusable(folder, "hold nothing that writes it", null));
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
            throw unusable(folder, "cannot be used (" + e + ")", e);
        }
    }

    private static Failure unusable(String folder, String why, @Nullable Throwable cause) {
        var message = "--format parquet: the jars in " + folder + " " + why + ": build them anew, " + BUILD;
        return cause == null ? Failure.of(message) : Failure.of(message, cause);
    }

    private static URLClassLoader jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            var urls = new URL[jars.size()];
            for (var i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new URLClassLoader("parquet", urls, ParquetJars.class.getClassLoader());
        }
    }
}
