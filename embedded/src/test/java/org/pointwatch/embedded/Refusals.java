// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Expects a start to be refused, for the named reason and in words that help. */
final class Refusals {

    /** Unpacked once for all tests. */
    static final Path BINARIES = Path.of("target", "postgres-binaries");

    private Refusals() {}

    static void assertRefused(EmbeddedStartException.Kind kind, ThrowingCallable start, String... words) {
        var refusal = catchThrowableOfType(EmbeddedStartException.class, start);
        assertThat(refusal).as("a refused start").isNotNull();
        assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
        assertThat(refusal.getMessage()).contains(words);
    }

    static DatabaseSettings database(Path directory) {
        return DatabaseSettings.in(directory).withBinaries(BINARIES);
    }
}
