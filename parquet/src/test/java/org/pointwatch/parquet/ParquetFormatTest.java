// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.export.Field;
import org.pointwatch.cli.export.Field.Kind;
import org.pointwatch.cli.export.RowFormat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

final class ParquetFormatTest {
    private static final String HOSTILE = "=HYPERLINK(\"x\"),\r\n\"a\"\t\u0000\u202eїжак 👍";
    private static final List<Field> FIELDS = List.of(
            new Field("text", Kind.TEXT),
            new Field("time", Kind.TIME),
            new Field("whole", Kind.WHOLE),
            new Field("number", Kind.NUMBER),
            new Field("truth", Kind.TRUTH),
            new Field("texts", Kind.TEXTS),
            new Field("json", Kind.JSON));

    @TempDir
    private Path folder;

    private static ObjectNode row(String text, int n) {
        var row = JsonMapper.shared().createObjectNode().put("text", text).put("time", "2025-11-20T12:05:00.123456Z");
        row.put("whole", n - 2_000_000_000_000L).put("number", n / 4.0).put("truth", n % 2 == 0);
        row.putArray("texts").add(text).add("b");
        row.putObject("json").put("a", text);
        return row;
    }

    /** Reads what was written with the library's own reader. */
    private List<Group> roundTrip(List<ObjectNode> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var format = ServiceLoader.load(RowFormat.class).findFirst().orElseThrow();
        assertThat(format.name()).isEqualTo("parquet");
        try (var writer = format.open(FIELDS, out)) {
            for (var row : rows) {
                writer.row(row);
            }
        }
        var file = Files.write(folder.resolve("rows.parquet"), out.toByteArray());
        var found = new ArrayList<Group>();
        try (var reader = new Reading(new LocalInputFile(file)).build()) {
            for (var group = reader.read(); group != null; group = reader.read()) {
                found.add(group);
            }
        }
        return found;
    }

    private static final class Reading extends ParquetReader.Builder<Group> {
        Reading(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Test
    void everyKindComesBackAsItWas() throws IOException {
        var found = roundTrip(List.of(row(HOSTILE, 7))).get(0);
        assertThat(found.getString("text", 0)).isEqualTo(HOSTILE);
        assertThat(found.getLong("time", 0)).isEqualTo(1_763_640_300_123_456L);
        assertThat(found.getLong("whole", 0)).isEqualTo(-1_999_999_999_993L);
        assertThat(found.getDouble("number", 0)).isEqualTo(1.75);
        assertThat(found.getBoolean("truth", 0)).isFalse();
        var texts = found.getGroup("texts", 0);
        assertThat(texts.getGroup("list", 0).getString("element", 0)).isEqualTo(HOSTILE);
        assertThat(texts.getGroup("list", 1).getString("element", 0)).isEqualTo("b");
        assertThat(JsonMapper.shared()
                        .readTree(found.getString("json", 0))
                        .path("a")
                        .asString())
                .isEqualTo(HOSTILE);
    }

    @Test
    void whatIsNotThereIsNotThere() throws IOException {
        var empty = JsonMapper.shared().createObjectNode().putNull("text").putNull("time");
        empty.putArray("texts");
        var found = roundTrip(List.of(empty)).get(0);
        for (var name : List.of("text", "time", "whole", "number", "truth", "json")) {
            assertThat(found.getFieldRepetitionCount(name)).as(name).isZero();
        }
        assertThat(found.getGroup("texts", 0).getFieldRepetitionCount("list")).isZero();
    }

    @Test
    void noRowsAreAFileToo() throws IOException {
        assertThat(roundTrip(List.of())).isEmpty();
    }

    @Test
    void manyRowsComeBackInTheirOrder() throws IOException {
        var rows = new ArrayList<ObjectNode>();
        for (var i = 0; i < 20_000; i++) {
            rows.add(row(HOSTILE + i, i));
        }
        var found = roundTrip(rows);
        assertThat(found).hasSize(20_000);
        for (var i = 0; i < 20_000; i += 997) {
            assertThat(found.get(i).getString("text", 0)).isEqualTo(HOSTILE + i);
        }
    }
}
