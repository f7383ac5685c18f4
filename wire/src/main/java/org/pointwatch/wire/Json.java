// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.util.Locale;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON dialect: component order, ISO times, enum constants as {@code feed-only}, unknown fields ignored. */
public final class Json {
    /** Longest string a value may hold, in characters: commands take 16 M, a topic never gets near. */
    private static final int LONGEST_STRING = 16 << 20;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(new KebabEnums())
            .addModule(FastInstants.module())
            .build();

    private Json() {}

    /** Writes and reads FEED_ONLY as feed-only. */
    private static final class KebabEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            for (var i = 0; i < values.length; i++) {
                names[i] = values[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
            return names;
        }
    }
}
