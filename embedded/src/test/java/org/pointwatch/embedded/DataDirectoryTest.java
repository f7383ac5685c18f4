// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FOREIGN_DATA;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.NOT_WRITABLE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;
import static org.pointwatch.embedded.Refusals.assertRefused;

final class DataDirectoryTest {

    @TempDir
    private Path temp;

    @Test
    void isMadeOnceAndOpensAgain() {
        try (var made = DataDirectory.open(temp.resolve("data"))) {
            assertThat(made.broker()).isEqualTo(temp.resolve("data/broker"));
        }
        try (var again = DataDirectory.open(temp.resolve("data"))) {
            assertThat(again.postgres()).isEqualTo(temp.resolve("data/postgres"));
        }
    }

    @Test
    void isHeldByOneOpenerAtATimeAndStaysHeldAfterARefusal() {
        try (var held = DataDirectory.open(temp)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertRefused(IN_USE, () -> DataDirectory.open(held.root()), "in use by this process");
            }
        }
        DataDirectory.open(temp).close();
    }

    @Test
    void refusesADirectoryOfSomethingElseAndLeavesItAlone() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "years of work");
        assertRefused(FOREIGN_DATA, () -> DataDirectory.open(temp), "thesis.txt", "Name an empty data directory");
        assertThat(temp.resolve(FormatMarker.FILE)).doesNotExist();
    }

    @Test
    void acceptsAFreshlyMountedVolume() throws IOException {
        Files.createDirectory(temp.resolve("lost+found"));
        DataDirectory.open(temp).close();
    }

    @Test
    void acceptsADirectoryWhoseFirstOpenerWasKilledOnTheWay() throws IOException {
        Files.writeString(temp.resolve("lock"), "4711");
        Files.writeString(temp.resolve("format.new"), "pointwa");
        DataDirectory.open(temp).close();
    }

    @Test
    void namesALayoutItCannotRead() throws IOException {
        Files.writeString(temp.resolve(FormatMarker.FILE), "pointwatch=data\nlayout=7\n");
        assertRefused(OTHER_VERSION, () -> DataDirectory.open(temp), "says layout 7", "reads layout 1");
    }

    @Test
    void refusesTheDirectoryOfAnotherPart() {
        DataDirectory.open(temp).close();
        assertRefused(FOREIGN_DATA, () -> EmbeddedBroker.start(BrokerSettings.in(temp)), "pointwatch=data");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        var file = Files.writeString(temp.resolve("file"), "");
        assertRefused(NOT_WRITABLE, () -> DataDirectory.open(file.resolve("data")), file.toString(), "Name another");
        assertRefused(NOT_WRITABLE, () -> EmbeddedBroker.start(BrokerSettings.in(file.resolve("broker"))), "file");
        assertRefused(NOT_WRITABLE, () -> EmbeddedDatabase.start(Refusals.database(file.resolve("postgres"))), "file");
    }
}
