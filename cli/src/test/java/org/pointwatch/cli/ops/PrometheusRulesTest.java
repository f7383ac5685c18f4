// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

final class PrometheusRulesTest {
    @Test
    void eachRuleSaysWhatItIsAndLinksToWhatToDo() throws IOException {
        var headings = PrometheusFiles.headings();
        for (var rule : PrometheusFiles.rules()) {
            assertThat(rule.annotations().path("summary").asString())
                    .as(rule.name())
                    .isNotBlank();
            var link = rule.annotations().path("runbook_url").asString();
            assertThat(link).as(rule.name()).startsWith("docs/operations.md#");
            assertThat(headings).as(rule.name()).contains(link.substring(link.indexOf('#') + 1));
        }
    }

    @Test
    void eachRuleHasATestInWhichItFires() {
        var fired = new TreeSet<String>();
        PrometheusFiles.yaml(PrometheusFiles.TESTS).path("tests").forEach(test -> test.path("alert_rule_test")
                .forEach(expected -> {
                    if (expected.has("exp_alerts")) {
                        fired.add(expected.path("alertname").asString());
                    }
                }));
        assertThat(fired)
                .isEqualTo(PrometheusFiles.rules().stream()
                        .map(PrometheusFiles.Rule::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void promtoolFindsNothingWrong() throws IOException, InterruptedException {
        var tool = promtool();
        promtool(tool, "check", "config", PrometheusFiles.CONFIG.toString());
        promtool(tool, "check", "rules", PrometheusFiles.RULES.toString());
        promtool(tool, "test", "rules", PrometheusFiles.TESTS.toString());
    }

    private static String promtool() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> abort("promtool is not on PATH (Debian: apt-get install prometheus): what it would"
                        + " check in deploy/prometheus was not checked"));
    }

    private static void promtool(String tool, String... arguments) throws IOException, InterruptedException {
        var call = new ArrayList<>(List.of(tool));
        call.addAll(List.of(arguments));
        var process = new ProcessBuilder(call).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
