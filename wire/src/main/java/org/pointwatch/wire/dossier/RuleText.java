// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.List;

/** What of a rule can be told without its grammar. */
final class RuleText {
    private RuleText() {}

    /** The points that a rule refers to. */
    static List<String> points(String rule) {
        return references(rule, '#');
    }

    /** What stands behind each such sign, outside of phrases. */
    static List<String> references(String rule, char sign) {
        var found = new ArrayList<String>();
        var phrase = false;
        for (int i = 0; i < rule.length(); i++) {
            var c = rule.charAt(i);
            phrase ^= c == '"';
            if (c == sign && !phrase) {
                var end = end(rule, i + 1);
                found.add(rule.substring(i + 1, end));
            }
        }
        return found;
    }

    private static int end(String rule, int from) {
        var end = from;
        while (end < rule.length() && (Character.isLetterOrDigit(rule.charAt(end)) || rule.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
