// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

/** Finds, for one document, those that share enough with it for a look. */
final class Search {
    /** Revisions of one article that may have one text, in a flood of it. */
    private static final int MOST_REVISIONS = 8;

    /** Of so many documents with one text those within the window are looked for, and not met on the way. */
    private static final int MANY = 8;

    private final Texts texts;
    private final Holders holders;
    private final Caps caps;
    private final Tally tally = new Tally();

    Search(Texts texts, Holders holders, Caps caps) {
        this.texts = texts;
        this.holders = holders;
        this.caps = caps;
    }

    /**
     * Documents that one may have to be compared with, in order of time.
     *
     * @param earlier within the window, of each slot and text the first few
     * @param later those that may have to know of this one
     */
    record Around(int[] earlier, int[] later) {}

    Around around(int document, Probe probe) {
        var earlier = new IntList();
        var later = new IntList();
        var own = texts.textOf(document);
        var same = texts.documentsOf(own);
        var place = texts.place(same, document);
        holders.count(document, probe, tally);
        tally.forEach((text, body, lead, title, runs) -> {
            if (text == own || plausible(own, text, body, lead, title, runs)) {
                var inOrder = texts.documentsOf(text);
                earlier(document, inOrder, earlier);
                if (text != own || !isListedByNone(same, place)) {
                    later(document, inOrder, same, place, later);
                }
            }
        });
        return new Around(earlier.sorted(texts::before), later.sorted(texts::before));
    }

    /** Whether two documents would be found, by what is live in both of them. */
    boolean isPlausible(int one, int other, Overlap live) {
        var text = texts.textOf(one);
        return text == texts.textOf(other)
                || plausible(
                        text,
                        texts.textOf(other),
                        live.body().both(),
                        live.lead().both(),
                        live.titles() > 0,
                        live.runs().both());
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

    /** The documents of a text that one has to be compared with: of each slot the earliest. */
    private void earlier(int document, int[] inOrder, IntList found) {
        var slot = Long.MIN_VALUE;
        var left = 0;
        var i = inOrder.length < MANY ? 0 : texts.firstNear(inOrder, texts.time(document));
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
    private void later(int document, int[] inOrder, int[] same, int place, IntList found) {
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
}
