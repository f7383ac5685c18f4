// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

/** Where something stands in a dossier file; line and column from 1. */
record Place(SourceLines source, int line, int column) {
    /** As other problems name it. */
    String brief() {
        return source.file() + ":" + line;
    }
}
