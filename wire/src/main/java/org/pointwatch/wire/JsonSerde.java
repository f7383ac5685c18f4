// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** A value as JSON with {@code "v":1} in front; null is a tombstone both ways. */
public final class JsonSerde<V> implements Serde<V> {
    /** The version of every value this build writes, and the only one it reads. */
    public static final int VERSION = 1;

    private static final byte[] HEAD = ("{\"v\":" + VERSION).getBytes(StandardCharsets.US_ASCII);

    private final Class<V> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final List<RecordComponent> required;

    public JsonSerde(Class<V> type) {
        this.type = type;
        this.reader = Json.MAPPER.readerFor(type);
        this.writer = Json.MAPPER.writerFor(type);
        this.required = required(type);
    }

    private static List<RecordComponent> required(Class<?> type) {
        var components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Arrays.stream(components)
                .filter(c -> !c.getType().isPrimitive())
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .peek(c -> c.getAccessor().setAccessible(true))
                .toList();
    }

    public static <V> JsonSerde<V> of(Topic<V> topic) {
        return new JsonSerde<>(topic.value());
    }

    public byte[] encode(V value) {
        var body = writer.writeValueAsBytes(value);
        var out = new ByteArrayOutputStream(HEAD.length + 1 + body.length);
        out.write(HEAD, 0, HEAD.length);
        if (body.length > 2) {
            out.write(',');
        }
        out.write(body, 1, body.length - 1);
        return out.toByteArray();
    }

    /** @throws WireException if the bytes are no JSON object of this type or carry another version */
    public V decode(byte[] bytes) {
        try {
            requireKnownVersion(bytes);
            V value = reader.readValue(bytes);
            if (value == null) {
                throw new WireException("JSON null is no " + type.getSimpleName());
            }
            requireComplete(value);
            return value;
        } catch (JacksonException e) {
            throw new WireException("no JSON of a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private void requireKnownVersion(byte[] bytes) {
        try (var parser = Json.MAPPER.createParser(bytes)) {
            var version = version(parser);
            if (version != VERSION) {
                throw new WireException(
                        type.getSimpleName() + " has \"v\":" + version + ", this build reads " + VERSION + " only");
            }
        }
    }

    private void requireComplete(V value) {
        for (var component : required) {
            try {
                if (component.getAccessor().invoke(value) == null) {
                    throw new WireException(type.getSimpleName() + " without \"" + component.getName() + "\"");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's accessor that was made accessible is callable", e);
            }
        }
    }

    private static int version(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new WireException("no JSON object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("v")) {
                return token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
            }
            parser.skipChildren();
        }
        throw new WireException("no version \"v\"");
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return new Deserializer<>() {
            @Override
            public @Nullable V deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : decode(bytes);
            }
        };
    }
}
