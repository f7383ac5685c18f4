// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Many distinct texts out of few sentences. The sentences are dealt into one bucket for each place of a text, a prime
 * number p of them in each; text k takes from the bucket of place x the sentence number f(x) mod p, where the digits of k
 * in base p are the coefficients of f. Two different polynomials of degree d agree in at most d places, so two texts
 * share at most d sentences. Where there are too few sentences for all places, they are used again reworded.
 */
final class Recombination {
    private final int prime;
    private final int degree;
    private final long offset;
    private final List<List<String>> buckets;

    private Recombination(int prime, int degree, long offset, List<List<String>> buckets) {
        this.prime = prime;
        this.degree = degree;
        this.offset = offset;
        this.buckets = buckets;
    }

    /** At least so many texts of up to so many sentences each. */
    static Recombination of(List<String> sentences, int places, long texts, Random random) {
        int prime = primeFrom(places);
        int degree = 1;
        while (power(prime, degree + 1) < texts) {
            degree++;
        }
        long offset = Math.floorMod(random.nextLong(), power(prime, degree + 1));
        return new Recombination(prime, degree, offset, buckets(sentences, places, prime, random));
    }

    /** The most sentences that two texts can have in common. */
    int mostShared() {
        return degree;
    }

    /** Text number {@code k}, its sentences in an order of its own. */
    List<String> sentences(long k) {
        long number = Math.floorMod(k + offset, power(prime, degree + 1));
        var sentences = new ArrayList<String>(buckets.size());
        for (int place = 0; place < buckets.size(); place++) {
            sentences.add(buckets.get(place).get(valueAt(place, number)));
        }
        Collections.shuffle(sentences, new Random(number * 31 + prime));
        return sentences;
    }

    private int valueAt(int place, long number) {
        long value = 0;
        long power = 1;
        for (long digits = number; digits > 0; digits /= prime) {
            value = (value + digits % prime * power) % prime;
            power = power * place % prime;
        }
        return (int) value;
    }

    private static List<List<String>> buckets(List<String> sentences, int places, int prime, Random random) {
        var pool = new ArrayList<>(sentences.stream().distinct().toList());
        Collections.shuffle(pool, random);
        int perLayer = pool.size() / prime;
        if (perLayer == 0) {
            throw new IllegalStateException(pool.size() + " sentences cannot fill one bucket of " + prime
                    + "; write more base texts or ask for fewer places");
        }
        int layers = (places + perLayer - 1) / perLayer;
        var rewording = Rewording.of(pool);
        return IntStream.range(0, layers)
                .mapToObj(layer -> layer == 0 ? pool : rewording.of(pool, random))
                .flatMap(layer -> IntStream.range(0, perLayer)
                        .mapToObj(bucket -> List.copyOf(layer.subList(bucket * prime, (bucket + 1) * prime))))
                .limit(places)
                .toList();
    }

    private static long power(int base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    private static int primeFrom(int least) {
        return IntStream.iterate(Math.max(2, least), n -> n + 1)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0))
                .findFirst()
                .orElseThrow();
    }
}
