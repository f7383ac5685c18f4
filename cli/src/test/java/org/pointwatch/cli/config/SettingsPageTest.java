// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SettingsPageTest {
    /** Maven runs tests in the module's folder. */
    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void documentationIsThatOfTheTable() throws IOException {
        if (System.getProperty("snapshot.update") != null) {
            Files.writeString(PAGE, SettingsPage.markdown());
        }
        assertThat(PAGE)
                .as("stale: mvn -pl cli test -Dtest=SettingsPageTest -Dtest.jvm=-Dsnapshot.update")
                .hasContent(SettingsPage.markdown());
    }
}
