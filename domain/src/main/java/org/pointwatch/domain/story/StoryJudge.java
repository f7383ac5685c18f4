// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.story.Neighbours.Neighbour;

/**
 * Judges a whole set of articles at once: the definition of stories itself, with the same shards, caps and rules as the
 * running system, but without its messages.
 */
public final class StoryJudge {
    private final List<Map<String, Probe>> kept = new ArrayList<>();
    private final List<Shard> shards = new ArrayList<>();
    private final Map<String, List<Matches>> found = new HashMap<>();

    /**
     * Where an article belongs.
     *
     * @param of the original it belongs to or paraphrases, null for an original
     */
    public record Verdict(Relation relation, @Nullable String of, CopyVerdict how) {
        private static final Verdict ORIGINAL = new Verdict(Relation.ORIGINAL, null, new CopyVerdict.Original());
    }

    public StoryJudge() {
        for (var shard = 0; shard < Probe.SHARDS; shard++) {
            var probes = new HashMap<String, Probe>();
            kept.add(probes);
            shards.add(new Shard(shard, Caps.USUAL, name -> probe(probes, name)));
        }
    }

    private static Probe probe(Map<String, Probe> probes, String name) {
        var probe = probes.get(name);
        if (probe == null) {
            throw new IllegalStateException("indexed, but not kept: " + name);
        }
        return probe;
    }

    /** Adds all revisions, one shard beside the other. */
    public void addAll(List<Document> documents, List<Sketch> sketches) {
        var told = IntStream.range(0, Probe.SHARDS)
                .parallel()
                .mapToObj(shard -> add(shard, documents, sketches))
                .toList();
        told.forEach(all -> all.forEach(this::told));
    }

    /** What is boilerplate is known once all are there, and each is then compared with the others as it counts. */
    private List<Matches> add(int shard, List<Document> documents, List<Sketch> sketches) {
        var probes = kept.get(shard);
        var index = shards.get(shard);
        for (var i = 0; i < documents.size(); i++) {
            var probe = Probe.of(shard, documents.get(i), sketches.get(i), true);
            if (probes.put(Shard.name(documents.get(i)), probe) == null) {
                index.restore(probe);
            }
        }
        probes.replaceAll((name, probe) -> index.live(probe));
        index.settle();
        return documents.stream()
                .map(d -> new Matches(
                        d.article(), d.revision(), shard, true, index.matches(probe(probes, Shard.name(d)))))
                .filter(m -> !m.earlier().isEmpty())
                .toList();
    }

    private void told(Matches matches) {
        found.merge(
                matches.article(), Neighbours.with(List.of(), matches), (had, more) -> Neighbours.with(had, matches));
    }

    /** Hashes that say nothing because too many hold them. */
    public int silent() {
        return shards.stream().mapToInt(Shard::silent).sum();
    }

    /**
     * The verdict on each article.
     *
     * @param inOrder article ids with their outlets, in the order of (time, id)
     */
    public Map<String, Verdict> verdicts(Map<String, String> inOrder) {
        var verdicts = new TreeMap<String, Verdict>();
        var outlets = new HashMap<String, Set<String>>();
        inOrder.forEach((article, outlet) -> {
            var verdict = verdict(article, outlet, verdicts, outlets);
            verdicts.put(article, verdict);
            outlets.computeIfAbsent(verdict.relation().ownStory() ? article : verdict.of(), s -> new HashSet<>())
                    .add(outlet);
        });
        return verdicts;
    }

    private Verdict verdict(
            String article, String outlet, Map<String, Verdict> verdicts, Map<String, Set<String>> outlets) {
        Verdict rewrite = null;
        for (var n : Neighbours.of(found.getOrDefault(article, List.of()))) {
            if (isOriginal(n, verdicts)) {
                if (n.verdict().sameText()) {
                    var seen = outlets.getOrDefault(n.article(), Set.of()).contains(outlet);
                    return new Verdict(seen ? Relation.UPDATE : Relation.COPY, n.article(), n.verdict());
                }
                rewrite = rewrite == null ? new Verdict(Relation.REWRITE, n.article(), n.verdict()) : rewrite;
            }
        }
        return rewrite == null ? Verdict.ORIGINAL : rewrite;
    }

    private static boolean isOriginal(Neighbour n, Map<String, Verdict> verdicts) {
        var verdict = verdicts.get(n.article());
        return verdict != null && verdict.relation().ownStory();
    }
}
