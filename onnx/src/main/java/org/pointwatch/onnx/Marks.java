// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What has a meaning of its own in a model's input: an article that writes {@code [SEP]}, or a mark of the target, must
 * not be read as if we had put it there.
 */
final class Marks {
    private final List<String> marks;
    private final BitSet starts = new BitSet();

    Marks(Collection<String> marks) {
        this.marks = marks.stream()
                .map(String::strip)
                .filter(mark -> mark.codePointCount(0, mark.length()) > 1)
                .distinct()
                .toList();
        this.marks.forEach(mark -> starts.set(mark.charAt(0)));
    }

    /** The text with each mark in it taken apart by a blank. */
    String defuse(String text) {
        StringBuilder defused = null;
        var copied = 0;
        for (var i = 0; i < text.length(); i++) {
            if (starts.get(text.charAt(i)) && markAt(text, i)) {
                defused = defused == null ? new StringBuilder(text.length() + 1) : defused;
                var next = text.offsetByCodePoints(i, 1);
                defused.append(text, copied, next).append(' ');
                copied = next;
            }
        }
        return defused == null
                ? text
                : defused.append(text, copied, text.length()).toString();
    }

    private boolean markAt(String text, int at) {
        for (var mark : marks) {
            if (text.startsWith(mark, at)) {
                return true;
            }
        }
        return false;
    }
}
