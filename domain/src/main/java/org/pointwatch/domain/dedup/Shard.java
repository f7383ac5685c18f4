// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pointwatch.domain.dedup.Match.Matches;

/**
 * One logical shard: which documents have how much in common, by the hashes that fall to it. What it has told, taken
 * together, is a function of the set of documents: for each revision its earliest matches, within the caps. Only an index
 * is held here; the probes themselves are looked up where they are kept. Not thread-safe.
 */
public final class Shard {
    private final int number;
    private final Caps caps;
    private final Function<String, Probe> kept;

    private final Texts texts = new Texts();
    private final Holders holders;
    private final Postings byArticle = new Postings();
    private final Search search;
    private final LiveProbes live = new LiveProbes();
    private boolean settled;

    /** @param kept the probe that was added under a name, see {@link #name} */
    public Shard(int number, Caps caps, Function<String, Probe> kept) {
        this.number = number;
        this.caps = caps;
        this.kept = kept;
        this.holders = new Holders(texts, caps);
        this.search = new Search(texts, holders, caps);
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
        return number(name(probe.document())).map(d -> matches(d, probe)).orElse(List.of());
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
        var own = matches(document, probe);
        if (!own.isEmpty()) {
            told.add(matches(probe.document(), true, own));
        }
        tellLater(document, probe, told);
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

    private Matches matches(Document of, boolean whole, List<Match> earlier) {
        return new Matches(of.article(), of.revision(), number, whole, earlier);
    }

    /** What a document has to do with earlier and with later ones. */
    private record Standing(List<Match> own, Map<Integer, Optional<Match>> later) {}

    /**
     * Compares what was told of documents before and after a change. A later one is told of the pair alone; only if the
     * pair is no more must it hear its whole list, in which another may take its place.
     */
    private List<Matches> judgedAgain(IntStream documents, Runnable change) {
        var before = new LinkedHashMap<Integer, Standing>();
        documents.forEach(d -> before.put(d, standing(d)));
        change.run();
        var told = new ArrayList<Matches>();
        var whole = new TreeSet<Integer>();
        var one = new TreeMap<Integer, List<Match>>();
        before.forEach((d, was) -> {
            var gone = texts.textOf(d) < 0;
            var own = gone ? List.<Match>of() : matches(d, probe(d));
            if (!own.equals(was.own())) {
                told.add(matches(probe(d).document(), true, own));
            }
            was.later().forEach((later, match) -> {
                var is = gone ? Optional.<Match>empty() : pair(later, d);
                if (gone || (match.isPresent() && is.isEmpty())) {
                    whole.add(later);
                } else if (!is.equals(match)) {
                    is.ifPresent(m ->
                            one.computeIfAbsent(later, l -> new ArrayList<>()).add(m));
                }
            });
        });
        whole.forEach(d -> told.add(matches(probe(d).document(), true, matches(d, probe(d)))));
        one.forEach((d, matches) -> {
            if (!whole.contains(d) && !before.containsKey(d)) {
                told.add(matches(probe(d).document(), false, matches));
            }
        });
        return told;
    }

    private Standing standing(int document) {
        var probe = probe(document);
        var later = new TreeMap<Integer, Optional<Match>>();
        search.later(document, probe).forEach(other -> later.put(other, pair(other, document)));
        return new Standing(matches(document, probe), later);
    }

    private Optional<Match> pair(int later, int earlier) {
        return compare(later, live(later), earlier, live(earlier));
    }

    private void tellLater(int document, Probe probe, List<Matches> told) {
        var own = live(document, probe);
        search.later(document, probe).forEach(later -> {
            var other = live(later);
            compare(later, other, document, own).ifPresent(m -> told.add(matches(other.document(), false, List.of(m))));
        });
    }

    /** The earliest matches of a document, within the caps. */
    private List<Match> matches(int document, Probe probe) {
        var found = new ArrayList<Match>();
        var own = live(document, probe);
        search.earlier(document, probe)
                .takeWhile(other -> found.size() < caps.matches())
                .forEach(other -> compare(document, own, other, live(other)).ifPresent(found::add));
        return found;
    }

    /** The same answer whichever of the two is there first: what made it worth a look is asked again of what is live in both. */
    private Optional<Match> compare(int later, Probe laterLive, int earlier, Probe earlierLive) {
        var overlap = Overlap.of(laterLive, earlierLive);
        var match = Match.of(laterLive.document(), earlierLive.document(), overlap);
        return search.isPlausible(later, earlier, overlap) && CopyRule.worthTelling(match.numbers())
                ? Optional.of(match)
                : Optional.empty();
    }

    private Probe probe(int document) {
        return kept.apply(texts.key(document));
    }
}
