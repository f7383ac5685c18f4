// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One kill of the campaign.
 *
 * @param article how many articles the topology has at least taken in by then
 * @param hop the topic whose committed offsets have moved by then: how deep in the topology the kill falls
 * @param victims roles that are killed together
 */
record Strike(int article, String hop, List<String> victims) {
    static final String PROCESS = "process";
    static final String SINK = "sink";

    private static final List<String> HOPS =
            List.of("articles", "by-shingle-shard-repartition", "by-target-repartition");
    private static final double[] EARLIEST = {0.06, 0.38, 0.70};
    private static final double SPAN = 0.16;

    /** Three moments, one in each third of the articles, so that each role dies twice: once alone, once with the other. */
    static List<Strike> plan(long seed, int articles) {
        var random = new Random(seed);
        var victims = new ArrayList<>(List.of(List.of(PROCESS), List.of(SINK), List.of(PROCESS, SINK)));
        Collections.shuffle(victims, random);
        var strikes = new ArrayList<Strike>();
        for (var i = 0; i < EARLIEST.length; i++) {
            var at = (int) (articles * (EARLIEST[i] + SPAN * random.nextDouble()));
            strikes.add(new Strike(Math.max(1, at), HOPS.get(random.nextInt(HOPS.size())), victims.get(i)));
        }
        return strikes;
    }

    boolean hits(String role) {
        return victims.contains(role);
    }
}
