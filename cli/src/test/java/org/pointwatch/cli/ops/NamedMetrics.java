// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which metrics dashboards, rules and the manual name, and which of ours exist. */
public final class NamedMetrics {
    /** Ours in a class file, where a name is a constant. */
    private static final Pattern CONSTANT = Pattern.compile("pointwatch[._][a-z][a-z._]*[a-z]");

    private static final Pattern IN_MANUAL = Pattern.compile("`(pointwatch_[a-z_]+)");

    /** Given by Prometheus, or by its configuration. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance", "role");

    private NamedMetrics() {}

    /** By where they are named, what is named there and does not exist. */
    public static Map<String, Set<String>> unknown(Map<String, Set<String>> shown) throws IOException {
        var registered = registered();
        var unknown = new TreeMap<String, Set<String>>();
        for (var query : queries().entrySet()) {
            var metrics = PrometheusFiles.metrics(query.getValue());
            var bad = new TreeSet<String>();
            metrics.stream()
                    .filter(name -> !OF_PROMETHEUS.contains(name))
                    .filter(name -> !shown.containsKey(name) && !registered.contains(name))
                    .forEach(bad::add);
            if (shown.keySet().containsAll(metrics)) {
                bad.addAll(unknownLabels(query.getValue(), metrics, shown));
            }
            if (!bad.isEmpty()) {
                unknown.put(query.getKey(), bad);
            }
        }
        return unknown;
    }

    private static Set<String> unknownLabels(String query, Set<String> metrics, Map<String, Set<String>> shown) {
        var labels = PrometheusFiles.labels(query);
        labels.removeAll(LABELS_OF_PROMETHEUS);
        metrics.forEach(metric -> labels.removeAll(shown.get(metric)));
        return labels;
    }

    private static Map<String, String> queries() throws IOException {
        var queries = new TreeMap<String, String>();
        Dashboards.promql().forEach(query -> queries.merge(query.where(), query.text(), (a, b) -> a + " + " + b));
        PrometheusFiles.rules().forEach(rule -> queries.put("rule " + rule.name(), rule.query()));
        IN_MANUAL
                .matcher(Files.readString(PrometheusFiles.MANUAL))
                .results()
                .forEach(name -> queries.put("manual: " + name.group(1), name.group(1)));
        return queries;
    }

    /** As Prometheus shows what our classes name; what counts for the first time only on a bad day is not seen else. */
    private static Set<String> registered() {
        var names = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.pointwatch")
                .forEach(type -> type.getSource().ifPresent(source -> {
                    try (var in = source.getUri().toURL().openStream()) {
                        var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                        CONSTANT.matcher(text).results().forEach(constant -> {
                            var name = constant.group().replace('.', '_');
                            names.add(name);
                            names.add(name + "_total");
                        });
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        return names;
    }
}
