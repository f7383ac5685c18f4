// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

/**
 * A column of an export.
 *
 * @param name as in JSON, the same in every format
 */
public record Field(String name, Kind kind) {
    /** What its values are, for formats whose columns have types. Any of them may be missing. */
    public enum Kind {
        TEXT,
        /** An instant; in text ISO-8601, UTC. */
        TIME,
        WHOLE,
        NUMBER,
        TRUTH,
        /** A list of texts. */
        TEXTS,
        /** Anything deeper. */
        JSON
    }
}
