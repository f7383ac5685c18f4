// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.models.ModelException;
import org.pointwatch.models.ModelRuntime;
import org.pointwatch.models.ModelSettings;
import org.pointwatch.models.ModelSettings.TargetPlace;

/**
 * A sentiment model of the user's own. What runs it lies in jars beside ours, which are opened only if a model is
 * configured: nobody else waits for them, or has to have them.
 */
public final class OwnModel {
    /** Names the folder of the jars; the launcher sets it where there is one. */
    static final String JARS = "pointwatch.onnx";

    private static final String BUILD = "mvn -B -Ponnx package -pl onnx -am -Dmaven.test.skip=true";

    private OwnModel() {}

    /** Null if none is configured. */
    public static @Nullable SentimentScorer open(Settings settings) {
        var directory = settings.find(Keys.SENTIMENT_MODEL);
        if (directory == null) {
            return null;
        }
        try {
            return open(of(directory, settings), jars());
        } catch (ModelException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    private static ModelSettings of(Path directory, Settings settings) {
        var languages = text(settings.find(Keys.SENTIMENT_LANGUAGES));
        return new ModelSettings(
                directory,
                text(settings.find(Keys.SENTIMENT_LABELS)),
                TargetPlace.valueOf(settings.get(Keys.SENTIMENT_TARGET).toUpperCase(Locale.ROOT)),
                text(settings.find(Keys.SENTIMENT_FORM)),
                languages.isEmpty()
                        ? Set.of()
                        : Arrays.stream(languages.split(",")).map(String::strip).collect(Collectors.toSet()),
                settings.get(Keys.SENTIMENT_MAX_TOKENS));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The libraries in them look for their native parts by the thread's class loader. */
    private static SentimentScorer open(ModelSettings model, URLClassLoader jars) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(jars);
        try {
            return ServiceLoader.load(ModelRuntime.class, jars)
                    .findFirst()
                    .orElseThrow(() -> unusable("hold nothing that runs a model", null))
                    .open(model);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw unusable("do not fit the rest of this build (" + e + ")", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ModelException unusable(String why, @Nullable Throwable cause) {
        return new ModelException(
                ModelSettings.MODEL_KEY,
                "the jars in " + System.getProperty(JARS) + " " + why + ": build them anew, " + BUILD,
                cause);
    }

    private static URLClassLoader jars() {
        var folder = System.getProperty(JARS);
        if (folder == null) {
            throw new ModelException(
                    ModelSettings.MODEL_KEY,
                    "what runs a model of your own is not built (63 MB of libraries, see docs/models.md): where the"
                            + " sources are, run " + BUILD);
        }
        try (var files = Files.list(Path.of(folder))) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            var urls = new URL[jars.size()];
            for (var i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new URLClassLoader("onnx", urls, OwnModel.class.getClassLoader());
        } catch (IOException e) {
            throw unusable("cannot be read (" + e + ")", e);
        }
    }
}
