// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;

/** The earlier articles that an article was compared with, from what each shard has found for each of its revisions. */
final class Neighbours {
    private static final Comparator<Neighbour> IN_ORDER =
            Comparator.comparing(Neighbour::time).thenComparing(Neighbour::article);

    private Neighbours() {}

    /**
     * An earlier article with the verdict on the best pair of revisions.
     *
     * @param verdict of the same text, or a rewrite
     */
    record Neighbour(String article, Instant time, String outlet, CopyVerdict verdict) {
        StoryMessage.Place place() {
            return new StoryMessage.Place(article, time, outlet);
        }
    }

    /** Two revisions: the article's own, and another document. */
    private record Pair(String own, String article, String revision) {}

    /** Adds what a shard found, within the caps: all it knows of a revision, or one more. */
    static List<Matches> with(List<Matches> found, Matches more) {
        var out = new ArrayList<Matches>();
        var earlier = new ArrayList<>(more.earlier());
        for (var one : found) {
            if (one.shard() != more.shard() || !one.revision().equals(more.revision())) {
                out.add(one);
            } else if (!more.whole()) {
                one.earlier().stream()
                        .filter(m -> earlier.stream().noneMatch(m::sameDocument))
                        .forEach(earlier::add);
            }
        }
        if (!earlier.isEmpty()) {
            out.add(new Matches(more.article(), more.revision(), more.shard(), true, Caps.USUAL.kept(earlier)));
        }
        out.sort(Comparator.comparing(Matches::revision).thenComparing(Matches::shard));
        return List.copyOf(out);
    }

    /** In order of (time, article), those only whose text is the same or paraphrased. */
    static List<Neighbour> of(List<Matches> found) {
        var numbers = new LinkedHashMap<Pair, Comparison>();
        var matches = new HashMap<Pair, Match>();
        for (var one : found) {
            for (var m : one.earlier()) {
                var pair = new Pair(one.revision(), m.article(), m.revision());
                numbers.merge(pair, m.numbers(), Comparison::plus);
                matches.put(pair, m);
            }
        }
        var best = new HashMap<String, Neighbour>();
        numbers.forEach((pair, compared) -> {
            var m = matches.get(pair);
            var verdict = CopyRule.judge(compared);
            if (m != null && verdict.related()) {
                best.merge(m.article(), new Neighbour(m.article(), m.time(), m.outlet(), verdict), Neighbours::better);
            }
        });
        return best.values().stream().sorted(IN_ORDER).toList();
    }

    /** The one article among them, if it is related. */
    static Optional<Neighbour> of(List<Matches> found, String article) {
        var alone = found.stream()
                .map(f -> new Matches(
                        f.article(),
                        f.revision(),
                        f.shard(),
                        true,
                        f.earlier().stream()
                                .filter(m -> m.article().equals(article))
                                .toList()))
                .toList();
        return of(alone).stream().findFirst();
    }

    private static Neighbour better(Neighbour a, Neighbour b) {
        if (a.verdict().sameText() != b.verdict().sameText()) {
            return a.verdict().sameText() ? a : b;
        }
        return a.verdict().similarityOrZero() >= b.verdict().similarityOrZero() ? a : b;
    }
}
