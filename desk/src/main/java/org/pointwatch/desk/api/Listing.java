// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is a list of rows, and so can be had as CSV or JSON Lines too. */
interface Listing {
    List<?> rows();

    /** The cursor of the next page, null on the last one. */
    default @Nullable String next() {
        return null;
    }
}
