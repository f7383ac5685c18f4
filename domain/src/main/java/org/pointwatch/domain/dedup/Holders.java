// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.pointwatch.domain.dedup.Silence.Table;

/** Who holds which hash, and which hashes say nothing because too many do. */
final class Holders {
    private final Texts texts;
    private final Caps caps;
    private final Silence silence = new Silence();
    private final Map<Table, Postings> tables =
            Map.of(Table.BODY, new Postings(), Table.MARKS, new Postings(), Table.ANCHORS, new Postings());

    /** For a hash with more holders than one day may have: how many texts hold it, by day. */
    private final Map<Long, Map<Integer, Integer>> hot = new HashMap<>();

    /** A hash that says nothing from now on about some documents: of one outlet, or of any ({@link Silence#ALL}). */
    record Crossing(long silenced, int outlet, int[] documents) {}

    Holders(Texts texts, Caps caps) {
        this.texts = texts;
        this.caps = caps;
    }

    int silent() {
        return silence.size();
    }

    void silence(List<Crossing> crossings) {
        crossings.forEach(c -> silence.add(c.silenced(), c.outlet()));
    }

    IntStream documents(List<Crossing> crossings) {
        return crossings.stream()
                .flatMapToInt(c -> Arrays.stream(c.documents()))
                .distinct();
    }

    /** @param fresh whether the text was not there before */
    void add(Probe probe, int text, int document, boolean fresh) {
        var day = Silence.day(texts.time(document));
        var newDay = isOnlyOfDay(text, document);
        forEach(probe, (table, hash) -> {
            if (fresh && table(table).add(hash, text) > caps.holders(table) && !hot.containsKey(key(table, hash))) {
                hot.put(key(table, hash), days(table, hash));
            } else if (newDay && !hot.isEmpty()) {
                var days = hot.get(key(table, hash));
                if (days != null) {
                    days.merge(day, 1, Integer::sum);
                }
            }
        });
    }

    /** For a document that is about to go, lest it is counted twice if it comes again. */
    void remove(Probe probe, int document) {
        if (!hot.isEmpty() && isOnlyOfDay(texts.textOf(document), document)) {
            var day = Silence.day(texts.time(document));
            forEach(probe, (table, hash) -> hot.getOrDefault(key(table, hash), new HashMap<>())
                    .computeIfPresent(day, (d, n) -> n - 1));
        }
    }

    private boolean isOnlyOfDay(int text, int document) {
        var day = Silence.day(texts.time(document));
        for (var d : texts.documentsOf(text)) {
            if (d != document && Silence.day(texts.time(d)) == day) {
                return false;
            }
        }
        return true;
    }

    /** What a document that was just added makes too many. */
    List<Crossing> crossed(int document, Probe probe) {
        var found = new ArrayList<Crossing>();
        var day = Silence.day(texts.time(document));
        forEach(probe, (table, hash) -> {
            if (!silence.has(Silence.hot(table, hash, day))) {
                hot(table, hash, day, found);
            }
        });
        for (var row = 0; row < 2; row++) {
            boilerplate(document, probe, row, found);
        }
        return found;
    }

    private void boilerplate(int document, Probe probe, int row, List<Crossing> found) {
        var outlet = texts.outlet(document);
        var day = Silence.day(texts.time(document));
        var span = Silence.span(texts.time(document), row);
        var hashes = new ArrayList<Runnable>();
        forEach(probe, (table, hash) -> {
            if (table == Table.BODY
                    && table(table).count(hash) > caps.boilerplate()
                    && !silence.has(Silence.hot(table, hash, day))) {
                hashes.add(() -> boilerplate(table, hash, outlet, span, row, found));
            }
        });
        if (!hashes.isEmpty() && changesBoilerplate(document, row)) {
            hashes.forEach(Runnable::run);
        }
    }

    /** Counts what every text shares with a document. */
    void count(int document, Probe probe, Tally tally) {
        tally.clear();
        var time = texts.time(document);
        var outlet = texts.outlet(document);
        forEach(probe, (table, hash) -> {
            if (silence.live(table, hash, outlet, time)) {
                var title = Overlap.isTitle(hash);
                table(table).forEach(hash, text -> {
                    switch (table) {
                        case BODY -> tally.body(text);
                        case MARKS -> tally.mark(text, title);
                        case ANCHORS -> tally.anchor(text);
                    }
                });
            }
        });
    }

