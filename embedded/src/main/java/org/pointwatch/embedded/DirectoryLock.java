// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;

/**
 * Keeps a directory for one live process; the operating system gives it back when that process dies, however it dies.
 *
 * <p>Within one process the file lock is no help: closing a second channel on the file would release the first one's
 * lock. So holders in this process are known by path as well, and the file is not opened twice.
 */
final class DirectoryLock implements AutoCloseable {

    static final String FILE = "lock";

    private static final String PID = Long.toString(ProcessHandle.current().pid());

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            var real = directory.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(directory, "this process");
            }
            try {
                return lockFile(real);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + directory, e);
        }
    }

    private static DirectoryLock lockFile(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(directory, "process " + Files.readString(file, UTF_8));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(PID.getBytes(UTF_8)));
            return new DirectoryLock(directory, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static EmbeddedStartException inUse(Path directory, String holder) {
        return new EmbeddedStartException(
                IN_USE,
                directory.toAbsolutePath() + " is in use by " + holder.strip()
                        + ". Stop that one first, or name another data directory.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + directory, e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
