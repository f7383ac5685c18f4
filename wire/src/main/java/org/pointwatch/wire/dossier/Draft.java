// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.stream.Stream;

/** A plan version, point or actor while the files of a dossier are put together. */
interface Draft {
    /** Takes the fields of one record, all but the id. */
    void read(Fields fields, Change change, Languages languages);

    /** All rules that it owns. */
    default Stream<RuleDrafts> rules() {
        return Stream.of();
    }
}
