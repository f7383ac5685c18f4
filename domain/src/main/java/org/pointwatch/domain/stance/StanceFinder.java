// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

/**
 * Finds where actors stand on points, in what they are quoted with and in what they are said to do ("Kyiv rejected the cap").
 * It abstains unless whose position it is, which way it points and what it is about are all told in one sentence. A pure
 * function; only sentences that prove a point are looked at.
 */
public final class StanceFinder {
    /** What has more is a list of names, and its first ones will do. */
    public static final int MOST = 200;

    /** Words of a sentence; a longer one is none. */
    private static final int LONGEST_SENTENCE = 250;

    private static final int MOST_POINTS = 12;

    private final Dossier dossier;
    private final Sides sides;
    private final Map<String, PointCues> cues = new HashMap<>();

    private StanceFinder(Dossier dossier) {
        this.dossier = dossier;
        this.sides = new Sides(dossier);
        for (var language : dossier.languages()) {
            cues.put(language, new PointCues(dossier, language));
        }
        cues.computeIfAbsent(dossier.defaultLanguage(), l -> new PointCues(dossier, l));
    }

    public static StanceFinder of(Dossier dossier) {
        return new StanceFinder(dossier);
    }

    /** In text order. */
    public List<StanceMention> find(Words words, TagResult tags, List<Quote> quotes) {
        var language = tags.language() == null ? dossier.defaultLanguage() : tags.language();
        var lexicon = Lexicon.of(language);
        var found = new ArrayList<StanceMention>();
        var pointCues = cues.get(language);
        if (!lexicon.isEmpty() && pointCues != null && !tags.points().isEmpty()) {
            decided(words, tags, quotes, lexicon, pointCues, found);
        }
        undecided(tags, quotes, found);
        found.sort(Comparator.comparingInt(StanceMention::start)
                .thenComparing(StanceMention::actor)
                .thenComparing(StanceMention::point));
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
    }

    private void decided(
            Words words,
            TagResult tags,
            List<Quote> quotes,
            Lexicon lexicon,
            PointCues pointCues,
            List<StanceMention> found) {
        var names = names(tags);
        var told = 0;
        for (var sentence : points(tags).entrySet()) {
            var at = tags.sentences().get(sentence.getKey());
            var word = wordAt(words, at.start());
            var number = words.sentenceOf(word);
            var from = words.firstOf(number);
            var to = words.firstOf(number + 1);
            if (to - from > LONGEST_SENTENCE || !lexicon.hasOperator(words, from, to)) {
                continue;
            }
            var scene = new Scene(words, number, lexicon, tags);
            names.getOrDefault(sentence.getKey(), List.of()).forEach(n -> scene.name(n.actor, n.start, n.end));
            Hedges.inversions(scene);
            while (told < quotes.size() && quotes.get(told).end() <= at.start()) {
                told++;
            }
            for (int q = told; q < quotes.size() && quotes.get(q).start() < at.end(); q++) {
                scene.quoted(quotes, q);
            }
            var subjects = new Subjects(scene, quotes, sides, lexicon.dropsSubjects);
            var points = sentence.getValue();
            var operators = new Operators(scene, subjects, new Contents(scene, pointCues), points.size() == 1);
            new StanceReader(scene, quotes, operators, points, sentence.getKey(), at).read(found);
        }
    }

    /** Name of an actor in a sentence. */
    private record Name(int actor, int start, int end) {}

    private static Map<Integer, List<Name>> names(TagResult tags) {
        var names = new HashMap<Integer, List<Name>>(2 * tags.sentences().size());
        for (int a = 0; a < tags.actors().size(); a++) {
            for (var e : tags.actors().get(a).evidence()) {
                names.computeIfAbsent(e.sentence(), s -> new ArrayList<>()).add(new Name(a, e.start(), e.end()));
            }
        }
        return names;
    }

    /** For each sentence that proves a point, the points and what proves them. */
    private static Map<Integer, Map<String, List<Evidence>>> points(TagResult tags) {
        var sentences = new TreeMap<Integer, Map<String, List<Evidence>>>();
        for (var point : tags.points()) {
            for (var e : point.evidence()) {
                var here = sentences.computeIfAbsent(e.sentence(), s -> new LinkedHashMap<>());
                if (here.size() < MOST_POINTS || here.containsKey(point.point())) {
                    here.computeIfAbsent(point.point(), p -> new ArrayList<>()).add(e);
                }
            }
        }
        return sentences;
    }

    private static int wordAt(Words words, int offset) {
        var low = 0;
        var high = words.count() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.end(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Who speaks of a point without a position that could be told. */
    private static void undecided(TagResult tags, List<Quote> quotes, List<StanceMention> found) {
        var told = new HashSet<String>();
        found.forEach(m -> told.add(m.actor() + "|" + m.point() + "|" + m.sentence()));
        for (var q : quotes) {
            var speaker = q.speaker();
            if (speaker == null || q.points().isEmpty() || found.size() > MOST) {
                continue;
            }
            for (var point : q.points()) {
                var sentence = sentenceOf(tags, q, point);
                if (sentence >= 0 && told.add(speaker + "|" + point + "|" + sentence)) {
                    var unknown = Position.UNKNOWN.label();
                    found.add(new StanceMention(speaker, point, unknown, q.start(), q.end(), sentence, q.text(), null));
                }
            }
        }
    }

    private static int sentenceOf(TagResult tags, Quote q, String point) {
        for (var mention : tags.points()) {
            if (mention.point().equals(point)) {
                for (var e : mention.evidence()) {
                    if (e.start() < q.end() && q.start() < e.end()) {
                        return e.sentence();
                    }
                }
            }
        }
        return -1;
    }
}
