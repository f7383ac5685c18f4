// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;

/** This instance's static name in its groups: configured, or made up once and kept beside the data. */
final class InstanceId {
    private static final String FILE = "instance-id";

    private InstanceId() {}

    static String of(Settings settings, Path directory) {
        var configured = settings.find(Keys.INSTANCE_ID);
        if (configured != null) {
            return configured;
        }
        var file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var id =
                    "i" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            Files.createDirectories(directory);
            Files.writeString(file, id + "\n");
            return id;
        } catch (IOException e) {
            throw Failure.of(
                    "cannot keep this instance's id in " + file + " (" + e
                            + "): make the directory writable, or set instance.id",
                    e);
        }
    }
}
