// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.models.ModelException;

import static org.pointwatch.models.ModelSettings.MODEL_KEY;

/**
 * The native libraries, loaded once in a process, kept off the network and out of the home directory. Both come in jars
 * and must be files to be loaded; what they would leave behind is taken away.
 */
final class Natives {
    /** Where ONNX Runtime looks before it unpacks into a folder that it would leave in place. */
    private static final String RUNTIME_FOLDER = "onnxruntime.native.path";

    private static final List<String> RUNTIME_LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    /** Where the tokenizers are unpacked to, else below the home directory. */
    private static final String TOKENIZER_FOLDER = "ENGINE_CACHE_DIR";

    private static @Nullable OrtEnvironment loaded;

    private Natives() {}

    /** @throws ModelException if there is none for this platform, or it does not load */
    static synchronized OrtEnvironment load() {
        if (loaded != null) {
            return loaded;
        }
        try {
            var folder = Files.createTempDirectory("pointwatch-onnx");
            try {
                loadTokenizers(folder);
                loaded = loadRuntime(folder);
                return loaded;
            } finally {
                discard(folder);
            }
        } catch (LinkageError | RuntimeException | OrtException | IOException e) {
            throw new ModelException(
                    MODEL_KEY,
                    "the native libraries of ONNX Runtime and its tokenizers do not load on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (" + reason(e)
                            + "): they are made for Linux with glibc on x64 and aarch64, macOS on aarch64, Windows on x64;"
                            + " elsewhere leave the key out, the built-in model needs none",
                    e);
        }
    }

    /** Offline, the library neither reports its use nor looks for a graphics card, nor downloads what fits one. */
    private static void loadTokenizers(Path folder) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty(TOKENIZER_FOLDER, folder.toString());
        LibUtils.checkStatus();
    }

    private static OrtEnvironment loadRuntime(Path folder) throws IOException, OrtException {
        if (System.getProperty(RUNTIME_FOLDER) == null) {
            for (var library : RUNTIME_LIBRARIES) {
                unpack("/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library), folder);
            }
            System.setProperty(RUNTIME_FOLDER, folder.toString());
        }
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "pointwatch");
        environment.setTelemetry(false);
        return environment;
    }

    private static void unpack(String resource, Path folder) throws IOException {
        try (var in = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no " + resource);
            }
            Files.copy(in, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
        }
    }

    /** As the folders in the jar are named. */
    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.contains("mac") ? "osx" : os.contains("windows") ? "win" : "linux";
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }

    /** At once where a loaded library may be deleted (not on Windows), else when the process ends. */
    private static void discard(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = new ArrayList<>(walk.toList());
        }
        all.forEach(path -> path.toFile().deleteOnExit());
        Collections.reverse(all);
        all.forEach(path -> path.toFile().delete());
    }

    private static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : ModelFiles.firstLine(root);
    }
}
