// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.SettingsReader;
import org.pointwatch.cli.role.OwnModel;
import org.pointwatch.domain.sentiment.SentimentScorer;
import picocli.CommandLine.Option;

/** The settings of an offline tool that judges sentiment; those of roles may stand in the same file. */
final class ModelOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings in YAML; only those of a sentiment model of your own matter.")
    private @Nullable Path config;

    @Option(
            names = {"-D", "--set"},
            paramLabel = "KEY=VALUE",
            description = "One setting, such as sentiment.model=DIR. Repeatable.")
    private List<String> set = new ArrayList<>();

    /** The model of the user's own; null if none is configured, and then no settings are read if none were given. */
    @Nullable
    SentimentScorer open() {
        var environment = System.getenv();
        if (config == null && set.isEmpty() && !environment.containsKey(Keys.SENTIMENT_MODEL.variable())) {
            return null;
        }
        return OwnModel.open(SettingsReader.read(config, environment, set));
    }
}
