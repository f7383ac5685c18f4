// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;
import java.util.stream.Stream;

/** One section of a resource: its head words, and its lines with and without a tag such as {@code T:}. */
record Section(String where, List<String> head, List<String> lines) {
    String name() {
        return head.get(0);
    }

    /** The words of the head that are no attributes. */
    List<String> names() {
        return head.stream().filter(word -> !word.contains("=")).toList();
    }

    /** The value of {@code key=value} in the head, or an empty string. */
    String attribute(String key) {
        return head.stream()
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }

    List<String> tagged(String tag) {
        return lines.stream()
                .filter(line -> line.startsWith(tag + ": "))
                .map(line -> line.substring(tag.length() + 2))
                .toList();
    }

    String single(String tag) {
        var values = tagged(tag);
        if (values.size() != 1) {
            throw new IllegalStateException(where + ": " + values.size() + " lines begin with \"" + tag
                    + ": \" in section " + name() + "; write exactly one");
        }
        return values.get(0);
    }

    Stream<String> untagged() {
        return lines.stream().filter(line -> !line.matches("[A-Z]: .*"));
    }
}
