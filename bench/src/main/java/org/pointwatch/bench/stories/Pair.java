// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;
import org.pointwatch.domain.dedup.Sketcher;

/** An article and an earlier one that is, in truth, a story of its own, as the shards compare them. */
record Pair(Gold later, Gold earlier, Comparison numbers) {
    private static final Caps NO_CAPS = new Caps(1 << 20, 1 << 20, Caps.USUAL.holders(), Caps.USUAL.boilerplate());

    private record Key(String later, String earlier) {}

    /**
     * All pairs that a shard thinks worth telling.
     *
     * @param size hashes that are kept of a text's shingles
     */
    static List<Pair> of(List<Gold> set, int size) {
        var byId = new HashMap<String, Gold>();
        set.forEach(gold -> byId.put(gold.id(), gold));
        var numbers = new HashMap<Key, Comparison>();
        for (var shard = 0; shard < Probe.SHARDS; shard++) {
            compare(shard, set, size, numbers);
        }
        var pairs = new ArrayList<Pair>();
        numbers.forEach((key, compared) -> {
            var later = byId.get(key.later());
            var earlier = byId.get(key.earlier());
            if (later != null && earlier != null && earlier.ownStory()) {
                pairs.add(new Pair(later, earlier, compared));
            }
        });
        return pairs;
    }

    private static void compare(int number, List<Gold> set, int size, Map<Key, Comparison> numbers) {
        var probes = new HashMap<String, Probe>();
        var shard = new Shard(number, NO_CAPS, name -> probes.getOrDefault(name, probe(number, set.get(0), size)));
        for (var gold : set) {
            var probe = probe(number, gold, size);
            probes.put(Shard.name(probe.document()), probe);
            shard.restore(probe);
        }
        for (var probe : List.copyOf(probes.values())) {
            shard.matches(probe)
                    .forEach(m -> numbers.merge(
                            new Key(probe.document().article(), m.article()), m.numbers(), Comparison::plus));
        }
    }

    /** As usual, but with another sample of the shingles. */
    private static Probe probe(int shard, Gold gold, int size) {
        var sketch = Sketcher.sketch(gold.title(), gold.text());
        var all = Sketcher.shingles(gold.text());
        var body = Arrays.copyOf(all, Math.min(all.length, size));
        var d = Document.of(gold.id(), "0", gold.published(), gold.published(), gold.outlet(), sketch);
        var document = new Document(
                d.article(),
                d.revision(),
                d.time(),
                d.firstSeen(),
                d.outlet(),
                d.shingles(),
                body.length < size ? Integer.MAX_VALUE : body[size - 1],
                d.leadBound(),
                d.anchorBound(),
                d.titleWords(),
                d.titleKey(),
                d.leadKey(),
                d.content() + Arrays.hashCode(body));
        var usual = Probe.of(shard, d, sketch, true);
        var part = Arrays.stream(body)
                .filter(hash -> (hash >>> 1 & (Probe.SHARDS - 1)) == shard)
                .toArray();
        return new Probe(shard, true, document, part, usual.marks(), usual.anchors());
    }

    boolean sameText() {
        return later.sameText() && earlier.id().equals(later.of());
    }

    boolean rewrite() {
        return later.rewrite() && earlier.id().equals(later.of());
    }

    /** Two paraphrases of one text may be taken for paraphrases of each other. */
    boolean besideEachOther() {
        return later.rewrite()
                && earlier.rewrite()
                && String.valueOf(later.of()).equals(earlier.of());
    }

    CopyVerdict verdict() {
        return CopyRule.judge(numbers);
    }

    double body() {
        return seen(numbers.overlap().body());
    }

    double names() {
        return seen(numbers.overlap().names());
    }

    double neighbours() {
        return seen(numbers.overlap().runs());
    }

    double lead() {
        return containment(numbers.overlap().lead());
    }

    /** A shard that found too little to tell counts as nothing. */
    private double seen(Share share) {
        return containment(share) * numbers.overlap().shards() / Probe.SHARDS;
    }

    private static double containment(Share share) {
        return share.both() == 0 ? 0 : (double) share.both() / fewer(share);
    }

    private static int fewer(Share share) {
        return Math.min(share.own(), share.other());
    }

    /** Whether there are so many names and numbers that the rule for rewrites is asked at all. */
    boolean hasNames() {
        var o = numbers.overlap();
        return !numbers.sameOutlet() && fewer(o.names()) >= 8 && o.runs().both() >= 3;
    }

    /** Whether the rule takes both for episodes of a serial once it is made to think that they begin alike and share enough. */
    boolean serial() {
        var o = numbers.overlap();
        var twice = new Overlap(2 * Probe.SHARDS, o.body(), o.numbers(), o.lead(), o.titles(), o.names(), o.runs());
        var alike = new Comparison(numbers.sameOutlet(), numbers.shorter(), numbers.longer(), 100, twice);
        return CopyRule.judge(alike) instanceof CopyVerdict.Distinct d && d.reason() == CopyVerdict.Reason.SERIAL;
    }
}
