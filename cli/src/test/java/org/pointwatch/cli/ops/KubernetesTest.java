// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.config.Key;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.config.SettingsReader;
import org.pointwatch.cli.ops.KubernetesObjects.Budget;
import org.pointwatch.cli.ops.KubernetesObjects.Container;
import org.pointwatch.cli.ops.KubernetesObjects.Job;
import org.pointwatch.cli.ops.KubernetesObjects.Mount;
import org.pointwatch.cli.ops.KubernetesObjects.Pod;
import org.pointwatch.cli.ops.KubernetesObjects.Port;
import org.pointwatch.cli.ops.KubernetesObjects.Probe;
import org.pointwatch.cli.ops.KubernetesObjects.Service;
import org.pointwatch.cli.ops.KubernetesObjects.StatefulSet;
import org.pointwatch.cli.ops.KubernetesObjects.Variable;
import org.pointwatch.cli.ops.KubernetesObjects.Volume;
import org.pointwatch.cli.ops.KubernetesObjects.Workload;
import org.pointwatch.cli.role.Metrics;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests against what they rely on: settings, ports, health paths, the image; without a cluster. */
final class KubernetesTest {
    private static final Set<String> ROLES = Set.of("fetch", "process", "sink", "desk");
    private static final String DATA = "/var/lib/pointwatch";
    private static final String SECRETS = "/run/secrets/pointwatch/";
    private static final Map<String, String> SECRET = Map.of(
            "db-password", "a password", "desk-token", "0123456789abcdef", "desk-write-token", "fedcba9876543210");

    @TempDir
    private Path folder;

