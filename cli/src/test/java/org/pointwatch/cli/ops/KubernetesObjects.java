// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of Kubernetes that our manifests use, under its names and with its types. */
final class KubernetesObjects {
    private KubernetesObjects() {}

    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<String> resources,
            List<Image> images,
            @Nullable List<Generator> configMapGenerator,
            @Nullable Options generatorOptions) {}

    record Image(String name, String newName, String newTag) {}

    record Generator(String name, List<String> files) {}

    record Options(boolean disableNameSuffixHash) {}

    record Meta(String name, @Nullable Map<String, String> labels) {}

    record Namespace(String apiVersion, String kind, Meta metadata) {}

    record Selector(Map<String, String> matchLabels) {}

    /** What runs pods. */
    sealed interface Workload {
        Meta metadata();

        Template pod();
    }

    record Deployment(String apiVersion, String kind, Meta metadata, DeploymentSpec spec) implements Workload {
        @Override
        public Template pod() {
            return spec.template();
        }
    }

    record DeploymentSpec(int replicas, @Nullable Strategy strategy, Selector selector, Template template) {}

    record Strategy(String type) {}

    record StatefulSet(String apiVersion, String kind, Meta metadata, StatefulSetSpec spec) implements Workload {
        @Override
        public Template pod() {
            return spec.template();
        }
    }

    record StatefulSetSpec(
            int replicas,
            String serviceName,
            String podManagementPolicy,
            Selector selector,
            Template template,
            List<Claim> volumeClaimTemplates) {}

    record Claim(Meta metadata, ClaimSpec spec) {}

    record ClaimSpec(List<String> accessModes, Map<String, Map<String, String>> resources) {}

    record Job(String apiVersion, String kind, Meta metadata, JobSpec spec) implements Workload {
        @Override
        public Template pod() {
            return spec.template();
        }
    }

    record JobSpec(int backoffLimit, Template template) {}

    record Template(PodMeta metadata, Pod spec) {}

    record PodMeta(Map<String, String> labels) {}

    record Pod(
            @Nullable String restartPolicy,
            boolean automountServiceAccountToken,
            @Nullable Boolean enableServiceLinks,
            @Nullable Integer terminationGracePeriodSeconds,
            PodSecurity securityContext,
            @Nullable List<Container> initContainers,
            List<Container> containers,
            List<Volume> volumes) {
        Stream<Container> all() {
            return Stream.concat(
                    initContainers == null ? Stream.empty() : initContainers.stream(), containers.stream());
        }
    }

    record PodSecurity(
            boolean runAsNonRoot,
            long runAsUser,
            long runAsGroup,
            long fsGroup,
            String fsGroupChangePolicy,
            Map<String, String> seccompProfile) {}

    record Container(
            String name,
            String image,
            String imagePullPolicy,
            List<String> args,
            List<Variable> env,
            @Nullable List<Port> ports,
            @Nullable Probe startupProbe,
            @Nullable Probe livenessProbe,
            @Nullable Probe readinessProbe,
            Map<String, Map<String, String>> resources,
            Security securityContext,
            List<Mount> volumeMounts) {
        Stream<Probe> probes() {
            return Stream.of(startupProbe, livenessProbe, readinessProbe);
        }
    }

    record Variable(String name, @Nullable String value, @Nullable Source valueFrom) {}

    record Source(Map<String, String> fieldRef) {}

    record Port(String name, int containerPort) {}

    record Probe(
            Ask httpGet, int periodSeconds, @Nullable Integer timeoutSeconds, @Nullable Integer failureThreshold) {}

    record Ask(String path, String port, @Nullable List<Header> httpHeaders) {}

    record Header(String name, String value) {}

    record Security(
            boolean allowPrivilegeEscalation, boolean readOnlyRootFilesystem, Map<String, List<String>> capabilities) {}

    record Mount(String name, String mountPath, @Nullable Boolean readOnly) {}

    record Volume(
            String name,
            @Nullable Map<String, String> configMap,
            @Nullable Map<String, String> emptyDir,
            @Nullable Secret secret) {}

    record Secret(String secretName, int defaultMode, List<Item> items) {}

    record Item(String key, String path) {}

    record Service(String apiVersion, String kind, Meta metadata, ServiceSpec spec) {}

    record ServiceSpec(@Nullable String clusterIP, Map<String, String> selector, List<ServicePort> ports) {}

    record ServicePort(String name, int port, String targetPort) {}

    record Budget(String apiVersion, String kind, Meta metadata, BudgetSpec spec) {}

    record BudgetSpec(int maxUnavailable, Selector selector) {}
}
