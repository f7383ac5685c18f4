// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** JSON Schemas of records: each field that its record has, and null only where the record says so. */
final class Schemas {
    private final Map<String, Map<String, Object>> named = new TreeMap<>();

    /** Of all records met so far, by name. */
    Map<String, Map<String, Object>> named() {
        return named;
    }

    /** A reference to the record's schema. */
    Map<String, Object> of(Class<?> record) {
        var name = name(record);
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, object(record));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** Nested records carry the name of what they are nested in: two can be a Row. */
    static String name(Class<?> record) {
        var outer = record.getEnclosingClass();
        return outer == null ? record.getSimpleName() : name(outer) + record.getSimpleName();
    }

    private Map<String, Object> object(Class<?> record) {
        var fields = new LinkedHashMap<String, Object>();
        for (var field : record.getRecordComponents()) {
            var type = field.getAnnotatedType();
            var schema = new LinkedHashMap<>(value(type));
            described(schema, field);
            fields.put(field.getName(), nullable(type) ? orNull(schema) : schema);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        described(schema, record);
        schema.put("properties", fields);
        schema.put("required", required(record));
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Answers have every field; of a body those may be left out that may be null. */
    static List<String> required(Class<?> record) {
        var body = record.isAnnotationPresent(Body.class);
        return Arrays.stream(record.getRecordComponents())
                .filter(field -> !body || !nullable(field.getAnnotatedType()))
                .map(field -> field.getName())
                .toList();
    }

    private static void described(Map<String, Object> schema, AnnotatedElement by) {
        var says = by.getAnnotation(Says.class);
        if (says != null) {
            schema.put("description", says.value());
        }
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
            var both = new LinkedHashMap<>(schema);
            both.put("type", List.of(type, "null"));
            return both;
        }
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private Map<String, Object> value(AnnotatedType annotated) {
        var type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            return container(parameterized);
        }
        return type instanceof Class<?> simple ? simple(simple) : Map.of();
    }

    private Map<String, Object> container(AnnotatedParameterizedType type) {
        var arguments = type.getAnnotatedActualTypeArguments();
        var last = arguments[arguments.length - 1];
        var values = nullable(last) ? orNull(value(last)) : value(last);
        Type raw = ((ParameterizedType) type.getType()).getRawType();
        return raw.equals(Map.class)
                ? Map.of("type", "object", "additionalProperties", values)
                : Map.of("type", "array", "items", values);
    }

    private Map<String, Object> simple(Class<?> type) {
        if (type.isRecord()) {
            return of(type);
        }
        if (type.isEnum()) {
            var words = new ArrayList<String>();
            for (var constant : type.getEnumConstants()) {
                words.add(Json.MAPPER.convertValue(constant, String.class));
            }
            return Map.of("type", "string", "enum", words);
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == JsonNode.class || type == Object.class) {
            return Map.of();
        }
        return Map.of("type", scalar(type));
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "integer";
        }
        throw new IllegalStateException("no schema for " + type);
    }
}
