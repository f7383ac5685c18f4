// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

/** Every store of the topology, by name; a changed line here is a migration of data. */
final class TopologyStores {
    private final StreamsBuilder builder;
    private final KafkaAccess kafka;
    private final AtomicLong dossiersRead = new AtomicLong(-1);

    TopologyStores(StreamsBuilder builder, KafkaAccess kafka) {
        this.builder = builder;
        this.kafka = kafka;
    }

    void addAll() {
        dated(KeepRevisions.STORE, ArticleSerdes.revisions(), false);
        small(KeepVetoes.STORE, TagVetoes.serde());
        small(VetoedOutlets.OUTLETS, OutletVeto.serde());
        cached(VetoedOutlets.ARTICLES, Serdes.ByteArray());
        onDisk(MatchShards.STORE, StorySerdes.kept());
        dated(RelateStories.STATES, StorySerdes.state(), true);
        onDisk(RelateStories.FOUND, StorySerdes.match());
        cached(RelateStories.LINKS, Serdes.ByteArray());
        dated(PostLedger.ENTRIES, LedgerSerdes.entry(), true);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Conservation.STORE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PostLedger.PENDING), Serdes.String(), LedgerSerdes.delta())
                .withCachingEnabled());
        dated(WalkDeadlines.STATEMENTS, DeadlineSerdes.statements(), true);
        cached(WalkDeadlines.STATES, DeadlineSerdes.kept());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WalkDeadlines.CHANGED), Serdes.String(), DeadlineSerdes.binding())
                .withCachingEnabled());
        dated(WalkStances.MENTIONS, StanceSerdes.statements(), true);
        cached(WalkStances.STATES, StanceSerdes.kept());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WalkStances.CHANGED), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled());
        cached(CountTargets.COUNTS, LedgerSerdes.kept());
        cached(CountTargets.OUTLETS, Serdes.Long());
        cached(RollWindows.MARKS, LedgerSerdes.mark());
        cached(TellAlerts.MEMORY, AlertSerdes.memory());
        global(DossierInForce.STORE, Topics.DOSSIERS, Serdes.ByteArray(), dossiersRead);
        global(RollWindows.OF_ALL, Topics.ROLLING, JsonSerde.of(Topics.ROLLING), new AtomicLong());
    }

    /** Offset of the last record of {@code dossiers} that is in the store; -1 if none is. */
    long dossiersRead() {
        return dossiersRead.get();
    }

    /** With the time at which each value was written; see {@link Dated}. */
    private <V> void dated(String name, Serde<V> serde, boolean cached) {
        var store = Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(name), Serdes.String(), serde);
        builder.addStateStore(cached ? store.withCachingEnabled() : store);
    }

    /** For few values that are asked for often. */
    private <V> void small(String name, Serde<V> serde) {
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde));
    }

    private <V> void onDisk(String name, Serde<V> serde) {
        builder.addStateStore(store(name, serde));
    }

    /** For values that change more often than they are committed. */
    private <V> void cached(String name, Serde<V> serde) {
        builder.addStateStore(store(name, serde).withCachingEnabled());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde);
    }

    /** A whole topic at hand in every instance; {@code read} is told how far. */
    private <V> void global(String name, Topic<?> topic, Serde<V> serde, AtomicLong read) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde)
                .withLoggingDisabled();
        var consumed = Consumed.with(Serdes.String(), serde).withName("read-all-" + topic.name());
        builder.addGlobalStore(store, kafka.topic(topic), consumed, () -> new Keep<V>(name, read));
    }

    /** Puts every record of a topic into a store. */
    private static final class Keep<V> extends ContextualProcessor<String, V, Void, Void>
            implements Processor<String, V, Void, Void> {
        private final String name;
        private final AtomicLong read;
        private KeyValueStore<String, V> store;

        Keep(String name, AtomicLong read) {
            this.name = name;
            this.read = read;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore(name);
        }

        @Override
        public void process(Record<String, V> record) {
            store.put(record.key(), record.value());
            context().recordMetadata().ifPresent(at -> read.set(at.offset()));
        }
    }
}
