// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import com.optimaize.langdetect.NgramFrequencyData;
import com.optimaize.langdetect.cybozu.util.CharNormalizer;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractor;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.language.Guess;

/**
 * The library's n-gram profiles of the languages of one script, and the judgement by them. Immutable.
 *
 * <p>The n-grams and their frequencies are the library's; the judgement over them is not. Its own detector stops at the
 * first few n-grams (in the order of a hash table) that make it sure, and was confidently wrong on 3 % of 7,757 English
 * passages of 400 letters; its algorithm for long texts draws at random and throws on some. Over all n-grams, each once,
 * none of those passages was wrong.
 */
final class Profiles {
    /** Added to the frequency of every n-gram, so that one which a language lacks is no proof against it. */
    private static final double SMOOTHING = 0.3 / 10_000;

    /** Each letter speaks three times, in n-grams of one, two and three: the evidence is taken to its third root. */
    private static final int LONGEST_NGRAM = 3;

    /** The product of so many factors, each above SMOOTHING, is far from the smallest double. */
    private static final int FACTORS_BEFORE_SCALING = 32;

    private final NgramExtractor ngrams = NgramExtractors.standard();
    private final NgramFrequencyData frequencies;
    private final double[] priors;

    private Profiles(NgramFrequencyData frequencies, double[] priors) {
        this.frequencies = frequencies;
        this.priors = priors;
    }

    /** @param priors how often each language is met, relative to the others; codes of ISO 639-1 */
    static Profiles load(Map<String, Double> priors) {
        var languages = List.copyOf(priors.keySet());
        try {
            var profiles = new LanguageProfileReader()
                    .readBuiltIn(languages.stream().map(LdLocale::fromString).toList());
            var frequencies = NgramFrequencyData.create(profiles, List.of(1, 2, LONGEST_NGRAM));
            var inOrder = frequencies.getLanguageList().stream()
                    .mapToDouble(l -> priors.getOrDefault(l.getLanguage(), 0.0))
                    .toArray();
            return new Profiles(frequencies, inOrder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the jar of language-detector on the class path lacks a profile of " + languages
                            + "; build again with `mvn -B clean package`",
                    e);
        }
    }

    Guess judge(String words) {
        var likely = likelihoods(words);
        var sum = 0.0;
        var best = 0;
        for (var i = 0; i < likely.length; i++) {
            likely[i] = Math.cbrt(likely[i]) * priors[i];
            sum += likely[i];
            best = likely[i] > likely[best] ? i : best;
        }
        return new Guess(frequencies.getLanguage(best).getLanguage(), likely[best] / sum);
    }

    /** Relative to the likeliest, which has 1. */
    private double[] likelihoods(String words) {
        var likely = new double[priors.length];
        Arrays.fill(likely, 1);
        var factors = 0;
        for (var ngram : ngrams.extractCountedGrams(normal(words)).keySet()) {
            var frequency = frequencies.getProbabilities(ngram);
            if (frequency != null) {
                for (var i = 0; i < likely.length; i++) {
                    likely[i] *= frequency[i] + SMOOTHING;
                }
                if (++factors % FACTORS_BEFORE_SCALING == 0) {
                    scale(likely);
                }
            }
        }
        scale(likely);
        return likely;
    }

    private static void scale(double[] likely) {
        var most = 0.0;
        for (var l : likely) {
            most = Math.max(most, l);
        }
        for (var i = 0; i < likely.length; i++) {
            likely[i] /= most;
        }
    }

    /** Letters as the profiles spell them. */
    private static String normal(String words) {
        var normal = words.toCharArray();
        for (var i = 0; i < normal.length; i++) {
            normal[i] = CharNormalizer.normalize(normal[i]);
        }
        return new String(normal);
    }
}
