// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.ingest.opml.Opml;

/** Lists of feeds: a user's file, or the one that ships with the program. */
public final class FeedLists {
    private static final String SHIPPED = "/dossiers/ukraine-peace-plan/feeds.opml";

    private FeedLists() {}

    public static Opml shipped() {
        return Opml.read("feeds.opml (shipped)", Dossiers.resource(SHIPPED).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Failure if it cannot be read or has no feed */
    public static Opml read(Path file) {
        var opml = parse(file);
        if (opml.feeds().isEmpty()) {
            throw Failure.of(String.join("\n", opml.problems()));
        }
        return opml;
    }

    /** @throws Failure if it cannot be read */
    public static Opml parse(Path file) {
        try {
            return Opml.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw Failure.of(file + ": cannot be read (" + e + "): name an OPML file", e);
        }
    }
}
