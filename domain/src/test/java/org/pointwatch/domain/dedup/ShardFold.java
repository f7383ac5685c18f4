// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.dedup.Match.Matches;

/** A shard with its store, and what becomes of all that it tells. */
final class ShardFold {
    private final Caps caps;
    private final Map<String, Probe> store = new HashMap<>();
    private final Map<String, List<Match>> told = new TreeMap<>();
    private final int number;
    private Shard shard;
    private long lookups;

    ShardFold(Caps caps, int number) {
        this.caps = caps;
        this.number = number;
        this.shard = new Shard(number, caps, this::kept);
    }

    private Probe kept(String name) {
        lookups++;
        var probe = store.get(name);
        if (probe == null) {
            throw new IllegalStateException("not kept: " + name);
        }
        return probe;
    }

    static String key(Document d) {
        return d.article() + "/" + d.revision();
    }

    void add(Probe probe) {
        store.put(Shard.name(probe.document()), probe);
        shard.add(probe).forEach(this::tell);
    }

    /** The index is built anew from what is kept. */
    void restart() {
        shard = new Shard(number, caps, this::kept);
        store.values().forEach(shard::restore);
    }

    void restore(Probe probe) {
        store.put(Shard.name(probe.document()), probe);
        shard.restore(probe);
    }

    void remove(Probe probe) {
        shard.remove(Shard.name(probe.document())).forEach(this::tell);
        store.remove(Shard.name(probe.document()));
    }

    /** All that was told, taken together. */
    Map<String, List<Match>> told() {
        return told;
    }

    /** What would be told of all that are there. */
    Map<String, List<Match>> asked() {
        return asked(store);
    }

    /** The same with nothing more to come and each probe kept as it counts. */
    Map<String, List<Match>> settled() {
        var live = new HashMap<String, Probe>();
        store.forEach((name, probe) -> live.put(name, shard.live(probe)));
        store.putAll(live);
        shard.settle();
        return asked(live);
    }

    private Map<String, List<Match>> asked(Map<String, Probe> probes) {
        var all = new TreeMap<String, List<Match>>();
        probes.values().forEach(probe -> {
            var matches = shard.matches(probe);
            if (!matches.isEmpty()) {
                all.put(key(probe.document()), matches);
            }
        });
        return all;
    }

    int silent() {
        return shard.silent();
    }

    /** How often a kept probe was looked up. */
    long lookups() {
        return lookups;
    }

    private void tell(Matches matches) {
        var key = matches.article() + "/" + matches.revision();
        var earlier = new ArrayList<>(matches.earlier());
        if (!matches.whole()) {
            told.getOrDefault(key, List.of()).stream()
                    .filter(m -> earlier.stream().noneMatch(m::sameDocument))
                    .forEach(earlier::add);
        }
        if (earlier.isEmpty()) {
            told.remove(key);
        } else {
            told.put(key, caps.kept(earlier));
        }
    }
}
