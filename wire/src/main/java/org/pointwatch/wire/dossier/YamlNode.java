// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.LinkedHashMap;
import java.util.List;

/** A YAML value that knows where it stands. */
sealed interface YamlNode {
    Place place();

    record Text(String value, Place place) implements YamlNode {}

    record Sequence(List<YamlNode> items, Place place) implements YamlNode {}

    record Mapping(LinkedHashMap<String, Field> fields, Place place) implements YamlNode {}

    /** @param place of the key */
    record Field(YamlNode value, Place place) {}

    /** No value: {@code key:} with nothing behind it. */
    record Nothing(Place place) implements YamlNode {}
}