    /** A document's hashes that say something about it. */
    Probe live(int document, Probe probe) {
        return silence.silences(texts.outlet(document)) ? probe.without(silence, texts.outlet(document)) : probe;
    }

    private void hot(Table table, int hash, int day, List<Crossing> found) {
        var days = hot.isEmpty() ? null : hot.get(key(table, hash));
        if (days != null && days.getOrDefault(day, 0) > caps.holders(table)) {
            var documents = documents(table, hash).filter(d -> Silence.day(texts.time(d)) == day);
            found.add(new Crossing(Silence.hot(table, hash, day), Silence.ALL, documents.toArray()));
        }
    }

    /** An article's own revisions, and other versions that begin alike under one title, make nothing boilerplate. */
    private void boilerplate(Table table, int hash, int outlet, int span, int row, List<Crossing> found) {
        if (silence.has(Silence.boilerplate(table, hash, outlet, span))) {
            return;
        }
        if (!isHeldByMoreOf(table, hash, outlet)) {
            return;
        }
        var leads = new HashSet<Integer>();
        var titles = new HashSet<Integer>();
        var articles = new HashSet<String>();
        var documents = new IntList();
        table(table).forEach(hash, text -> {
            for (var d : texts.documentsOf(text)) {
                if (texts.outlet(d) == outlet && Silence.span(texts.time(d), row) == span) {
                    leads.add(texts.lead(text));
                    titles.add(texts.title(text));
                    articles.add(texts.article(d));
                    documents.add(d);
                }
            }
        });
        if (Math.min(Math.max(leads.size(), titles.size()), articles.size()) > caps.boilerplate()) {
            found.add(new Crossing(Silence.boilerplate(table, hash, outlet, span), outlet, documents.toArray()));
        }
    }

    /** A quick look before a careful one. */
    private boolean isHeldByMoreOf(Table table, int hash, int outlet) {
        var count = new int[1];
        table(table).forEach(hash, text -> {
            for (var d : texts.documentsOf(text)) {
                count[0] += texts.outlet(d) == outlet ? 1 : 0;
            }
        });
        return count[0] > caps.boilerplate();
    }

    /** Not so if as many articles of its outlet as may hold a hash carried this very text before. */
    private boolean changesBoilerplate(int document, int row) {
        var outlet = texts.outlet(document);
        var span = Silence.span(texts.time(document), row);
        var articles = new HashSet<String>();
        for (var d : texts.documentsOf(texts.textOf(document))) {
            if (d != document && texts.outlet(d) == outlet && Silence.span(texts.time(d), row) == span) {
                articles.add(texts.article(d));
            }
            if (articles.size() > caps.boilerplate()) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Integer> days(Table table, int hash) {
        var days = new HashMap<Integer, Integer>();
        table(table).forEach(hash, text -> daysOf(text).forEach(day -> days.merge(day, 1, Integer::sum)));
        return days;
    }

    private Set<Integer> daysOf(int text) {
        var days = new HashSet<Integer>();
        for (var d : texts.documentsOf(text)) {
            days.add(Silence.day(texts.time(d)));
        }
        return days;
    }

    private IntStream documents(Table table, int hash) {
        return Arrays.stream(table(table).holders(hash)).flatMap(text -> Arrays.stream(texts.documentsOf(text)));
    }

    private Postings table(Table table) {
        var postings = tables.get(table);
        if (postings == null) {
            throw new IllegalStateException("no table " + table);
        }
        return postings;
    }

    private static long key(Table table, int hash) {
        return (long) table.ordinal() << 32 | hash;
    }

    /** Called for each hash of a probe. */
    private interface Each {
        void hash(Table table, int hash);
    }

    private static void forEach(Probe probe, Each each) {
        for (var hash : probe.body()) {
            each.hash(Table.BODY, hash);
        }
        for (var hash : probe.marks()) {
            each.hash(Table.MARKS, hash);
        }
        for (var hash : probe.anchors()) {
            if (!Anchors.isSingle(hash)) {
                each.hash(Table.ANCHORS, hash);
            }
        }
    }
}
