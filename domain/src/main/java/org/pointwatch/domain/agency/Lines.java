// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.ArrayList;
import java.util.List;

/** The lines at the two ends of a text, which is never read beyond {@link #REACH} from either. */
final class Lines {
    static final int REACH = 1_500;

    /** A line that is longer is prose. */
    static final int SHORT = 110;

    private static final int CUT = 400;
    private static final int MOST_FIRST = 8;
    private static final int MOST_LAST = 6;

    private Lines() {}

    /** From the top; of a long line its beginning. */
    static List<String> first(String text) {
        var lines = new ArrayList<String>();
        var reach = Math.min(text.length(), REACH);
        for (var start = 0; start < reach && lines.size() < MOST_FIRST; ) {
            var end = start;
            while (end < reach && !breaks(text.charAt(end))) {
                end++;
            }
            var whole = end == text.length() || breaks(text.charAt(end)) || end - start > SHORT;
            var line = text.substring(start, Math.min(end, start + CUT)).strip();
            if (whole && !line.isEmpty()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    /** From the bottom up; of a long line its end. A short line at the top belongs to the beginning alone. */
    static List<String> last(String text) {
        var lines = new ArrayList<String>();
        var reach = Math.max(0, text.length() - REACH);
        for (var end = text.length(); end > reach && lines.size() < MOST_LAST; ) {
            var start = end;
            while (start > reach && !breaks(text.charAt(start - 1))) {
                start--;
            }
            var whole = start == 0 || breaks(text.charAt(start - 1)) || end - start > SHORT;
            var line = text.substring(Math.max(start, end - CUT), end).strip();
            var top = start == 0 && end - start <= SHORT && !lines.isEmpty();
            if (whole && !top && !line.isEmpty()) {
                lines.add(line);
            }
            end = start - 1;
        }
        return lines;
    }

    private static boolean breaks(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
