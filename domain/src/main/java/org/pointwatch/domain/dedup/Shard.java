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
    /** Revisions of one article that may have one text, in a flood of it. */
    private static final int MOST_REVISIONS = 8;

    private final int number;
    private final Caps caps;
    private final Function<String, Probe> kept;

    private final Texts texts = new Texts();
    private final Holders holders;
    private final Postings byArticle = new Postings();
    private final Tally tally = new Tally();
    private boolean settled;

    /** @param kept the probe that was added under a name, see {@link #name} */
    public Shard(int number, Caps caps, Function<String, Probe> kept) {
        this.number = number;
        this.caps = caps;
        this.kept = kept;
        this.holders = new Holders(texts, caps);
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
        holders.silence(holders.crossed(document, probe));
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
        return settled ? probe : holders.live(document, probe);
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
            told.addAll(judgedAgain(holders.documents(crossed), () -> holders.silence(crossed)));
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
        later(document, probe).forEach(other -> later.put(other, pair(other, document)));
        return new Standing(matches(document, probe), later);
    }

    private Optional<Match> pair(int later, int earlier) {
        return compare(later, live(later, probe(later)), earlier, live(earlier, probe(earlier)));
    }

    private void tellLater(int document, Probe probe, List<Matches> told) {
        var own = live(document, probe);
        later(document, probe).forEach(later -> {
            var other = live(later, probe(later));
            compare(later, other, document, own).ifPresent(m -> told.add(matches(other.document(), false, List.of(m))));
        });
    }

    /** The earliest matches of a document, within the caps. */
    private List<Match> matches(int document, Probe probe) {
        var found = new ArrayList<Match>();
        var own = live(document, probe);
        candidates(document, probe, this::earlier)
                .takeWhile(other -> found.size() < caps.matches())
                .forEach(other ->
                        compare(document, own, other, live(other, probe(other))).ifPresent(found::add));
        return found;
    }

    /** Later documents that may have to know of this one. */
    private IntStream later(int document, Probe probe) {
        return candidates(document, probe, this::later);
    }

    /** The documents of a text that one has to be compared with: of each slot the earliest. */
    private void earlier(int document, int text, IntList found) {
        var inOrder = texts.documentsOf(text);
        var slot = Long.MIN_VALUE;
        var left = 0;
        var i = texts.firstNear(inOrder, texts.time(document));
        while (i < inOrder.length && texts.before(inOrder[i], document)) {
            if (Caps.slot(texts.time(inOrder[i])) != slot) {
                slot = Caps.slot(texts.time(inOrder[i]));
                left = caps.sameText();
            }
            if (left == 0) {
                i = texts.firstFrom(inOrder, (slot + 1) * Caps.SLOT);
            } else {
                if (near(document, inOrder[i])) {
                    found.add(inOrder[i]);
                    left--;
                }
                i++;
            }
        }
    }

    /** Of many documents with one text a later one lists the first few of each slot only. */
    private void later(int document, int text, IntList found) {
        var same = texts.documentsOf(texts.textOf(document));
        var place = texts.place(same, document);
        var inOrder = texts.documentsOf(text);
        if (text == texts.textOf(document) && isListedByNone(same, place)) {
            return;
        }
        for (var i = texts.place(inOrder, document); i < inOrder.length; i++) {
            if (near(document, inOrder[i]) && isListed(same, place, inOrder[i])) {
                found.add(inOrder[i]);
            }
        }
    }

    /** A flood of one text, all within a window: enough of the slot come before. */
    private boolean isListedByNone(int[] same, int place) {
        var time = texts.time(same[place]);
        var first = Math.max(
                texts.firstNear(same, texts.time(same[same.length - 1])),
                texts.firstFrom(same, Caps.slot(time) * Caps.SLOT));
        return place - first >= caps.sameText() + MOST_REVISIONS && texts.seenTogether(texts.textOf(same[place]));
    }

    private boolean isListed(int[] same, int place, int later) {
        var slot = Caps.slot(texts.time(same[place]));
        var earlier = 0;
        for (var i = place - 1; i >= 0 && earlier < caps.sameText() && Caps.slot(texts.time(same[i])) == slot; i--) {
            earlier += near(same[i], later) ? 1 : 0;
        }
        return earlier < caps.sameText();
    }

    /** The same answer whichever of the two is there first: what made it worth a look is asked again of what is live in both. */
    private Optional<Match> compare(int later, Probe laterLive, int earlier, Probe earlierLive) {
        var overlap = Overlap.of(laterLive, earlierLive);
        var match = Match.of(laterLive.document(), earlierLive.document(), overlap);
        var plausible = texts.textOf(later) == texts.textOf(earlier)
                || plausible(
                        texts.textOf(later),
                        texts.textOf(earlier),
                        overlap.body().both(),
                        overlap.lead().both(),
                        overlap.titles() > 0,
                        overlap.runs().both());
        return plausible && CopyRule.worthTelling(match.numbers()) ? Optional.of(match) : Optional.empty();
    }

    private Probe probe(int document) {
        return kept.apply(texts.key(document));
    }

    /** Looks for documents of a text. */
    private interface Search {
        void in(int document, int text, IntList found);
    }

    /** Documents within the window that share enough for a look, in order of time. */
    private IntStream candidates(int document, Probe probe, Search search) {
        holders.count(document, probe, tally);
        var own = texts.textOf(document);
        var found = new IntList();
        tally.forEach((text, body, lead, title, runs) -> {
            if (text == own || plausible(own, text, body, lead, title, runs)) {
                search.in(document, text, found);
            }
        });
        return found.sorted(texts::before);
    }

    private boolean near(int document, int other) {
        return document != other && texts.near(document, other) && !texts.sameArticle(document, other);
    }

    private boolean plausible(int own, int other, int body, int lead, boolean title, int runs) {
        var comparable = Math.min(texts.comparable(own, other), texts.comparable(other, own));
        if (body >= least(comparable)) {
            return true;
        }
        if (runs > 0 && texts.namesAlike(own, other)) {
            return true;
        }
        var shorter = Math.min(texts.shingles(own), texts.shingles(other));
        return shorter < CopyRule.SHORT && (title || lead >= 1);
    }

    /** Fewer than what is worth telling, for boilerplate is counted here as well. */
    private static double least(double comparable) {
        return Math.max(2, CopyRule.LEAST_TOLD * 0.6 * comparable);
    }
}
