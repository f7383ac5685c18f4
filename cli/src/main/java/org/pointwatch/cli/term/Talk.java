// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out results only
 * @param err all else: progress, logs, mistakes
 * @param terminal whether {@code err} is watched by a person on a terminal, so that a line may be drawn over
 */
public record Talk(PrintStream out, PrintStream err, boolean terminal) {
    private static final int BUFFER = 1 << 16;

    /** The process's own streams; results are buffered, so the caller flushes at the end. */
    public static Talk ofProcess() {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var buffered = new PrintStream(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8);
        return new Talk(buffered, err, System.console() != null && System.getenv("TERM") != null);
    }

    /** One line of results. */
    public void result(String line) {
        out.print(Terminal.safe(line));
        out.print('\n');
    }

    public void say(String line) {
        err.println(Terminal.safe(line));
    }
}
