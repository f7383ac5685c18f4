// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.pointwatch.cli.export.Field;
import org.pointwatch.cli.export.RowWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of JSON as groups of columns; what is missing or null is absent. */
final class GroupRows implements RowWriter {
    /** So much is held in memory before it is written. */
    private static final long ROW_GROUP = 16L << 20;

    private final List<Field> fields;
    private final SimpleGroupFactory groups;
    private final ParquetWriter<Group> writer;

    GroupRows(List<Field> fields, OutputStream out) throws IOException {
        this.fields = fields;
        var schema = Columns.schema(fields);
        groups = new SimpleGroupFactory(schema);
        writer = ExampleParquetWriter.builder(new StreamFile(out))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withRowGroupSize(ROW_GROUP)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    @Override
    public void row(ObjectNode row) throws IOException {
        var group = groups.newGroup();
        for (var field : fields) {
            var value = row.get(field.name());
            if (value != null && !value.isNull()) {
                add(group, field, value);
            }
        }
        writer.write(group);
    }

    private static void add(Group group, Field field, JsonNode value) {
        switch (field.kind()) {
            case TEXT -> group.add(field.name(), value.stringValue());
            case TIME -> group.add(field.name(), micros(value.stringValue()));
            case WHOLE -> group.add(field.name(), value.longValue());
            case NUMBER -> group.add(field.name(), value.doubleValue());
            case TRUTH -> group.add(field.name(), value.booleanValue());
            case JSON -> group.add(field.name(), value.toString());
            case TEXTS -> {
                var list = group.addGroup(field.name());
                value.forEach(text -> list.addGroup(Columns.LIST).add(Columns.ELEMENT, text.asString()));
            }
        }
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
