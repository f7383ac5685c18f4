// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;

/**
 * The one directory under which a process keeps everything ({@code ./data} by default), held from opening to closing.
 *
 * <p>Layout: {@code format} (what this is), {@code lock}, {@code broker/}, {@code postgres/}; roles may add directories
 * of their own by {@link #path}.
 */
public final class DataDirectory implements AutoCloseable {

    private static final long ROOM = 64L << 20;

    private final Path root;
    private final DirectoryLock lock;

    private DataDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws EmbeddedStartException if it cannot be written, is not ours, of another version, or in use */
    public static DataDirectory open(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        Folder.prepare(root, ROOM);
        var lock = DirectoryLock.take(root);
        try {
            FormatMarker.claim(root, new FormatMarker("data", 0));
            return new DataDirectory(root, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path root() {
        return root;
    }

    public Path broker() {
        return path("broker");
    }

    public Path postgres() {
        return path("postgres");
    }

    /** A directory for something else of this process, such as a state store; not created here. */
    public Path path(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        lock.close();
    }
}
