// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each store of a topology takes on disk, all its tasks together. */
final class StoreSizes {
    private static final String STORES = "rocksdb";
    private static final List<String> OF_STORIES = List.of("sampled-documents", "story-states", "story-links");

    private StoreSizes() {}

    static void print(PrintStream out, Path stateDirectory, long articles) throws IOException {
        var sizes = sizes(stateDirectory);
        sizes.forEach((store, bytes) ->
                out.printf("  store %-20s %8.0f bytes an article on disk%n", store, (double) bytes / articles));
        var stories =
                OF_STORIES.stream().mapToLong(s -> sizes.getOrDefault(s, 0L)).sum();
        out.printf(
                "stories stage: %.0f bytes an article on disk (%s)%n",
                (double) stories / articles, String.join(" + ", OF_STORIES));
    }

    private static Map<String, Long> sizes(Path stateDirectory) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var all = Files.walk(stateDirectory)) {
            all.filter(StoreSizes::isStore)
                    .forEach(store -> sizes.merge(store.getFileName().toString(), Costs.size(store), Long::sum));
        }
        return sizes;
    }

    private static boolean isStore(Path directory) {
        var parent = directory.getParent();
        return parent != null && parent.endsWith(STORES) && Files.isDirectory(directory);
    }
}
