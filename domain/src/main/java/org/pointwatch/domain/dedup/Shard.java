// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.Match.Matches;

/**
 * One logical shard: which documents have how much in common, by the hashes that fall to it. What it has told, taken
 * together, is a function of the set of documents: for each revision its earliest matches, within the caps. Only an index
 * is held here; the probes themselves are looked up where they are kept. Not thread-safe.
 */
public final class Shard {
    private final int number;
    private final Function<String, Probe> kept;

    private final Texts texts = new Texts();
    private final Holders holders;
    private final Postings byArticle = new Postings();
    private final Search search;
    private final Pairs pairs;
    private final LiveProbes live = new LiveProbes();
    private boolean settled;

    /** @param kept the probe that was added under a name, see {@link #name} */
    public Shard(int number, Caps caps, Function<String, Probe> kept) {
        this.number = number;
        this.kept = kept;
        this.holders = new Holders(texts, caps);
        this.search = new Search(texts, holders, caps);
        this.pairs = new Pairs(search, caps, this::live);
    }

    /** The name under which a probe must be kept: unique within a shard. */
    public static String name(Document document) {
        return Texts.key(document);
    }

    /** Hashes that are ignored because too many texts of one day, or of one outlet, hold them. */
    public int silent() {
        return holders.silent();
    }

    /** Whether this very document is there already. */
    public boolean has(Document d) {
        return texts.ofArticle(byArticle, d.article()).stream()
                .anyMatch(i -> texts.key(i).equals(name(d))
                        && texts.time(i) == d.time().toEpochMilli());
    }

    /** Documents of the same article that are kept under another time: it has moved. */
    public List<String> moved(Document d) {
        return texts.ofArticle(byArticle, d.article()).stream()
                .filter(i -> texts.time(i) != d.time().toEpochMilli())
                .map(texts::key)
                .toList();
    }

    /** Indexes a document of an earlier run, whose matches were told then. */
    public void restore(Probe probe) {
        var document = index(probe);
        silence(holders.crossed(document, probe));
    }

    /** What would have been told of a document by now, for whoever has restored all there are. */
    public List<Match> matches(Probe probe) {
        return number(name(probe.document())).map(d -> earliest(d, probe)).orElse(List.of());
    }

    /** A probe as it counts among the documents that are there. */
    public Probe live(Probe probe) {
        return number(name(probe.document())).map(d -> live(d, probe)).orElse(probe);
    }

    /** From now on nothing is added, and what is kept is what {@link #live} has returned. */
    public void settle() {
        settled = true;
    }

    private Probe live(int document, Probe probe) {
        return settled ? probe : live.get(document, () -> holders.live(document, probe));
    }

    private Probe live(int document) {
        return settled ? probe(document) : live.get(document, () -> holders.live(document, probe(document)));
    }

    private void silence(List<Holders.Crossing> crossed) {
        holders.silence(crossed);
        holders.documents(crossed).forEach(live::forget);
    }

    /** Indexes a document, and tells what it changes for its own article and for later ones. */
    public List<Matches> add(Probe probe) {
        var document = index(probe);
        var told = new ArrayList<Matches>();
        var own = live(document, probe);
        var around = search.around(document, probe);
        var earlier = pairs.earliest(document, own, around.earlier());
        if (!earlier.isEmpty()) {
            told.add(matches(own, true, pairs.matches(own, earlier)));
        }
        tellLater(document, own, around.later(), told);
        var crossed = holders.crossed(document, probe);
        if (!crossed.isEmpty()) {
            told.addAll(judgedAgain(holders.documents(crossed), () -> silence(crossed)));
        }
        return told;
    }

    /** Forgets a document that is too old for anything new to match; those that it was told to keep it. */
    public void forget(String name) {
        number(name).ifPresent(texts::remove);
    }

    /** Forgets a document, and tells those that it was told to. */
    public List<Matches> remove(String name) {
        var document = number(name);
        return document.isEmpty()
                ? List.of()
                : judgedAgain(IntStream.of(document.get()), () -> {
                    holders.remove(probe(document.get()), document.get());
                    texts.remove(document.get());
                });
    }

