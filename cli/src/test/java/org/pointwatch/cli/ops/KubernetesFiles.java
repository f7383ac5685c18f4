// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pointwatch.cli.ops.KubernetesObjects.Budget;
import org.pointwatch.cli.ops.KubernetesObjects.Deployment;
import org.pointwatch.cli.ops.KubernetesObjects.Job;
import org.pointwatch.cli.ops.KubernetesObjects.Kustomization;
import org.pointwatch.cli.ops.KubernetesObjects.Namespace;
import org.pointwatch.cli.ops.KubernetesObjects.Service;
import org.pointwatch.cli.ops.KubernetesObjects.StatefulSet;
import org.pointwatch.cli.ops.KubernetesObjects.Workload;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is in {@code deploy/kubernetes}, read so that a field that {@link KubernetesObjects} does not know is an error. */
public final class KubernetesFiles {
    static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    static final Path SETTINGS = FOLDER.resolve("pointwatch.yaml");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "batch/v1/Job", Job.class,
            "policy/v1/PodDisruptionBudget", Budget.class);

    private KubernetesFiles() {}

    static Kustomization kustomization(Path folder) throws IOException {
        return STRICT.convertValue(
                documents(folder.resolve("kustomization.yaml")).get(0), Kustomization.class);
    }

    /** All that both kustomizations name. */
    static List<Object> objects() throws IOException {
        var found = new ArrayList<Object>();
        for (var folder : List.of(FOLDER, FOLDER.resolve("setup"))) {
            for (var file : kustomization(folder).resources()) {
                for (var document : documents(folder.resolve(file))) {
                    var kind = document.get("apiVersion") + "/" + document.get("kind");
                    if (!KINDS.containsKey(kind)) {
                        throw new IllegalArgumentException(file + ": " + kind + " is none of " + KINDS.keySet());
                    }
                    found.add(STRICT.convertValue(document, KINDS.get(kind)));
                }
            }
        }
        return found;
    }

    static <T> Stream<T> objects(Class<T> type) throws IOException {
        return objects().stream().filter(type::isInstance).map(type::cast);
    }

    /** The arguments of every container. */
    public static List<List<String>> commands() throws IOException {
        return objects(Workload.class)
                .flatMap(workload -> workload.pod().spec().all())
                .map(KubernetesObjects.Container::args)
                .toList();
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        var found = new ArrayList<Map<String, Object>>();
        for (var document : new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
            found.add(map((Map<?, ?>) document));
        }
        return found;
    }

    /** With what merge keys bring; own fields are stronger. */
    private static Map<String, Object> map(Map<?, ?> fields) {
        var merged = new LinkedHashMap<String, Object>();
        if (fields.get("<<") instanceof Map<?, ?> brought) {
            merged.putAll(map(brought));
        }
        fields.forEach((key, value) -> merged.put(key.toString(), resolved(value)));
        merged.remove("<<");
        return merged;
    }

    private static Object resolved(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return map(fields);
        }
        return value instanceof List<?> list
                ? list.stream().map(KubernetesFiles::resolved).toList()
                : value;
    }
}
