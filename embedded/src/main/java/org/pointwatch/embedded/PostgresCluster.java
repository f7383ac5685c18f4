// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FAILED;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;

/**
 * The database's files: made once, aside, with role and database already in them, and moved into place when whole.
 *
 * <p>The superuser {@code postgres} can only be used by starting PostgreSQL in single-user mode on these files;
 * connections belong to the role {@code pointwatch} alone, which may create databases but not run programs.
 */
final class PostgresCluster {

    static final String NAME = "pointwatch";

    private static final String DRAFT = "data.new-";
    private static final int SECRET_BYTES = 18;

    private final Path directory;
    private final PostgresTools tools;

    PostgresCluster(Path directory, PostgresTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    Path data() {
        return directory.resolve("data");
    }

    void create() {
        deleteDrafts();
        var draft = directory.resolve(DRAFT + secret());
        require(tools.run(
                "initdb",
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        alone(draft, "CREATE ROLE " + NAME + " LOGIN CREATEDB;\nCREATE DATABASE " + NAME + " OWNER " + NAME + ";\n");
        Folder.move(draft, data());
    }

    /** Every attempt has a name of its own: the {@code initdb} of a killed process may still be writing. */
    private void deleteDrafts() {
        for (var name : Folder.names(directory)) {
            if (name.startsWith(DRAFT)) {
                Folder.discard(directory.resolve(name));
            }
        }
    }

    void requireSameMajor() {
        var found = read(data().resolve("PG_VERSION"));
        var ours = tools.run("postgres", "--version").said();
        if (!ours.contains(" " + found + ".")) {
            throw new EmbeddedStartException(
                    OTHER_VERSION,
                    "the database in " + data() + " was written by PostgreSQL " + found + ", the embedded one is "
                            + ours + ". Use the Pointwatch that wrote it, or name another data directory.");
        }
    }

    /**
     * Makes the role's password the wanted one, or the remembered one, or a new one, and says which.
     *
     * <p>The note is deleted before the change and written after it: without a note the password is set anew, so no
     * moment of a kill can leave a note that is wrong.
     */
    String agreeOnPassword(@Nullable String wanted) {
        var note = directory.resolve("password");
        var known = Files.exists(note) ? read(note) : null;
        if (known != null && (wanted == null || wanted.equals(known))) {
            return known;
        }
        var password = wanted == null ? secret() : wanted;
        Folder.deleteTree(note);
        alone(data(), "ALTER ROLE " + NAME + " PASSWORD '" + password.replace("'", "''") + "';\n");
        Folder.replaceSecret(note, password + "\n");
        return password;
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Single-user mode: no network, no password, one statement a line. Failed statements stay out of the message. */
    private void alone(Path data, String statements) {
        require(tools.feed(
                statements,
                "postgres",
                "--single",
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_checkpoints=off",
                "-D",
                data.toString(),
                "postgres"));
    }

    private void require(PostgresTools.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new EmbeddedStartException(
                    FAILED,
                    "PostgreSQL could not prepare its files in " + directory + " (status " + outcome.status() + "): "
                            + outcome.said());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
