// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.util.Locale;

/**
 * One setting.
 *
 * @param name as in a file or behind {@code --set}, such as {@code desk.port}
 * @param kind how its text is read
 * @param byDefault text of the default, read like any other; empty for none
 * @param meaning one sentence
 * @param secret never shown, and may come from a file named by the variable's {@code _FILE} twin
 */
public record Key<T>(String name, Kind<T> kind, String byDefault, String meaning, boolean secret) {
    private static final String ENVIRONMENT_PREFIX = "POINTWATCH_";

    /** The environment variable, such as {@code POINTWATCH_DESK_PORT}. */
    public String variable() {
        return ENVIRONMENT_PREFIX
                + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
