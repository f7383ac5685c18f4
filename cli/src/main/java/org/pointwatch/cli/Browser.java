// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens a page with what the system has for it. */
final class Browser {
    private Browser() {}

    static boolean open(URI page) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var command = system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(command, page.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
