// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import static org.pointwatch.embedded.EmbeddedStartException.Kind.NOT_PERMITTED;

/**
 * PostgreSQL's programs for this platform, unpacked once from the class path.
 *
 * <p>The directory is named after the archive's content: another version gets its own, and processes that unpack the
 * same one at the same time each do so aside and the first to finish wins.
 */
final class PostgresBinaries {

    private static final String DRAFT = ".unpacking-";
    private static final long ROOM = 128L << 20;
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** The directory that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpackedIn(Path parent) {
        try {
            var home = parent.resolve("postgres-" + fingerprint());
            if (!Files.isDirectory(home)) {
                Folder.prepare(parent, ROOM);
                discardOldDrafts(parent);
                var draft = Files.createTempDirectory(parent, DRAFT);
                unpack(draft);
                Folder.sync(draft);
                settle(draft, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + parent.toAbsolutePath(), e);
        }
    }

    /** Those of killed processes, not those of another process at work. */
    private static void discardOldDrafts(Path parent) throws IOException {
        var old = Instant.now().minus(Duration.ofMinutes(10));
        for (var name : Folder.names(parent)) {
            var entry = parent.resolve(name);
            if (name.startsWith(DRAFT)
                    && Files.getLastModifiedTime(entry).toInstant().isBefore(old)) {
                Folder.discard(entry);
            }
        }
    }

    private static String fingerprint() throws IOException {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name");
        var machine = System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new EmbeddedStartException(
                    NOT_PERMITTED,
                    "there is no embedded PostgreSQL for " + system + " on " + machine + " (" + e.getMessage()
                            + "). Configure the address of a PostgreSQL of your own.",
                    e);
        }
    }

    private static void settle(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            Folder.deleteTree(draft);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(content, target);
            makeExecutable(target, entry.getMode());
        }
    }

    private static void makeExecutable(Path target, int mode) throws IOException {
        if ((mode & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }
}
