// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Many distinct texts out of few sentences. There is a bucket of sentences for each place of a text; text k takes from
 * the bucket of place x the sentence number f(x) mod p, where p is a prime and the digits of k in base p are the
 * coefficients of f. Two different polynomials of degree d agree in at most d places, so two texts share at most d
 * sentences.
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

    /** At least so many texts, of one sentence from each bucket. */
    static Recombination of(List<List<String>> buckets, long texts, Random random) {
        int prime = leastPrime(buckets.size());
        for (var bucket : buckets) {
            if (bucket.size() < prime) {
                throw new IllegalStateException("A bucket has " + bucket.size() + " sentences where " + prime
                        + " are needed; write more base texts or ask for fewer places");
            }
        }
        int degree = 1;
        while (power(prime, degree + 1) < texts) {
            degree++;
        }
        return new Recombination(prime, degree, random.nextInt(prime), buckets);
    }

    static int leastPrime(int from) {
        return IntStream.iterate(Math.max(2, from), n -> n + 1)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0))
                .findFirst()
                .orElseThrow();
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

    private static long power(int base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
