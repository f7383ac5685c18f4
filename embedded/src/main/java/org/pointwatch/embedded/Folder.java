// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.DISK_FULL;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.NOT_WRITABLE;

/** Directories of ours: tried and measured before anything starts in them, changed so that a kill leaves no halves. */
final class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private Folder() {}

    /** Makes the directory if need be, and proves by doing that it can be written and has room left. */
    static void prepare(Path directory, long neededBytes) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".probe", null));
        } catch (IOException | UnsupportedOperationException e) {
            throw notWritable(directory, e);
        }
        requireRoom(directory, neededBytes);
    }

    /** Refuses characters in the path that the service would take for something else. */
    static void requirePlain(Path directory, String refused, String service) {
        if (directory.toString().chars().anyMatch(c -> refused.indexOf(c) >= 0 || Character.isISOControl(c))) {
            throw new EmbeddedStartException(
                    NOT_WRITABLE,
                    service + " cannot keep data in " + directory + ", because the path has one of " + refused
                            + " or a control character in it. Name another data directory.");
        }
    }

    private static EmbeddedStartException notWritable(Path directory, Exception cause) {
        return new EmbeddedStartException(
                NOT_WRITABLE,
                "cannot write in " + directory.toAbsolutePath() + " as user " + System.getProperty("user.name") + " ("
                        + cause + "). Name another data directory, or give this one to that user.",
                cause);
    }

    private static void requireRoom(Path directory, long neededBytes) {
        long free;
        try {
            free = Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return; // some mounts do not say; the write probe has passed
        }
        if (free < neededBytes) {
            throw new EmbeddedStartException(
                    DISK_FULL,
                    "only " + (free >> 20) + " MB are free in " + directory.toAbsolutePath() + ", a start needs "
                            + (neededBytes >> 20) + " MB. Make room there, or name a data directory on another disk.");
        }
    }

    /** After a kill at any moment the file has its old text or its new one. */
    static void replace(Path file, String text) {
        var draft = draftOf(file);
        try {
            try (var channel = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The same, for a text that only this user may read, from its first byte on. */
    static void replaceSecret(Path file, String text) {
        var draft = draftOf(file);
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        replace(file, text);
    }

    private static Path draftOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Waits until every file below is on the disk; to be called before the move that makes them count. */
    static void sync(Path root) {
        try (var entries = Files.walk(root)) {
            for (var file : entries.filter(Files::isRegularFile).toList()) {
                try (var channel = FileChannel.open(file, READ)) {
                    channel.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync " + root, e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + from + " to " + to, e);
        }
    }

    static List<String> names(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    /** Deletes what can be deleted; for leftovers that take room but do no harm. */
    static void discard(Path root) {
        try {
            deleteTree(root);
        } catch (UncheckedIOException e) {
            LOG.warn("Could not clear away {}", root, e);
        }
    }

    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var entries = Files.walk(root)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root, e);
        }
    }
}
