// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

/** The table of settings as a page of documentation. */
public final class SettingsPage {
    private static final String HEAD =
            """
            # Configuration

            <!-- Generated from org.pointwatch.cli.config.Keys by SettingsPageTest -Dsnapshot.update; do not edit. -->

            No setting is needed: without any, `./pointwatch run` starts an embedded broker and database and keeps its data
            under `./data`. Four places can change that, the later one wins:

            1. the defaults below,
            2. a YAML file named by `--config`, nested (`desk:` and below it `port: 9000`) or dotted (`desk.port: 9000`),
            3. the environment; a secret can also come from a file, named by the variable with `_FILE` behind it,
            4. `--set key=value` on the command line, as often as needed.

            Unknown keys and bad values are reported all at once, each with its file and line, and nothing starts (exit code 2).
            Paths are relative to the working directory. Durations have one unit: `100ms`, `30s`, `15m`, `6h`, `2d`.

            Any other key that begins with `kafka.` goes to every Kafka client as it is, without that prefix:
            `kafka.security.protocol: SASL_SSL`, `kafka.sasl.mechanism: SCRAM-SHA-512` and so on.

            | key | default | meaning | environment |
            |---|---|---|---|
            """;

    private SettingsPage() {}

    public static String markdown() {
        var page = new StringBuilder(HEAD);
        for (var key : Keys.EVERY) {
            page.append("| `%s` | %s | %s Expected: %s. | `%s`%s |\n"
                    .formatted(
                            key.name(),
                            key.byDefault().isEmpty() ? "" : "`" + key.byDefault() + "`",
                            key.meaning(),
                            key.kind().expected(),
                            key.variable(),
                            key.secret() ? ", `" + key.variable() + "_FILE`" : ""));
        }
        return page.toString();
    }
}
