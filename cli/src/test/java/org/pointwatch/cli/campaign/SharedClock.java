// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that one process sets and others read, also after they were killed and started again: eight bytes of a file. */
final class SharedClock extends Clock {
    private final MappedByteBuffer now;

    private SharedClock(MappedByteBuffer now) {
        this.now = now;
    }

    static SharedClock at(Path file) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        }
    }

    void set(Instant time) {
        now.putLong(0, time.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the shared clock is UTC's");
    }
}
