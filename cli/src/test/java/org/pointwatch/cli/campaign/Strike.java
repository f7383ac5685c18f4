// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One blow of the campaign.
 *
 * @param number from 1
 * @param part of the sample world's time that has passed by then
 * @param steps how often what the target does must be seen to get on before the blow falls
 * @param hop the topic whose committed offsets are watched for that, where the target is not the sink or the fetcher
 * @param dice whatever else is left to chance: bytes before a cut, which process of a pair
 */
record Strike(int number, double part, Target target, Blow blow, int steps, String hop, int dice) {
    /** Whom it hits. */
    enum Target {
        PROCESS_1,
        PROCESS_2,
        PROCESSES,
        SINK,
        FETCHER,
        BROKER,
        DATABASE;

        boolean isProcess() {
            return this == PROCESS_1 || this == PROCESS_2 || this == PROCESSES;
        }
    }

    /** What it does; cuts and the like are done to the connections that lead to the target. */
    enum Blow {
        KILL,
        PAUSE,
        /** Longer than any session: others take over, and what wakes up is a zombie. */
        ZOMBIE,
        CUT,
        CUT_MIDWAY,
        STALL,
        LOST_COMMIT
    }

    private record Move(Target target, Blow blow) {}

    private static final List<String> HOPS = List.of(
            "articles",
            "by-shingle-shard-repartition",
            "by-later-article-repartition",
            "story-changes",
            "by-target-repartition");

    private static final List<Target> TEN_KILLS = List.of(
            Target.BROKER,
            Target.BROKER,
            Target.PROCESS_1,
            Target.PROCESS_1,
            Target.PROCESS_2,
            Target.PROCESS_2,
            Target.SINK,
            Target.SINK,
            Target.FETCHER,
            Target.DATABASE);

    private static final List<Move> OTHERS = List.of(
            new Move(Target.PROCESS_1, Blow.ZOMBIE),
            new Move(Target.SINK, Blow.ZOMBIE),
            new Move(Target.DATABASE, Blow.LOST_COMMIT),
            new Move(Target.BROKER, Blow.CUT),
            new Move(Target.BROKER, Blow.PAUSE),
            new Move(Target.BROKER, Blow.CUT_MIDWAY),
            new Move(Target.DATABASE, Blow.CUT),
            new Move(Target.PROCESS_2, Blow.PAUSE),
            new Move(Target.BROKER, Blow.STALL),
            new Move(Target.DATABASE, Blow.PAUSE),
            new Move(Target.FETCHER, Blow.PAUSE),
            new Move(Target.DATABASE, Blow.CUT_MIDWAY),
            new Move(Target.SINK, Blow.PAUSE),
            new Move(Target.BROKER, Blow.ZOMBIE));

    /** So many kills, a fifth of them the broker's, and one other blow to five kills, none twice; the seed decides the rest. */
    static List<Strike> plan(long seed, int kills) {
        var random = new Random(seed);
        var moves = new ArrayList<Move>();
        var others = new ArrayList<>(OTHERS);
        while (moves.size() < kills) {
            moves.addAll(tenKills(random));
        }
        while (moves.size() > kills) {
            moves.remove(moves.size() - 1);
        }
        Collections.shuffle(others, random);
        others.stream().limit(kills / 5).forEach(m -> moves.add(random.nextInt(moves.size()), m));
        return numbered(moves, random);
    }

    /** Kills of nothing but the topology, for what only they can show. */
    static List<Strike> planOnProcesses(long seed, int kills) {
        var random = new Random(seed);
        var moves = new ArrayList<Move>();
        for (var i = 0; i < kills; i++) {
            moves.add(new Move(i % 2 == 0 ? Target.PROCESS_1 : Target.PROCESS_2, Blow.KILL));
        }
        return numbered(moves, random);
    }

    private static List<Move> tenKills(Random random) {
        var ten = new ArrayList<>(TEN_KILLS);
        if (random.nextBoolean()) {
            ten.set(5, Target.PROCESSES);
        }
        Collections.shuffle(ten, random);
        return ten.stream().map(t -> new Move(t, Blow.KILL)).toList();
    }

    private static List<Strike> numbered(List<Move> moves, Random random) {
        var strikes = new ArrayList<Strike>();
        for (var i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            strikes.add(new Strike(
                    i + 1,
                    (i + 1.0) / (moves.size() + 1),
                    move.target(),
                    move.blow(),
                    1 + random.nextInt(3),
                    HOPS.get(random.nextInt(HOPS.size())),
                    random.nextInt(1 << 16)));
        }
        return strikes;
    }

    @Override
    public String toString() {
        var where = target == Target.SINK || target == Target.FETCHER || target == Target.DATABASE ? "" : " at " + hop;
        return "%d: %s %s%s, step %d"
                .formatted(number, blow, target, where, steps)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
