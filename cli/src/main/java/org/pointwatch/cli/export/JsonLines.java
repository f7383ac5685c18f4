// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line. */
public final class JsonLines implements RowFormat {
    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public RowWriter open(List<Field> fields, OutputStream out) {
        return new RowWriter() {
            @Override
            public void row(ObjectNode row) throws IOException {
                out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {}
        };
    }
}
