// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the layers, weakest first: defaults, file, environment, command line. Every mistake of every layer is kept
 * until all are read.
 */
public final class SettingsReader {
    private static final String FILE_TWIN = "_FILE";

    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> kafka = new HashMap<>();

    private SettingsReader() {
        Keys.EVERY.forEach(key -> keys.put(key.name(), key));
    }

    /**
     * @param file null for none
     * @param commandLine {@code key=value} each
     * @throws SettingsException with all that is wrong
     */
    public static Settings read(@Nullable Path file, Map<String, String> environment, List<String> commandLine) {
        var reader = new SettingsReader();
        reader.defaults();
        if (file != null) {
            reader.file(file);
        }
        reader.environment(environment);
        reader.commandLine(commandLine);
        if (!reader.problems.isEmpty()) {
            throw new SettingsException(reader.problems);
        }
        return new Settings(reader.values, reader.kafka);
    }

    private void defaults() {
        for (var key : Keys.EVERY) {
            if (!key.byDefault().isEmpty()) {
                put(key, new Given(key.name(), key.byDefault(), "default"));
            }
        }
    }

    private void file(Path file) {
        try {
            YamlLayer.read(file.toString(), Files.readString(file), problems).forEach(this::accept);
        } catch (IOException e) {
            problems.add(file + ": cannot be read (" + e + "): name a YAML file in UTF-8");
        }
    }

    private void environment(Map<String, String> environment) {
        for (var key : Keys.EVERY) {
            var variable = key.variable();
            var twin = environment.get(variable + FILE_TWIN);
            if (key.secret() && twin != null) {
                secretFile(key, variable + FILE_TWIN, Path.of(twin));
            }
            var value = environment.get(variable);
            if (value != null) {
                accept(new Given(key.name(), value, variable));
            }
        }
    }

    private void secretFile(Key<?> key, String variable, Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8).strip();
            accept(new Given(key.name(), text, variable));
        } catch (IOException e) {
            problems.add(variable + ": cannot read " + file + " (" + e + "): name a file that holds the secret alone");
        }
    }

    private void commandLine(List<String> pairs) {
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add("--set " + pair + ": expected key=value");
            } else {
                var key = pair.substring(0, equals);
                accept(new Given(key, pair.substring(equals + 1), "--set " + key));
            }
        }
    }

    private void accept(Given given) {
        var key = keys.get(given.key());
        if (key != null) {
            put(key, given);
        } else if (given.key().startsWith(Keys.RAW_KAFKA)) {
            kafka.put(given.key().substring(Keys.RAW_KAFKA.length()), given.value());
        } else {
            var near = Nearest.of(given.key(), keys.keySet());
            problems.add(given.origin() + ": " + given.key() + ": unknown key"
                    + near.map(name -> "; did you mean " + name + "?").orElse("; see docs/configuration.md"));
        }
    }

    private void put(Key<?> key, Given given) {
        if (given.value().isEmpty()) {
            values.remove(key.name());
            return;
        }
        try {
            values.put(key.name(), key.kind().reader().apply(given.value()));
        } catch (IllegalArgumentException e) {
            var shown = key.secret() ? "the value given" : "'" + given.value() + "'";
            problems.add(given.origin() + ": " + key.name() + ": " + shown + " is not "
                    + key.kind().expected());
        }
    }
}
