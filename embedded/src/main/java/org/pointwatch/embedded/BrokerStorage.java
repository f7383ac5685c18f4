// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FAILED;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;

/**
 * Kafka's directory of logs, formatted on first use.
 *
 * <p>Formatting happens beside the place and is moved there when whole. The cluster's quorum is the static kind: it
 * writes no address into the data, so that the controller may use another port at each start.
 */
final class BrokerStorage {

    private BrokerStorage() {}

    static Path logsIn(Path directory) {
        Folder.requirePlain(directory, ",", "Kafka");
        var ours = MetadataVersion.latestProduction();
        requireReadable(directory, FormatMarker.claim(directory, new FormatMarker("broker", ours.featureLevel())));
        var logs = directory.resolve("log");
        if (!Files.exists(logs)) {
            var draft = directory.resolve("log.new");
            Folder.deleteTree(draft);
            Folder.prepare(draft, 0);
            format(draft, ours);
            Folder.sync(draft);
            Folder.move(draft, logs);
        }
        return logs;
    }

    private static void requireReadable(Path directory, FormatMarker found) {
        int newest = MetadataVersion.latestProduction().featureLevel();
        int oldest = MetadataVersion.MINIMUM_VERSION.featureLevel();
        if (found.level() < oldest || found.level() > newest) {
            throw new EmbeddedStartException(
                    OTHER_VERSION,
                    "the broker's data in " + directory.toAbsolutePath() + " has Kafka metadata level " + found.level()
                            + ", this Kafka (" + MetadataVersion.latestProduction() + ") reads " + oldest + " to "
                            + newest + ". Use the Pointwatch that wrote it, or name another data directory.");
        }
    }

    private static void format(Path draft, MetadataVersion version) {
        var said = new ByteArrayOutputStream();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, UTF_8))
                    .setNodeId(BrokerConfig.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerConfig.CONTROLLER)
                    .setReleaseVersion(version)
                    .addDirectory(draft.toString())
                    .setMetadataLogDirectory(draft.toString())
                    .run();
        } catch (Exception e) {
            throw new EmbeddedStartException(
                    FAILED, "Kafka could not format " + draft.toAbsolutePath() + ": " + e + said.toString(UTF_8), e);
        }
    }
}
