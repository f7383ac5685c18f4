// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FOREIGN_DATA;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;

/**
 * The file that says whose data a directory holds and in which version of the layout.
 *
 * <p>It is the first thing written into an empty directory and whole at any moment, so a directory without it was
 * either never used or is not ours.
 *
 * @param part which of our services the directory belongs to
 * @param level what that service itself calls the version of its data
 */
record FormatMarker(String part, int level) {

    static final String FILE = "format";

    private static final int LAYOUT = 1;

    /** The marker found, or the proposed one, now written; anything else in the directory is refused. */
    static FormatMarker claim(Path directory, FormatMarker proposed) {
        var file = directory.resolve(FILE);
        if (Files.exists(file)) {
            return read(file, proposed.part);
        }
        var strangers = Folder.names(directory).stream()
                .filter(name -> !name.startsWith(".") && !name.equals(DirectoryLock.FILE))
                .filter(name -> !name.equals("lost+found") && !name.equals(FILE + ".new"))
                .toList();
        if (!strangers.isEmpty()) {
            throw foreign(directory, "it has no file '" + FILE + "' but holds " + strangers.get(0));
        }
        Folder.replace(file, proposed.text());
        return proposed;
    }

    private static FormatMarker read(Path file, String part) {
        var directory = file.toAbsolutePath().getParent();
        var entries = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            entries.load(reader);
            if (!part.equals(entries.getProperty("pointwatch"))) {
                throw foreign(file, "it says " + entries);
            }
            requireLayout(file, Integer.parseInt(entries.getProperty("layout", "0")));
            return new FormatMarker(part, Integer.parseInt(entries.getProperty("level", "0")));
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(directory == null ? file : directory, "its file '" + FILE + "' cannot be read: " + e);
        }
    }

    private static void requireLayout(Path file, int layout) {
        if (layout != LAYOUT) {
            throw new EmbeddedStartException(
                    OTHER_VERSION,
                    file.toAbsolutePath() + " says layout " + layout + ", this Pointwatch reads layout " + LAYOUT
                            + ". Use the Pointwatch that wrote it, or name another data directory.");
        }
    }

    private static EmbeddedStartException foreign(Path where, String why) {
        return new EmbeddedStartException(
                FOREIGN_DATA,
                where.toAbsolutePath() + " is not data of this part of Pointwatch: " + why
                        + ". Nothing was changed there. Name an empty data directory.");
    }

    private String text() {
        return "# Whose data this directory holds. Written by Pointwatch; do not edit.\n" + "pointwatch=" + part
                + "\nlayout=" + LAYOUT + "\nlevel=" + level + "\n";
    }
}
