// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Services of a compose file on the machine's own network; what they say is kept under target/containers. */
final class Containers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ComposeFile compose;
    private final Map<String, GenericContainer<?>> running = new HashMap<>();
    private final Deque<GenericContainer<?>> started = new ArrayDeque<>();

    Containers(ComposeFile compose) {
        this.compose = compose;
    }

    /** Skips the test, and says why, where it cannot be done. */
    static void assumeEngineWith(String image) {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "skipped: no container engine answers; start one, or set DOCKER_HOST");
        assumeTrue(has(image), "skipped: the engine has no image " + image + "; build it by deploy/build-image.sh");
    }

    private static boolean has(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    static GenericContainer<?> container(ComposeFile.Service service, String name, String network) {
        var container = new GenericContainer<>(DockerImageName.parse(service.image()))
                .withImagePullPolicy(image -> false)
                .withNetworkMode(network)
                .withCommand(service.command().toArray(String[]::new))
                .withEnv(service.environment())
                .withLogConsumer(log(name));
        container.withCreateContainerCmdModifier(create -> {
            var host = create.getHostConfig();
            host.withReadonlyRootfs(service.readOnly())
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges:true"));
            var tmpfs = new HashMap<String, String>();
            service.tmpfs().forEach(entry -> {
                var colon = entry.indexOf(':');
                tmpfs.put(entry.substring(0, colon), entry.substring(colon + 1));
            });
            host.withTmpFs(tmpfs);
        });
        return container;
    }

    /** Starts services and waits until the healthcheck of each of them is content. */
    void up(String... names) {
        for (var name : names) {
            var container = container(compose.services().get(name), name, "host");
            started.push(container);
            running.put(name, container);
            container.start();
        }
        for (var name : names) {
            await(name + " is healthy").atMost(PATIENCE).until(() -> healthy(name));
        }
    }

    /** Runs a service that ends, and expects it to end well. */
    void finish(String name) {
        try (var container = container(compose.services().get(name), name, "host")) {
            container
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))
                    .start();
        }
    }

    private boolean healthy(String name) throws IOException, InterruptedException {
        var container = running.get(name);
        assertThat(container.isRunning())
                .as("%s runs:%n%s", name, container.getLogs())
                .isTrue();
        var test = compose.services().get(name).healthcheck();
        return exec(name, test.subList(1, test.size()).toArray(String[]::new)).getExitCode() == 0;
    }

    GenericContainer.ExecResult exec(String name, String... command) throws IOException, InterruptedException {
        return running.get(name).execInContainer(command);
    }

    private static Consumer<OutputFrame> log(String name) {
        var file = Path.of(System.getProperty("basedir", "."), "target", "containers", name + ".log");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frame -> {
            try {
                Files.writeString(file, frame.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The last one started goes first, so that no role loses its broker. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().stop();
        }
    }
}
