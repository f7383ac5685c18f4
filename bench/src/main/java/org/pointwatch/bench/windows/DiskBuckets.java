// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.windows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.pointwatch.domain.ledger.Buckets;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The buckets of {@code all} in two RocksDB stores, under the keys that the topology uses. */
final class DiskBuckets implements Buckets, AutoCloseable {
    private static final char GAP = '\u001f';

    private final Options options = new Options().setCreateIfMissing(true);
    private final RocksDB counts;
    private final RocksDB outlets;

    DiskBuckets(Path directory) throws RocksDBException {
        counts = RocksDB.open(options, directory.resolve("counts").toString());
        outlets = RocksDB.open(options, directory.resolve("outlets").toString());
    }

    /** Each of the buckets before {@code end} gets that many outlets out of all of them, with an article each. */
    void fill(Instant end, int buckets, int outletsABucket, int allOutlets) throws RocksDBException {
        var random = new Random(1);
        for (var age = 1; age <= buckets; age++) {
            var key = Target.coverageKey(Target.ALL, end.minus(Target.BUCKET.multipliedBy(age)));
            counts.put(bytes(key), number(outletsABucket));
            for (var i = 0; i < outletsABucket; i++) {
                outlets.put(bytes(key + GAP + outlet(random.nextInt(allOutlets))), number(1));
            }
        }
        counts.compactRange();
        outlets.compactRange();
    }

    static String outlet(int number) {
        return "www.outlet-" + number + ".example";
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    @Override
    public void visit(Instant from, Instant to, Visitor visitor) {
        var end = Target.coverageKey(Target.ALL, to);
        try (var found = counts.newIterator()) {
            found.seek(bytes(Target.coverageKey(Target.ALL, from)));
            var more = true;
            while (more && found.isValid()) {
                var key = key(found);
                more = key.compareTo(end) < 0 && visitor.visit(bucket(key), counts(found));
                found.next();
            }
        }
    }

    private static Counts counts(RocksIterator at) {
        var articles = ByteBuffer.wrap(at.value()).getLong();
        return new Counts(articles, articles, 0, 0, SentimentSums.ZERO, SentimentSums.ZERO);
    }

    private static String key(RocksIterator at) {
        return new String(at.key(), StandardCharsets.UTF_8);
    }

    private static Instant bucket(String key) {
        return Instant.parse(key.substring(Target.ALL.length() + 1));
    }

    @Override
    public Collection<String> outlets(Instant bucket) {
        var prefix = Target.coverageKey(Target.ALL, bucket) + GAP;
        List<String> names = new ArrayList<>();
        try (var found = outlets.newIterator()) {
            found.seek(bytes(prefix));
            while (found.isValid()) {
                var key = key(found);
                if (!key.startsWith(prefix)) {
                    break;
                }
                names.add(key.substring(prefix.length()));
                found.next();
            }
        }
        return names;
    }

    /** Sees an outlet of a bucket. */
    interface OutletVisitor {
        void visit(Instant bucket, String outlet);
    }

    /** All outlets of all buckets from then on, in one pass. */
    void visitOutlets(Instant from, OutletVisitor visitor) {
        try (var found = outlets.newIterator()) {
            found.seek(bytes(Target.coverageKey(Target.ALL, from)));
            while (found.isValid()) {
                var key = key(found);
                var gap = key.indexOf(GAP);
                visitor.visit(bucket(key.substring(0, gap)), key.substring(gap + 1));
                found.next();
            }
        }
    }

    @Override
    public void close() {
        counts.close();
        outlets.close();
        options.close();
    }
}
