// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

/** What a record of a dossier file does to the definition with its id. */
enum Change {
    /** It is the definition. */
    DEFINE,
    /** Its values are added. */
    EXTEND,
    /** Each value that it gives takes the place of the one before. */
    OVERRIDE
}
