// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.util.List;

/** All that is wrong with the settings, one line each; nothing has been started. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the layers; never empty. */
    public List<String> problems() {
        return problems;
    }
}
