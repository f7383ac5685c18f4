// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How rows are written. */
public interface RowFormat {
    /** As {@code --format} calls it. */
    String name();

    /** Writes what stands before the first row. */
    RowWriter open(List<Field> fields, OutputStream out) throws IOException;
}