    @Test
    void everyRoleIsThereWithTheImageThatIsBuilt() throws IOException {
        var roles = KubernetesFiles.objects(Workload.class)
                .filter(workload -> !(workload instanceof Job))
                .map(workload -> workload.metadata().name());
        assertThat(roles).containsExactlyInAnyOrderElementsOf(ROLES);
        for (var at : List.of(KubernetesFiles.FOLDER, KubernetesFiles.FOLDER.resolve("setup"))) {
            var kustomization = KubernetesFiles.kustomization(at);
            assertThat(kustomization.namespace()).isEqualTo("pointwatch");
            assertThat(kustomization.images()).singleElement().satisfies(image -> {
                assertThat(image.name()).isEqualTo("pointwatch");
                assertThat(image.newName() + ":" + image.newTag()).isEqualTo("pointwatch:local");
            });
        }
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            assertThat(workload.pod().spec().all())
                    .allMatch(container -> container.image().equals("pointwatch"));
        }
    }

    @Test
    void everyVariableIsASettingWithAGoodValue() throws IOException {
        var known = Keys.EVERY.stream().map(Key::variable).collect(Collectors.toCollection(HashSet::new));
        Keys.EVERY.stream().filter(Key::secret).forEach(key -> known.add(key.variable() + "_FILE"));
        known.add("POINTWATCH_JAVA_OPTS");
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            for (var container : workload.pod().spec().all().toList()) {
                assertThat(container.env()).extracting(Variable::name).isSubsetOf(known);
                assertThat(settings(container).get(Keys.DATA)).isEqualTo(Path.of(DATA));
            }
        }
    }

    /** As the container would read them, with the secrets in a folder of ours. */
    private Settings settings(Container container) throws IOException {
        var environment = new HashMap<String, String>();
        for (var variable : container.env()) {
            var value = variable.valueFrom() != null ? container.name() + "-0" : variable.value();
            if (value.startsWith(SECRETS)) {
                var name = value.substring(SECRETS.length());
                value = Files.writeString(folder.resolve(name), SECRET.get(name))
                        .toString();
            }
            environment.put(variable.name(), value);
        }
        assertThat(container.args()).containsSequence("--config", "/etc/pointwatch/pointwatch.yaml");
        return SettingsReader.read(KubernetesFiles.SETTINGS, environment, List.of());
    }

    @Test
    void eachRoleHasTheSecretsThatItNeedsAndNoOthers() throws IOException {
        var wanted = Map.of(
                "fetch",
                Set.<String>of(),
                "process",
                Set.<String>of(),
                "sink",
                Set.of("db-password"),
                "desk",
                SECRET.keySet());
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            var pod = workload.pod().spec();
            var mounted = pod.volumes().stream()
                    .filter(volume -> volume.secret() != null)
                    .flatMap(volume -> volume.secret().items().stream())
                    .map(item -> SECRETS + item.path())
                    .toList();
            var read = pod.all()
                    .flatMap(container -> container.env().stream())
                    .filter(variable -> variable.name().endsWith("_FILE"))
                    .map(Variable::value)
                    .toList();
            assertThat(mounted)
                    .containsExactlyElementsOf(read)
                    .containsExactlyInAnyOrderElementsOf(
                            wanted.getOrDefault(workload.metadata().name(), Set.of()).stream()
                                    .map(name -> SECRETS + name)
                                    .toList());
        }
    }

    @Test
    void probesAskWhereTheRoleListens() throws Exception {
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            for (var container : workload.pod().spec().containers()) {
                if (workload instanceof Job) {
                    assertThat(container.probes()).containsOnlyNulls();
                    continue;
                }
                var settings = settings(container);
                var ports = container.ports().stream().collect(Collectors.toMap(Port::name, Port::containerPort));
                assertThat(ports).containsEntry("metrics", settings.get(Keys.METRICS_PORT));
                assertThat(settings.get(Keys.METRICS_HOST)).isEqualTo("0.0.0.0");
                if (container.name().equals("desk")) {
                    assertThat(ports).containsEntry("desk", settings.get(Keys.DESK_PORT));
                    assertThat(settings.get(Keys.DESK_HOST)).isEqualTo("0.0.0.0");
                }
                assertThat(container.probes()).allSatisfy(probe -> asked(probe, container.name(), ports));
            }
        }
    }

    /** A desk answers only to its names, of which a pod's address is none; without Kafka it is not ready, and yet to be shown. */
    private static void asked(Probe probe, String role, Map<String, Integer> ports) throws Exception {
        assertThat(ports).containsKey(probe.httpGet().port());
        if (role.equals("desk")) {
            assertThat(probe.httpGet().port()).isEqualTo("desk");
            assertThat(probe.httpGet().path()).isEqualTo("/health/live");
            assertThat(probe.httpGet().httpHeaders()).singleElement().hasToString("Header[name=Host, value=localhost]");
        } else {
            assertThat(probe.httpGet().port()).isEqualTo("metrics");
            assertThat(answer(probe.httpGet().path()))
                    .as(probe.httpGet().path())
                    .isEqualTo(200);
        }
    }

    private static int answer(String path) throws IOException, InterruptedException {
        try (var metrics = new Metrics()) {
            metrics.serve(SettingsReader.read(null, Map.of(), List.of()), () -> true);
            var request = HttpRequest.newBuilder(
                    URI.create(metrics.address().toString()).resolve(path));
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void podsMayDoNothingThatTheyNeedNot() throws IOException {
        var user = Files.readString(Path.of("..", "deploy", "Dockerfile"));
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            var pod = workload.pod().spec();
            assertThat(pod.automountServiceAccountToken()).isFalse();
            assertThat(pod.enableServiceLinks())
                    .as("else a service's name sets POINTWATCH_ variables")
                    .isFalse();
            assertThat(pod.securityContext().runAsNonRoot()).isTrue();
            assertThat(user)
                    .contains("\nUSER " + pod.securityContext().runAsUser() + ":"
                            + pod.securityContext().runAsGroup() + "\n");
            assertThat(pod.securityContext().seccompProfile()).containsEntry("type", "RuntimeDefault");
            assertThat(pod.all()).allSatisfy(container -> {
                assertThat(container.securityContext().allowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.securityContext().readOnlyRootFilesystem()).isTrue();
                assertThat(container.securityContext().capabilities()).isEqualTo(Map.of("drop", List.of("ALL")));
                assertThat(container.resources().keySet()).containsExactlyInAnyOrder("requests", "limits");
                assertThat(container.resources().values())
                        .allMatch(amounts -> amounts.keySet().equals(Set.of("cpu", "memory")));
                mounted(workload, pod, container);
            });
        }
    }

    private static void mounted(Workload workload, Pod pod, Container container) {
        var volumes = pod.volumes().stream().map(Volume::name).collect(Collectors.toCollection(HashSet::new));
        if (workload instanceof StatefulSet set) {
            set.spec()
                    .volumeClaimTemplates()
                    .forEach(claim -> volumes.add(claim.metadata().name()));
        }
        assertThat(volumes)
                .containsExactlyInAnyOrderElementsOf(
                        container.volumeMounts().stream().map(Mount::name).toList());
        assertThat(container.volumeMounts().stream()
                        .filter(mount -> mount.readOnly() == null)
                        .map(Mount::mountPath))
                .containsExactlyInAnyOrder(DATA, "/tmp");
    }

    /** In groups with static members, the one that comes back must be the one that went. */
    @Test
    void aProcessKeepsItsNameAndItsData() throws IOException {
        var set = KubernetesFiles.objects(StatefulSet.class).toList().get(0);
        assertThat(set.metadata().name()).isEqualTo("process");
        assertThat(set.spec().volumeClaimTemplates())
                .singleElement()
                .satisfies(claim -> assertThat(claim.metadata().name()).isEqualTo("data"));
        for (var workload : KubernetesFiles.objects(Workload.class).toList()) {
            var named = workload.pod().spec().containers().get(0).env().stream()
                    .filter(variable -> variable.name().equals(Keys.INSTANCE_ID.variable()))
                    .map(variable -> variable.valueFrom().fieldRef().get("fieldPath"));
            assertThat(named)
                    .isEqualTo(
                            Set.of("fetch", "process", "sink")
                                            .contains(workload.metadata().name())
                                    ? List.of("metadata.name")
                                    : List.of());
        }
    }

    @Test
    void selectorsFindTheirPodsAndPorts() throws IOException {
        var pods = KubernetesFiles.objects(Workload.class)
                .collect(Collectors.toMap(workload -> workload.pod().metadata().labels(), workload -> workload));
        assertThat(pods).as("labels of one fit no other").hasSize(5);
        for (var service : KubernetesFiles.objects(Service.class).toList()) {
            var ports = pods.get(service.spec().selector())
                    .pod()
                    .spec()
                    .containers()
                    .get(0)
                    .ports();
            assertThat(service.spec().ports()).allMatch(port -> ports.stream()
                    .anyMatch(known -> known.name().equals(port.targetPort())));
        }
        for (var budget : KubernetesFiles.objects(Budget.class).toList()) {
            assertThat(pods.get(budget.spec().selector().matchLabels())
                            .metadata()
                            .name())
                    .isEqualTo(budget.metadata().name());
        }
        var set = KubernetesFiles.objects(StatefulSet.class).toList().get(0);
        assertThat(KubernetesFiles.objects(Service.class)
                        .filter(service ->
                                service.metadata().name().equals(set.spec().serviceName())))
                .singleElement()
                .satisfies(service -> assertThat(service.spec().clusterIP()).isEqualTo("None"));
    }
}
