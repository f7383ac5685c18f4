// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pointwatch.cli.export.Field;
import org.pointwatch.cli.export.RowFormat;
import org.pointwatch.cli.export.RowWriter;

/** Columns with types; found by the command through the service loader. */
public final class ParquetFormat implements RowFormat {
    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public RowWriter open(List<Field> fields, OutputStream out) throws IOException {
        return new GroupRows(fields, out);
    }
}
