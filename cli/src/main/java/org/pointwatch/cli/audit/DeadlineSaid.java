// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.wire.record.Finding;

/**
 * What one article says of a deadline.
 *
 * @param ownStory whether it is an original or a rewrite; false until its story is looked up
 * @param sentence as it is published: cut at 500 characters
 */
record DeadlineSaid(
        String dossier, Instant at, String article, boolean ownStory, DeadlineMention mention, String sentence) {
    private static final int MOST_OF_AN_ARTICLE = 40;
    private static final int LONGEST = 500;

    /** The first of a finding, as many as count. */
    static List<DeadlineSaid> of(Finding f) {
        var all = new ArrayList<DeadlineSaid>();
        for (var m : f.deadlines()
                .subList(0, Math.min(MOST_OF_AN_ARTICLE, f.deadlines().size()))) {
            var known = m.sentence() >= 0 && m.sentence() < f.sentences().size();
            var text = known ? f.sentences().get(m.sentence()).text() : "";
            all.add(new DeadlineSaid(f.dossier(), f.eventTime(), f.article(), false, m, cut(text)));
        }
        return List.copyOf(all);
    }

    DeadlineSaid in(boolean story) {
        return new DeadlineSaid(dossier, at, article, story, mention, sentence);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var half = Character.isHighSurrogate(text.charAt(LONGEST - 2));
        return text.substring(0, half ? LONGEST - 2 : LONGEST - 1) + "…";
    }
}
