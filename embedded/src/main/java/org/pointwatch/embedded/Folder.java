// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.DISK_FULL;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.NOT_WRITABLE;

/** Directories of ours: tried and measured before anything starts in them, changed so that a kill leaves no halves. */
final class Folder {

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
        var draft = file.resolveSibling(file.getFileName() + ".new");
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