    private Optional<Integer> number(String name) {
        return texts.ofArticle(byArticle, name.substring(0, name.indexOf('\0'))).stream()
                .filter(i -> texts.key(i).equals(name))
                .findFirst();
    }

    private int index(Probe probe) {
        var found = texts.find(probe.document().content());
        var text = found < 0 ? texts.addText(probe) : found;
        var document = texts.addDocument(text, probe.document());
        byArticle.add(probe.document().article().hashCode(), document);
        holders.add(probe, text, document, found < 0);
        return document;
    }

    private Matches matches(Probe of, boolean whole, List<Match> earlier) {
        return new Matches(of.document().article(), of.document().revision(), number, whole, earlier);
    }

    private void tellLater(int document, Probe own, int[] later, List<Matches> told) {
        for (var d : later) {
            var other = live(d);
            var overlap = pairs.overlap(d, other, document, own);
            if (overlap != null) {
                told.add(matches(other, false, List.of(Match.of(other.document(), own.document(), overlap))));
            }
        }
    }

    /** The earliest matches of a document, within the caps. */
    private List<Match> earliest(int document, Probe probe) {
        var own = live(document, probe);
        var around = search.around(document, probe);
        return pairs.matches(own, pairs.earliest(document, own, around.earlier()));
    }

    /** What a document had to do with earlier and with later ones; null for a later one that nothing was told to. */
    private record Standing(Search.Around around, List<Pairs.Earlier> own, @Nullable Overlap[] later) {}

    private Standing standing(int document) {
        var around = search.around(document, probe(document));
        var own = live(document);
        return new Standing(around, pairs.earliest(document, own, around.earlier()), later(document, own, around));
    }

    private @Nullable Overlap[] later(int document, Probe own, Search.Around around) {
        var later = new Overlap[around.later().length];
        for (var i = 0; i < later.length; i++) {
            later[i] = pairs.overlap(around.later()[i], live(around.later()[i]), document, own);
        }
        return later;
    }

    /**
     * Compares what was told of documents before and after a change, which can only make them share less. A later one is
     * told of the pair alone; only if the pair is no more must it hear its whole list, in which another may take its place.
     */
    private List<Matches> judgedAgain(IntStream documents, Runnable change) {
        var before = new LinkedHashMap<Integer, Standing>();
        documents.forEach(d -> before.put(d, standing(d)));
        change.run();
        var told = new ArrayList<Matches>();
        var whole = new TreeSet<Integer>();
        var one = new TreeMap<Integer, List<Match>>();
        before.forEach((d, was) -> {
            if (texts.textOf(d) < 0) {
                gone(d, was, told, whole);
            } else {
                stays(d, was, told, whole, one);
            }
        });
        whole.forEach(d -> told.add(matches(probe(d), true, earliest(d, probe(d)))));
        one.forEach((d, matches) -> {
            if (!whole.contains(d) && !before.containsKey(d)) {
                told.add(matches(probe(d), false, matches));
            }
        });
        return told;
    }

    private void gone(int document, Standing was, List<Matches> told, Set<Integer> whole) {
        if (!was.own().isEmpty()) {
            told.add(matches(probe(document), true, List.of()));
        }
        IntStream.of(was.around().later()).forEach(whole::add);
    }

    private void stays(
            int document, Standing was, List<Matches> told, Set<Integer> whole, Map<Integer, List<Match>> one) {
        var own = live(document);
        var earlier = pairs.earliest(document, own, was.around().earlier());
        if (!earlier.equals(was.own())) {
            told.add(matches(own, true, pairs.matches(own, earlier)));
        }
        var is = later(document, own, was.around());
        for (var i = 0; i < is.length; i++) {
            var later = was.around().later()[i];
            if (is[i] == null && was.later()[i] != null) {
                whole.add(later);
            } else if (is[i] != null && !is[i].equals(was.later()[i])) {
                one.computeIfAbsent(later, l -> new ArrayList<>())
                        .add(Match.of(live(later).document(), own.document(), is[i]));
            }
        }
    }

    private Probe probe(int document) {
        return kept.apply(texts.key(document));
    }
}
