// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.pointwatch.cli.term.Failure;

/** The feed server's port, kept in the data directory: it is part of the feeds' addresses. */
public final class Port {
    private Port() {}

    /** Starts the server where it was before, or anywhere the first time. */
    public static FeedServer remembered(Path folder, IntFunction<FeedServer> start) {
        var file = folder.resolve("port");
        try {
            Files.createDirectories(folder);
            var before =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            var server = start.apply(before);
            Files.writeString(file, server.address().getPort() + "\n");
            return server;
        } catch (IOException | NumberFormatException e) {
            throw Failure.of("cannot keep the sample feeds' port in " + file + " (" + e + "): remove that file", e);
        }
    }
}
