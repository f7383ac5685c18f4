// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Coverage;

/** The counts of one coverage key, counted up article by article. */
final class Tally {
    private static final int NEUTRAL = 100;

    private final Set<String> outlets = new HashSet<>(2);
    private final Voice own = new Voice();
    private final Voice quoted = new Voice();
    private long articles;
    private long stories;
    private long copies;
    private long updates;

    /** The sums of one voice. */
    private static final class Voice {
        private long n;
        private long sum;
        private long squares;
        private long negative;
        private long positive;

        void add(@Nullable Integer thousandths) {
            if (thousandths != null) {
                n++;
                sum += thousandths;
                squares += (long) thousandths * thousandths;
                negative += thousandths < -NEUTRAL ? 1 : 0;
                positive += thousandths > NEUTRAL ? 1 : 0;
            }
        }

        void tell(String voice, Map<String, Long> figures) {
            figures.put(voice + " n", n);
            figures.put(voice + " sum", sum);
            figures.put(voice + " sum of squares", squares);
            figures.put(voice + " negative", negative);
            figures.put(voice + " neutral", n - negative - positive);
            figures.put(voice + " positive", positive);
        }
    }

    void add(String outlet, Relation relation, Mentions.Aim aim) {
        articles++;
        outlets.add(outlet);
        switch (relation) {
            case COPY -> copies++;
            case UPDATE -> updates++;
            case ORIGINAL, REWRITE -> {
                stories++;
                own.add(aim.own());
                quoted.add(aim.quoted());
            }
        }
    }

    /** By name, in the order of the record. */
    Map<String, Long> figures() {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("articles", articles);
        figures.put("stories", stories);
        figures.put("copies", copies);
        figures.put("updates", updates);
        figures.put("outlets", (long) outlets.size());
        own.tell("own", figures);
        quoted.tell("quoted", figures);
        return figures;
    }

    /** The same of what was published. */
    static Map<String, Long> figures(Coverage c) {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("articles", c.articles());
        figures.put("stories", c.stories());
        figures.put("copies", c.copies());
        figures.put("updates", c.updates());
        figures.put("outlets", c.outlets());
        tell("own", c.sentiment().own(), figures);
        tell("quoted", c.sentiment().quoted(), figures);
        return figures;
    }

    private static void tell(String voice, SentimentSums s, Map<String, Long> figures) {
        figures.put(voice + " n", s.n());
        figures.put(voice + " sum", s.sum());
        figures.put(voice + " sum of squares", s.sumOfSquares());
        figures.put(voice + " negative", s.negative());
        figures.put(voice + " neutral", s.neutral());
        figures.put(voice + " positive", s.positive());
    }
}
