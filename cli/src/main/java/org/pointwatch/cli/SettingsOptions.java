// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Key;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.config.SettingsReader;
import picocli.CommandLine.Option;

/** The options by which settings are given; docs/configuration.md has the keys. */
final class SettingsOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings in YAML.")
    private @Nullable Path config;

    @Option(
            names = {"-D", "--set"},
            paramLabel = "KEY=VALUE",
            description = "One setting, stronger than file and environment. Repeatable.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where this machine keeps everything, ./data by default. Short for --set data=DIR.")
    private @Nullable Path data;

    /** @param own what the command itself sets; options of the user are stronger */
    Settings read(String... own) {
        var pairs = new ArrayList<>(List.of(own));
        pairs.addAll(set);
        if (data != null) {
            pairs.add(pair(Keys.DATA, data));
        }
        return SettingsReader.read(config, System.getenv(), pairs);
    }

    @Nullable
    Path data() {
        return data;
    }

    static String pair(Key<?> key, Object value) {
        return key.name() + "=" + value;
    }
}
