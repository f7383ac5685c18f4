// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.List;

/** A headline and paragraphs, before an outlet, a time and an id make an article of them. */
record Draft(String title, List<String> paragraphs) {
    Draft {
        paragraphs = List.copyOf(paragraphs);
    }

    String text() {
        return String.join("\n", paragraphs);
    }

    int words() {
        return paragraphs.stream().mapToInt(Prose::words).sum();
    }

    Draft withTitle(String other) {
        return new Draft(other, paragraphs);
    }

    Draft withParagraphs(List<String> others) {
        return new Draft(title, others);
    }
}
