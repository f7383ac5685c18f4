// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.FOREIGN_DATA;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.OTHER_VERSION;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.PORT_TAKEN;
import static org.pointwatch.embedded.Refusals.assertRefused;
import static org.pointwatch.embedded.Refusals.database;

final class EmbeddedDatabaseTest {

    @TempDir
    private Path temp;

    @Test
    void keepsRowsAddressAndPasswordThroughARestart() throws SQLException {
        String url;
        String password;
        try (var database = EmbeddedDatabase.start(database(temp))) {
            url = database.jdbcUrl();
            password = database.password();
            Rows.execute(database, "create table kept as select 'Zaporizhzhia, Запоріжжя' as name");
            assertRefused(IN_USE, () -> EmbeddedDatabase.start(database(temp)), temp.toString());
        }
        try (var database = EmbeddedDatabase.start(database(temp))) {
            assertThat(database.jdbcUrl()).isEqualTo(url);
            assertThat(database.password()).isEqualTo(password);
            assertThat(Rows.query(database, "select name from kept")).containsExactly("Zaporizhzhia, Запоріжжя");
        }
    }

    @Test
    void syncsListensOnLoopbackAndSpeaksUnicode() throws SQLException {
        try (var database = EmbeddedDatabase.start(database(temp))) {
            assertThat(Rows.query(
                            database,
                            "select current_setting(name) from unnest(array['fsync', 'synchronous_commit',"
                                    + " 'listen_addresses', 'server_encoding']) as name"))
                    .containsExactly("on", "on", "127.0.0.1", "UTF8");
            assertThat(Rows.query(database, "select rolsuper from pg_roles where rolname = current_user"))
                    .containsExactly("f");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess")
                            .close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void takesAnotherPasswordAtTheNextStartAndListensEverywhereIfTold() throws SQLException {
        EmbeddedDatabase.start(database(temp)).close();
        var open = database(temp).listeningOn("0.0.0.0", "it's secret");
        try (var database = EmbeddedDatabase.start(open)) {
            assertThat(database.password()).isEqualTo("it's secret");
            assertThat(Rows.query(database, "show listen_addresses")).containsExactly("0.0.0.0");
        }
        assertThat(open).asString().doesNotContain("secret");
    }

    @Test
    void startsAfterAKilledFirstStart() throws IOException, SQLException {
        Files.writeString(temp.resolve(FormatMarker.FILE), "pointwatch=postgres\nlayout=1\nlevel=0\n");
        Files.createDirectories(temp.resolve("data.new-1/base/1"));
        Files.writeString(temp.resolve("data.new-1/PG_VERSION"), "18");
        try (var database = EmbeddedDatabase.start(database(temp))) {
            assertThat(Rows.query(database, "select 'up'")).containsExactly("up");
        }
    }

    @Test
    void leavesAStrangerAloneThatHasAnOldProcessId() throws IOException, SQLException {
        EmbeddedDatabase.start(database(temp)).close();
        var stranger = ProcessHandle.current();
        Files.writeString(temp.resolve("data/postmaster.pid"), stranger.pid() + "\n" + temp.resolve("data") + "\n");
        try (var database = EmbeddedDatabase.start(database(temp))) {
            assertThat(Rows.query(database, "select 'up'")).containsExactly("up");
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void isThereAgainAfterItWasKilled() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.start(database(temp))) {
            Rows.execute(database, "create table kept as select 'committed' as name");
            var note = Files.readAllLines(temp.resolve("data/postmaster.pid"));
            ProcessHandle.of(Long.parseLong(note.get(0))).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(Rows.query(database, "select name from kept"))
                            .containsExactly("committed"));
        }
    }

    @Test
    void namesATakenPort() throws IOException {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = database(temp).withPort(squatter.getLocalPort());
            assertRefused(PORT_TAKEN, () -> EmbeddedDatabase.start(settings), "port " + squatter.getLocalPort());
        }
    }

    @Test
    void namesDataOfAnotherMajorVersion() throws IOException {
        Files.writeString(temp.resolve(FormatMarker.FILE), "pointwatch=postgres\nlayout=1\nlevel=0\n");
        Files.createDirectory(temp.resolve("data"));
        Files.writeString(temp.resolve("data/PG_VERSION"), "14\n");
        assertRefused(OTHER_VERSION, () -> EmbeddedDatabase.start(database(temp)), "PostgreSQL 14", "18.");
    }

    @Test
    void refusesAClusterThatIsNotOurs() throws IOException {
        Files.writeString(temp.resolve("PG_VERSION"), "18\n");
        assertRefused(FOREIGN_DATA, () -> EmbeddedDatabase.start(database(temp)), "PG_VERSION");
    }
}
