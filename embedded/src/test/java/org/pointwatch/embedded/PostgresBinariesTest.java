// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class PostgresBinariesTest {

    @TempDir
    private Path temp;

    @Test
    void unpacksOnceAndClearsAwayWhatAKilledProcessLeft() throws IOException {
        var left = Files.createDirectory(temp.resolve(".unpacking-1"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        var home = PostgresBinaries.unpackedIn(temp);
        assertThat(home.resolve("bin/postgres")).isExecutable();
        assertThat(Folder.names(temp)).containsExactly(home.getFileName().toString());
        var first = Files.getLastModifiedTime(home);
        assertThat(PostgresBinaries.unpackedIn(temp)).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(home)).isEqualTo(first);
    }
}
