// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.diff.Run.Side;

/** What a sentence keeps of another, word by word. Both are of bounded length: the cutting into sentences sees to it. */
public final class WordDiff {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Side side = Side.BOTH;

    private WordDiff() {}

    /** In reading order; what was taken out stands before what was put in. */
    public static List<Run> of(String before, String after) {
        var old = Line.split(before);
        var fresh = Line.split(after);
        var place = Matching.of(
                old.stream().map(Line::key).toList(),
                fresh.stream().map(Line::key).toList());
        var diff = new WordDiff();
        var j = 0;
        var i = 0;
        for (var next = 0; next < place.length; next++) {
            if (place[next] >= 0) {
                diff.add(Side.BEFORE, old.subList(i, next));
                diff.add(Side.AFTER, fresh.subList(j, place[next]));
                diff.add(Side.BOTH, fresh.subList(place[next], place[next] + 1));
                i = next + 1;
                j = place[next] + 1;
            }
        }
        diff.add(Side.BEFORE, old.subList(i, old.size()));
        diff.add(Side.AFTER, fresh.subList(j, fresh.size()));
        diff.end();
        return List.copyOf(diff.runs);
    }

    private void add(Side which, List<String> more) {
        if (more.isEmpty()) {
            return;
        }
        if (which != side) {
            end();
            side = which;
        }
        words.append(words.isEmpty() ? "" : " ").append(String.join(" ", more));
    }

    private void end() {
        if (!words.isEmpty()) {
            runs.add(new Run(side, words.toString()));
            words.setLength(0);
        }
    }
}
