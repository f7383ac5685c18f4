// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.BAD_ADDRESS;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.PORT_TAKEN;
import static org.pointwatch.embedded.Refusals.assertRefused;

final class ListeningPortTest {

    @TempDir
    private Path temp;

    @Test
    void remembersAFreePortAndGivesItUpOnlyWhenItIsTaken() throws IOException {
        int first = choose(0);
        assertThat(choose(0)).isEqualTo(first);
        try (var squatter = new ServerSocket(first, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(choose(0)).isNotEqualTo(squatter.getLocalPort());
        }
    }

    @Test
    void aDamagedMemoryIsNoMemory() throws IOException {
        Files.writeString(temp.resolve("port"), "eighty");
        assertThat(choose(0)).isPositive();
    }

    @Test
    void namesATakenPortAndItsHolder() throws IOException {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(squatter.getLocalPort());
            assertRefused(PORT_TAKEN, () -> choose(squatter.getLocalPort()), "port " + port, "or 0 for any free one");
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                var self = Long.toString(ProcessHandle.current().pid());
                assertThat(PortHolder.of(squatter.getLocalPort()))
                        .get()
                        .asString()
                        .contains("pid " + self, "java");
            }
        }
    }

    @Test
    void namesAnAddressThatIsNotOfThisMachine() {
        assertRefused(
                BAD_ADDRESS, () -> ListeningPort.choose("192.0.2.1", 0, temp.resolve("port")), "192.0.2.1", "0.0.0.0");
    }

    @Test
    void writesSixthVersionAddressesInBrackets() {
        assertThat(new Address("::1", 5432)).hasToString("[::1]:5432");
        assertThat(new Address("0.0.0.0", 5432).local()).hasToString("127.0.0.1:5432");
    }

    private int choose(int wanted) {
        return ListeningPort.choose("127.0.0.1", wanted, temp.resolve("port"));
    }
}
