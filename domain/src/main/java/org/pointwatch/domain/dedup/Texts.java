// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of a shard, by number, and the distinct texts among them: a text that is carried unchanged is indexed
 * once. Columns rather than objects, for there may be a million.
 */
final class Texts {
    private static final char GAP = '\0';
    private static final long WINDOW = CopyRule.WINDOW.toMillis();

    private int texts;
    private int[] shingles = new int[256];
    private int[] bound = new int[256];
    private int[] sampled = new int[256];
    private long[] names = new long[256];
    private int[] titles = new int[256];
    private int[] leads = new int[256];
    private long[] contents = new long[256];
    private int[] onlyDocument = new int[256];
    private long[] firstSeen = new long[256];
    private long[] lastSeen = new long[256];
    private final Map<Integer, int[]> documentsOf = new HashMap<>();
    private final Postings byContent = new Postings();

    private int documents;
    private String[] keys = new String[256];
    private int[] articles = new int[256];
    private long[] times = new long[256];
    private long[] seen = new long[256];
    private int[] outlets = new int[256];
    private int[] textOf = new int[256];
    private final Map<String, Integer> outletNumbers = new HashMap<>();

    /** The text with this content, or -1. */
    int find(long content) {
        for (var text : byContent.holders((int) content)) {
            if (contents[text] == content) {
                return text;
            }
        }
        return -1;
    }

    int addText(Probe p) {
        if (texts == shingles.length) {
            shingles = Arrays.copyOf(shingles, texts * 2);
            bound = Arrays.copyOf(bound, texts * 2);
            sampled = Arrays.copyOf(sampled, texts * 2);
            names = Arrays.copyOf(names, texts * 2);
            titles = Arrays.copyOf(titles, texts * 2);
            leads = Arrays.copyOf(leads, texts * 2);
            contents = Arrays.copyOf(contents, texts * 2);
            onlyDocument = Arrays.copyOf(onlyDocument, texts * 2);
            firstSeen = Arrays.copyOf(firstSeen, texts * 2);
            lastSeen = Arrays.copyOf(lastSeen, texts * 2);
        }
        var d = p.document();
        shingles[texts] = d.shingles();
        bound[texts] = d.bodyBound();
        sampled[texts] = p.body().length;
        names[texts] = Anchors.signature(p.anchors());
        titles[texts] = d.titleKey() == 0 ? d.leadKey() : d.titleKey();
        leads[texts] = d.leadKey();
        contents[texts] = d.content();
        onlyDocument[texts] = -1;
        firstSeen[texts] = Long.MAX_VALUE;
        lastSeen[texts] = Long.MIN_VALUE;
        byContent.add((int) d.content(), texts);
        return texts++;
    }

    int addDocument(int text, Document d) {
        if (documents == keys.length) {
            keys = Arrays.copyOf(keys, documents * 2);
            articles = Arrays.copyOf(articles, documents * 2);
            times = Arrays.copyOf(times, documents * 2);
            seen = Arrays.copyOf(seen, documents * 2);
            outlets = Arrays.copyOf(outlets, documents * 2);
            textOf = Arrays.copyOf(textOf, documents * 2);
        }
        keys[documents] = key(d);
        articles[documents] = d.article().hashCode();
        times[documents] = d.time().toEpochMilli();
        seen[documents] = d.firstSeen().toEpochMilli();
        outlets[documents] = outletNumbers.computeIfAbsent(d.outlet(), o -> outletNumbers.size());
        textOf[documents] = text;
        firstSeen[text] = Math.min(firstSeen[text], seen[documents]);
        lastSeen[text] = Math.max(lastSeen[text], seen[documents]);
        insert(text, documents);
        return documents++;
    }

    /** Forgets a document; its number is not used again. */
    void remove(int document) {
        var text = textOf[document];
        var left = Arrays.stream(documentsOf(text)).filter(d -> d != document).toArray();
        if (left.length > 1) {
            documentsOf.put(text, left);
        } else {
            documentsOf.remove(text);
            onlyDocument[text] = left.length == 0 ? -1 : left[0];
        }
        textOf[document] = -1;
    }

    /** In order of (time, article, revision). */
    int[] documentsOf(int text) {
        if (onlyDocument[text] >= 0) {
            return new int[] {onlyDocument[text]};
        }
        return documentsOf.getOrDefault(text, new int[0]);
    }

    private void insert(int text, int document) {
        var old = documentsOf(text);
        if (old.length == 0) {
            onlyDocument[text] = document;
            return;
        }
        var at = place(old, document);
        var all = Arrays.copyOf(old, old.length + 1);
        System.arraycopy(old, at, all, at + 1, old.length - at);
        all[at] = document;
        onlyDocument[text] = -1;
        documentsOf.put(text, all);
    }

    /** How many of some documents in order come before one. */
    int place(int[] inOrder, int document) {
        var from = 0;
        var to = inOrder.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (before(inOrder[middle], document)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The first of some documents in order that is within the window of a time. */
    int firstNear(int[] inOrder, long time) {
        return firstFrom(inOrder, time - WINDOW);
    }

    /** The first of some documents in order that is not before a time. */
    int firstFrom(int[] inOrder, long time) {
        var from = 0;
        var to = inOrder.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (times[inOrder[middle]] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Whether all of a text's documents were first seen within one window. */
    boolean seenTogether(int text) {
        return lastSeen[text] - firstSeen[text] <= WINDOW;
    }

    boolean before(int a, int b) {
        return times[a] != times[b] ? times[a] < times[b] : keys[a].compareTo(keys[b]) < 0;
    }

    boolean near(int a, int b) {
        return Math.abs(times[a] - times[b]) <= WINDOW && Math.abs(seen[a] - seen[b]) <= WINDOW;
    }

    /** Names a document in its shard's store; in the order of such names articles come before revisions. */
    static String key(Document d) {
        return d.article() + GAP + d.revision();
    }

    String key(int document) {
        return keys[document];
    }

    boolean sameArticle(int a, int b) {
        if (articles[a] != articles[b]) {
            return false;
        }
        var end = keys[a].indexOf(GAP);
        return end == keys[b].indexOf(GAP) && keys[a].regionMatches(0, keys[b], 0, end);
    }

    List<Integer> ofArticle(Postings byArticle, String article) {
        var found = new ArrayList<Integer>();
        byArticle.forEach(article.hashCode(), d -> {
            if (textOf[d] >= 0 && keys[d].startsWith(article + GAP)) {
                found.add(d);
            }
        });
        return found;
    }

    String article(int document) {
        return keys[document].substring(0, keys[document].indexOf(GAP));
    }

    int textOf(int document) {
        return textOf[document];
    }

    int outlet(int document) {
        return outlets[document];
    }

    long time(int document) {
        return times[document];
    }

    int title(int text) {
        return titles[text];
    }

    int lead(int text) {
        return leads[text];
    }

    boolean namesAlike(int text, int other) {
        return Anchors.alike(names[text], names[other]);
    }

    int shingles(int text) {
        return shingles[text];
    }

    /** About how many of a text's sampled shingles lie below another's bound. */
    double comparable(int text, int other) {
        return bound[other] >= bound[text] ? sampled[text] : (double) sampled[text] * bound[other] / bound[text];
    }

    int count() {
        return texts;
    }
}
