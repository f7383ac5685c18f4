// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.LinkedHashMap;
import java.util.List;

/** A YAML value that knows where it stands; lines and columns from 1. */
sealed interface YamlNode {
    int line();

    int column();

    record Text(String value, int line, int column) implements YamlNode {}

    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {}

    record Mapping(LinkedHashMap<String, Field> fields, int line, int column) implements YamlNode {}

    record Field(YamlNode value, int line, int column) {}

    /** No value: {@code key:} with nothing behind it. */
    record Nothing(int line, int column) implements YamlNode {}
}
