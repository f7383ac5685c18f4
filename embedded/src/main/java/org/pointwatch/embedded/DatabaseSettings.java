// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded PostgreSQL keeps its data and listens.
 *
 * @param directory its own directory, made at the first start
 * @param host address to listen on; every connection, loopback too, needs the password
 * @param port 0 for any free one, which is remembered in the directory and tried first at the next start
 * @param binaries where PostgreSQL's programs are unpacked once (60 MB); several databases may share it
 * @param password of the role {@code pointwatch}; null to make one up and keep it in the directory
 */
public record DatabaseSettings(Path directory, String host, int port, Path binaries, @Nullable String password) {

    public DatabaseSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("database port " + port + " is outside 0..65535");
        }
        if (password != null && (password.isEmpty() || password.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("the database password is empty or has a control character in it");
        }
    }

    /** For this machine alone, on any free port, with a password of its own making. */
    public static DatabaseSettings in(Path directory) {
        return new DatabaseSettings(directory, Address.LOOPBACK, 0, directory.resolve("binaries"), null);
    }

    public DatabaseSettings withPort(int other) {
        return new DatabaseSettings(directory, host, other, binaries, password);
    }

    public DatabaseSettings withBinaries(Path other) {
        return new DatabaseSettings(directory, host, port, other, password);
    }

    public DatabaseSettings listeningOn(String otherHost, String itsPassword) {
        return new DatabaseSettings(directory, otherHost, port, binaries, itsPassword);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + directory + " at " + new Address(host, port) + "]";
    }
}
