// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How rows are written; each text ends its own line. */
public interface RowFormat {
    /** What stands before the first row. */
    String head(List<String> fields);

    /** A row whose fields are those of the head, in their order. */
    String row(ObjectNode row);

    /** One JSON object a line, as on the topic but for its version. */
    static RowFormat jsonLines() {
        return new RowFormat() {
            @Override
            public String head(List<String> fields) {
                return "";
            }

            @Override
            public String row(ObjectNode row) {
                return row + "\n";
            }
        };
    }
}
