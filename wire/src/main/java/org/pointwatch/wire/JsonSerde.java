// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A value as JSON with {@code "v":1} in front; null is a tombstone both ways. */
public final class JsonSerde<V> implements Serde<V> {
    /** The version of every value this build writes, and the only one it reads. */
    public static final int VERSION = 1;

    private static final String KNOWN = Integer.toString(VERSION);

    private static final JsonMapper STRICT = Json.MAPPER
            .rebuild()
            .annotationIntrospector(AnnotationIntrospector.pair(
                    new RequiredComponents(),
                    Json.MAPPER.deserializationConfig().getAnnotationIntrospector()))
            .build();

    private static final byte[] HEAD = ("{\"v\":" + VERSION).getBytes(StandardCharsets.US_ASCII);

    private final Class<V> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonSerde(Class<V> type) {
        this.type = type;
        this.reader = STRICT.readerFor(type);
        this.writer = Json.MAPPER.writerFor(type);
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
            return reader.readValue(bytes);
        } catch (JacksonException e) {
            var where = place(e);
            throw new WireException(
                    "no JSON of a " + type.getSimpleName() + (where.isEmpty() ? "" : " at \"" + where + "\"") + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /** Such as {@code points[0].evidence}, empty at the top. */
    private static String place(JacksonException e) {
        var place = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.toString();
    }

    private void requireKnownVersion(byte[] bytes) {
        try (var parser = Json.MAPPER.createParser(bytes)) {
            var version = version(parser);
            if (!version.equals(KNOWN)) {
                throw new WireException(type.getSimpleName() + " has \"v\":" + shortened(version)
                        + ", this build reads " + VERSION + " only");
            }
        }
    }

    private String version(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new WireException("no JSON object of a " + type.getSimpleName());
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("v")) {
                return token == JsonToken.VALUE_STRING ? "\"" + parser.getString() + "\"" : parser.getString();
            }
            parser.skipChildren();
        }
        throw new WireException(type.getSimpleName() + " without a version \"v\"");
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
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
