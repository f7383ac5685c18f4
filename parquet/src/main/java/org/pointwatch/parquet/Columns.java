// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.parquet;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.pointwatch.cli.export.Field;

/** The types of Parquet for those of an export. */
final class Columns {
    /** Names that the format prescribes for the parts of a list. */
    static final String LIST = "list";

    static final String ELEMENT = "element";

    private Columns() {}

    static MessageType schema(List<Field> fields) {
        return new MessageType("row", fields.stream().map(Columns::type).toList());
    }

    private static Type type(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(LogicalTypeAnnotation.stringType(), field.name());
            case JSON -> text(LogicalTypeAnnotation.jsonType(), field.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
            case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(field.name());
            case TEXTS ->
                Types.buildGroup(Repetition.OPTIONAL)
                        .as(LogicalTypeAnnotation.listType())
                        .addField(Types.repeatedGroup()
                                .addField(text(LogicalTypeAnnotation.stringType(), ELEMENT))
                                .named(LIST))
                        .named(field.name());
        };
    }

    private static Type text(LogicalTypeAnnotation meaning, String name) {
        return Types.optional(PrimitiveTypeName.BINARY).as(meaning).named(name);
    }
}
