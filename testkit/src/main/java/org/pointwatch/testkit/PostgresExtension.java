// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pointwatch.embedded.DatabaseSettings;
import org.pointwatch.embedded.EmbeddedDatabase;

/**
 * A real PostgreSQL, one for each JVM; each test class has an empty database of its own.
 *
 * <p>{@code @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();} A {@code @Nested}
 * class shares its outer class's database.
 */
public final class PostgresExtension implements BeforeAllCallback {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private @Nullable Running running;
    private @Nullable String url;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (PerJvm.outermost(context)) {
            running = PerJvm.get(context, Running.class, Running::start);
            url = freshDatabase();
        }
    }

    /** Of the class's database, without user and password. */
    public String jdbcUrl() {
        if (url == null) {
            throw notRegistered();
        }
        return url;
    }

    public String user() {
        return server().user();
    }

    public String password() {
        return server().password();
    }

    public Connection connect() throws SQLException {
        return connect(jdbcUrl());
    }

    /** To a database that {@link #freshDatabase} made. */
    public Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user(), password());
    }

    /** The URL of another empty database, for one test that must not meet the others. */
    public String freshDatabase() {
        var name = "t" + DATABASES.incrementAndGet();
        try (var connection = connect(server().jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the test database " + name, e);
        }
        return server().jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    }

    private EmbeddedDatabase server() {
        if (running == null) {
            throw notRegistered();
        }
        return running.server();
    }

    private static IllegalStateException notRegistered() {
        return new IllegalStateException("a PostgresExtension works as a static field with @RegisterExtension");
    }

    private record Running(Scratch directory, EmbeddedDatabase server) implements AutoCloseable {
        static Running start() {
            try {
                var directory = Scratch.make("postgres");
                var settings = DatabaseSettings.in(directory.path())
                        .withBinaries(Scratch.target().resolve("postgres-binaries"));
                return new Running(directory, EmbeddedDatabase.start(settings));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make the directory target", e);
            }
        }

        @Override
        public void close() {
            server.close();
            directory.close();
        }
    }
}
