// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A random set of documents of one shard, of so few hashes that everything happens: furniture that an outlet's pages share,
 * the same text in many places, several revisions of an article, hashes that too many hold.
 *
 * <p>At most 16 body hashes and 16 pairs fall to the shard: with more of them {@link Shard} looks only at texts that share
 * more than the two that {@link CopyRule#worthTelling} asks for, and which share that much it estimates.
 */
record ShardWorld(Caps caps, List<Probe> probes) {
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
    private static final int MOST_BODY = 16;

    int shard() {
        return probes.get(0).shard();
    }

    static ShardWorld of(Random random, Caps caps, int documents) {
        return new Generator(random).world(caps, documents);
    }

    /** An article: all its revisions have these in common. */
    private record Article(String id, Instant time, Instant firstSeen, String outlet) {}

    private static final class Generator {
        private final Random random;
        private final int shard;
        private final int words;
        private final int outlets;
        private final int hours;
        private final List<Sketch> texts = new ArrayList<>();

        Generator(Random random) {
            this.random = random;
            shard = random.nextInt(Probe.SHARDS);
            words = 8 + random.nextInt(60);
            outlets = 1 + random.nextInt(4);
            hours = List.of(1, 24, 24 * 12, 24 * 40).get(random.nextInt(4));
        }

        ShardWorld world(Caps caps, int documents) {
            var articles = new ArrayList<Article>();
            for (var i = 0; i <= documents / 2; i++) {
                articles.add(article(i));
            }
            var probes = new ArrayList<Probe>();
            for (var i = 0; i < documents; i++) {
                var article = articles.get(random.nextInt(articles.size()));
                var document = Document.of(
                        article.id(), "r" + i, article.time(), article.firstSeen(), article.outlet(), sketch());
                probes.add(Probe.of(shard, document, texts.get(texts.size() - 1), false));
            }
            return new ShardWorld(caps, probes);
        }

        private Article article(int i) {
            var time = START.plus(Duration.ofHours(random.nextInt(hours)));
            var late = Duration.ofHours(random.nextInt(8) == 0 ? random.nextInt(24 * 10) : 0);
            return new Article("%02x-%d".formatted(random.nextInt(256), i), time, time.plus(late), outlet());
        }

        private String outlet() {
            return "outlet-" + random.nextInt(outlets);
        }

        private Sketch sketch() {
            var fresh = texts.isEmpty() || random.nextInt(10) < 6;
            var old = texts.isEmpty() ? null : texts.get(random.nextInt(texts.size()));
            var sketch = fresh || old == null ? text() : random.nextBoolean() ? old : edited(old);
            texts.add(sketch);
            return sketch;
        }

        private Sketch text() {
            var shingles = 20 + random.nextInt(100);
            return new Sketch(
                    hashes(2 + random.nextInt(MOST_BODY - 1), words),
                    marks(),
                    hashes(random.nextInt(MOST_BODY), words / 2),
                    shingles,
                    new short[] {(short) random.nextInt(3), (short) (3 + random.nextInt(3))},
                    random.nextInt(4),
                    1 + random.nextInt(4));
        }

        private Sketch edited(Sketch old) {
            var body = new TreeSet<>(IntStream.of(old.body()).boxed().toList());
            body.pollFirst();
            body.add(hash(words));
            return new Sketch(
                    body.stream().mapToInt(i -> i).toArray(),
                    random.nextBoolean() ? old.marks() : marks(),
                    old.anchors(),
                    old.shingles() + random.nextInt(2),
                    old.titleWords(),
                    random.nextBoolean() ? old.titleKey() : random.nextInt(4),
                    random.nextBoolean() ? old.leadKey() : 1 + random.nextInt(4));
        }

        /** A text has one title at most. */
        private int[] marks() {
            var title = random.nextInt(4);
            return IntStream.concat(
                            IntStream.of(hashes(random.nextInt(5), 20)).filter(mark -> mark % 2 == 0),
                            IntStream.of(title << 2 | shard << 1 | 1).limit(title))
                    .sorted()
                    .toArray();
        }

        private int[] hashes(int most, int of) {
            return IntStream.range(0, most)
                    .map(i -> hash(of))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        /** Low hashes are common, as furniture is. */
        private int hash(int of) {
            var n = 1 + (int) (of * random.nextDouble() * random.nextDouble());
            return n << 2 | shard << 1 | n & 1;
        }
    }
}
