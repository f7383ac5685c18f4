// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;

/** PostgreSQL's two configuration files, written anew at each start: settings come from ours, not from them. */
final class PostgresConfig {

    private PostgresConfig() {}

    static void write(Path data, Address listener) {
        Folder.replace(data.resolve("postgresql.conf"), settings(listener));
        Folder.replace(data.resolve("pg_hba.conf"), "host all " + PostgresCluster.NAME + " all scram-sha-256\n");
    }

    /** Unix sockets are off because their paths may be 107 characters long at most, which data directories exceed. */
    private static String settings(Address listener) {
        return """
                # Written by Pointwatch at each start; changes here are lost.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 60
                shared_buffers = '256MB'
                io_method = 'sync'
                max_parallel_workers_per_gather = 0
                max_wal_size = '512MB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_checkpoints = off
                """
                .formatted(listener.host(), listener.port());
    }
}
