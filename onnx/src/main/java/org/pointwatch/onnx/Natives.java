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
import org.jspecify.annotations.Nullable;
import org.pointwatch.models.ModelException;

import static org.pointwatch.models.ModelSettings.MODEL_KEY;

/** The native libraries, loaded once in a process and told to stay off the network. */
final class Natives {
    private static final String TOKENIZER_FOLDER = "ENGINE_CACHE_DIR";

    private static @Nullable OrtEnvironment loaded;

    private Natives() {}

    /** @throws ModelException if there is none for this platform, or it does not load */
    static synchronized OrtEnvironment load() {
        if (loaded != null) {
            return loaded;
        }
        try {
            loadTokenizers();
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "pointwatch");
            environment.setTelemetry(false);
            loaded = environment;
            return environment;
        } catch (LinkageError | RuntimeException | OrtException | IOException e) {
            throw new ModelException(
                    MODEL_KEY,
                    "the native libraries of ONNX Runtime and its tokenizers do not load on " + platform() + " ("
                            + reason(e)
                            + "): they are made for Linux with glibc on x64 and aarch64, macOS on aarch64, Windows on x64;"
                            + " elsewhere leave the key out, the built-in model needs none",
                    e);
        }
    }

    /**
     * The library would report each start to its makers, look for a graphics card and download what fits it, and leave a
     * copy of itself in the home directory: offline it does none of this but the last, which a folder for once mends.
     */
    private static void loadTokenizers() throws IOException {
        System.setProperty("ai.djl.offline", "true");
        var folder = Files.createTempDirectory("pointwatch-tokenizers");
        var before = System.getProperty(TOKENIZER_FOLDER);
        System.setProperty(TOKENIZER_FOLDER, folder.toString());
        try {
            LibUtils.checkStatus();
        } finally {
            if (before == null) {
                System.clearProperty(TOKENIZER_FOLDER);
            } else {
                System.setProperty(TOKENIZER_FOLDER, before);
            }
            discard(folder);
        }
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

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : ModelFiles.firstLine(root);
    }
}
