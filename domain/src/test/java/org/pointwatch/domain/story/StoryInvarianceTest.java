// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.story.NewsSet.Entry;
import org.pointwatch.domain.story.RandomWorld.Arrival;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way from texts to stories, without Kafka: articles arrive in random orders, shards and articles work whenever
 * they are let, and what goes between them keeps its order on each way only. The end is the judge's verdict on the set.
 */
final class StoryInvarianceTest {
    private static final int ORDERS = 20;
    private static final int ARTICLES = 150;

    @Test
    void theSameArticlesInAnyOrderAreTheSameStories() {
        for (var order = 0; order < ORDERS; order++) {
            var entries = NewsSet.of(new Random(order / 5), ARTICLES);
            var verdicts = judged(entries);
            assertThat(kinds(verdicts)).as("nothing is missing").hasSize(4);
            var states = new Run(new Random(1_000 + order)).of(entries);
            verdicts.forEach((article, verdict) -> {
                var state = states.get(article);
                assertThat(state.relation()).as(article).isEqualTo(verdict.relation());
                assertThat(state.source().map(StoryMessage.Place::article).orElse(null))
                        .as(article)
                        .isEqualTo(verdict.of());
                assertThat(state.similarity().orElse(0.0))
                        .as(article)
                        .isEqualTo(verdict.how().similarityOrZero());
            });
        }
    }

    private static Map<Relation, Integer> kinds(Map<String, StoryJudge.Verdict> verdicts) {
        var kinds = new EnumMap<Relation, Integer>(Relation.class);
        verdicts.values().forEach(v -> kinds.merge(v.relation(), 1, Integer::sum));
        return kinds;
    }

    private static Map<String, StoryJudge.Verdict> judged(List<Entry> entries) {
        var documents = new ArrayList<Document>();
        var sketches = new ArrayList<Sketch>();
        var outlets = new LinkedHashMap<String, String>();
        entries.stream()
                .sorted(Comparator.comparing(Entry::time).thenComparing(Entry::id))
                .forEach(e -> {
                    outlets.put(e.id(), e.outlet());
                    documents.addAll(e.documents());
                    sketches.addAll(e.sketches());
                });
        var judge = new StoryJudge();
        judge.addAll(documents, sketches);
        return judge.verdicts(outlets);
    }

    /** One run: a queue for each shard, and the network of articles. */
    private static final class Run {
        private final Random random;
        private final StoryNetwork network;
        private final List<Map<String, Probe>> kept = new ArrayList<>();
        private final List<Shard> shards = new ArrayList<>();
        private final List<Deque<Probe>> waiting = new ArrayList<>();
        private final List<Deque<Arrival>> found = new ArrayList<>();

        Run(Random random) {
            this.random = random;
            this.network = new StoryNetwork(random);
            IntStream.range(0, Probe.SHARDS).forEach(shard -> {
                var probes = new HashMap<String, Probe>();
                kept.add(probes);
                shards.add(new Shard(shard, Caps.USUAL, probes::get));
                waiting.add(new ArrayDeque<>());
                found.add(new ArrayDeque<>());
            });
        }

        Map<String, StoryState> of(List<Entry> entries) {
            var arrivals = new ArrayList<Deque<Runnable>>();
            entries.forEach(e -> arrivals.add(arrivals(e)));
            while (!arrivals.isEmpty()
                    || waiting.stream().anyMatch(w -> !w.isEmpty())
                    || !found.stream().allMatch(Deque::isEmpty)) {
                var shard = random.nextInt(Probe.SHARDS);
                switch (random.nextInt(4)) {
                    case 0 -> arrive(arrivals);
                    case 1 -> match(shard);
                    case 2 -> network.deliver();
                    default -> tell(shard);
                }
            }
            network.run(List.of());
            assertThat(shards).as("boilerplate is learnt").allMatch(s -> s.silent() > 0);
            return network.states;
        }

        private Deque<Runnable> arrivals(Entry e) {
            var out = new ArrayDeque<Runnable>();
            for (var i = 0; i < e.documents().size(); i++) {
                var document = e.documents().get(i);
                var sketch = e.sketches().get(i);
                var again = i > 0;
                out.add(() -> {
                    network.handle(new Arrival(e.id(), new StoryEvent.Known(e.time(), e.outlet())));
                    Probe.of(document, sketch, again)
                            .forEach(p -> waiting.get(p.shard()).add(p));
                });
            }
            return out;
        }

        private void arrive(List<Deque<Runnable>> arrivals) {
            if (!arrivals.isEmpty()) {
                var article = arrivals.get(random.nextInt(arrivals.size()));
                article.remove().run();
                arrivals.removeIf(Deque::isEmpty);
            }
        }

        private void match(int shard) {
            var probe = waiting.get(shard).poll();
            if (probe != null) {
                kept.get(shard).put(Shard.name(probe.document()), probe);
                shards.get(shard).add(probe).forEach(m -> found.get(shard)
                        .add(new Arrival(m.article(), new StoryEvent.Found(m))));
            }
        }

        private void tell(int shard) {
            var next = found.get(shard).poll();
            if (next != null) {
                network.handle(next);
            }
        }
    }
}
