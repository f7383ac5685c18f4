// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** Rows on their way out; closing it writes what belongs behind the last one, and leaves the stream open. */
public interface RowWriter extends AutoCloseable {
    /** A row whose fields are those of the head, in their order. */
    void row(ObjectNode row) throws IOException;

    @Override
    void close() throws IOException;
}
