// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas say what the records are, no more and no less. */
final class SchemaTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Topic<?>> topics() {
        return Golden.topics();
    }

    @Test
    void hasASchemaForEveryTopic() {
        for (var topic : Topics.EVERY) {
            var schema = json(topic);
            assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asString()).isEqualTo("urn:pointwatch:topic:" + topic.name() + ":v1");
            assertThat(schema.path("description").asString()).as(topic.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void passesEveryGoldenRecord(Topic<?> topic) {
        for (var record : Golden.records(topic)) {
            assertThat(schema(topic).validate(record, InputFormat.JSON))
                    .as(record)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void takesFieldsOfALaterBuildButNoOtherVersion(Topic<?> topic) {
        var record = Golden.records(topic).get(0);
        var later = record.replaceFirst("\"v\":1", "\"v\":1,\"later\":true");
        assertThat(schema(topic).validate(later, InputFormat.JSON)).isEmpty();
        for (var other : List.of("\"v\":2", "\"v\":\"1\"", "\"w\":1")) {
            assertThat(schema(topic).validate(record.replaceFirst("\"v\":1", other), InputFormat.JSON))
                    .as(other)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesEveryFieldOfTheRecordAndNoOther(Topic<?> topic) {
        compare(topic.name(), topic.value(), json(topic), "v");
    }

    private static void compare(String where, Class<?> type, JsonNode schema, String... besides) {
        var names = new ArrayList<>(List.of(besides));
        var required = new ArrayList<>(List.of(besides));
        for (var component : type.getRecordComponents()) {
            names.add(component.getName());
            var described = schema.path("properties").path(component.getName());
            assertThat(described.path("description").asString())
                    .as("%s.%s is described", where, component.getName())
                    .isNotEmpty();
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            nested(where, component, described);
        }
        assertThat(schema.path("properties").propertyNames()).as(where).containsExactlyElementsOf(names);
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as(where)
                .containsExactlyElementsOf(required);
        assertThat(schema.has("additionalProperties")).as(where).isFalse();
    }

    private static void nested(String where, RecordComponent component, JsonNode described) {
        var inside = where + "." + component.getName();
        if (component.getType().isRecord()) {
            compare(inside, component.getType(), described);
        } else if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            compare(inside, element, described.path("items"));
        } else if (component.getType().isEnum()) {
            assertThat(described.path("enum").valueStream().map(JsonNode::asString))
                    .as(inside)
                    .containsExactlyElementsOf(Arrays.stream(component.getType().getEnumConstants())
                            .map(c -> Json.MAPPER.convertValue(c, String.class))
                            .toList());
        }
    }

    private static Schema schema(Topic<?> topic) {
        return SCHEMAS.getSchema(text(topic), InputFormat.JSON);
    }

    private static JsonNode json(Topic<?> topic) {
        return Json.MAPPER.readTree(text(topic));
    }

    private static String text(Topic<?> topic) {
        return new String(Golden.bytes("/schema/" + topic.name() + ".schema.json"), StandardCharsets.UTF_8);
    }
}
