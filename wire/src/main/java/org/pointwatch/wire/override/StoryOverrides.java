// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.wire.record.Override;

/** The newest override of each article's story, and the records that one more decision adds to them. */
public final class StoryOverrides {
    private final NavigableMap<String, Override> newest = new TreeMap<>();

    private StoryOverrides() {}

    /**
     * What a decision comes to.
     *
     * @param records to be written together; none if there is nothing to decide
     * @param notes for the analyst: what it replaces, and what it leaves as it is
     */
    public record Change(List<Override> records, List<String> notes) {}

    /** Takes records in any order, also those that newer ones have replaced. */
    public static StoryOverrides of(Collection<Override> records) {
        var overrides = new StoryOverrides();
        records.stream()
                .filter(Override::onStory)
                .forEach(r -> overrides.newest.merge(r.subject(), r, BinaryOperator.maxBy(Override.BY_AGE)));
        return overrides;
    }

    /** The newest of each article, by article; undone ones too. */
    public List<Override> newest() {
        return List.copyOf(newest.values());
    }

    /** Those that the algorithm must follow, by article. */
    public List<Override> inForce() {
        return newest.values().stream().filter(StoryOverrides::inForce).toList();
    }

    public Change merge(String one, String other, StoryAudit audit) {
        var dated = audit.at(after(audit, one, other));
        var id = id(Override.MERGE, dated, one, other);
        return change(
                audit,
                List.of(record(id, Override.MERGE, one, other, dated), record(id, Override.MERGE, other, one, dated)));
    }

    public Change split(String article, StoryAudit audit) {
        var dated = audit.at(after(audit, article));
        var records = new ArrayList<Override>();
        records.add(record(id(Override.SPLIT, dated, article), Override.SPLIT, article, null, dated));
        var partner = partner(article);
        if (partner != null) {
            records.add(record(id(Override.UNDO, dated, partner), Override.UNDO, partner, null, dated));
        }
        return change(audit, records);
    }

    public Change undo(String article, StoryAudit audit) {
        var old = newest.get(article);
        if (old == null || !inForce(old)) {
            var nothing =
                    article + " has no split or merge of its own to undo: `pointwatch story list` has those in force";
            return new Change(List.of(), concat(List.of(nothing), left(List.of(article))));
        }
        var dated = audit.at(after(audit, article));
        var partner = partner(article);
        var articles = partner == null ? List.of(article) : List.of(article, partner);
        var id = id(Override.UNDO, dated, articles.toArray(String[]::new));
        return change(
                audit,
                articles.stream()
                        .map(a -> record(id, Override.UNDO, a, null, dated))
                        .toList());
    }

    /** The other article of a merge that is the newest override of both. */
    private @Nullable String partner(String article) {
        var own = newest.get(article);
        if (own == null || own.with() == null || !own.kind().equals(Override.MERGE)) {
            return null;
        }
        var theirs = newest.get(own.with());
        return theirs != null && theirs.id().equals(own.id()) && article.equals(theirs.with()) ? own.with() : null;
    }

    /** Now, or just after what the articles have: the analyst saw those, so that a slow clock must not void the decision. */
    private Instant after(StoryAudit audit, String... articles) {
        return Stream.of(articles)
                .map(newest::get)
                .filter(old -> old != null && !old.at().isBefore(audit.at()))
                .map(old -> old.at().plusMillis(1))
                .max(Comparator.naturalOrder())
                .orElse(audit.at());
    }

    private Change change(StoryAudit audit, List<Override> records) {
        var notes = new ArrayList<String>();
        var at = records.get(0).at();
        if (!at.equals(audit.at())) {
            notes.add(
                    "an earlier override is dated later than this clock's " + audit.at() + ": this one is dated " + at);
        }
        records.forEach(record -> note(record, notes));
        return new Change(
                List.copyOf(records),
                concat(notes, left(records.stream().map(Override::subject).toList())));
    }

    private void note(Override record, List<String> notes) {
        var old = newest.get(record.subject());
        if (old == null || !inForce(old)) {
            return;
        }
        notes.add("%s: this %s %s%s of %s by %s"
                .formatted(
                        record.subject(),
                        record.kind().equals(Override.UNDO) ? "ends" : "replaces",
                        old.kind(),
                        old.with() == null ? "" : " with " + old.with(),
                        old.at(),
                        old.by()));
    }

    /** Merges of other articles with these, which their own records keep in force. */
    private List<String> left(List<String> articles) {
        return newest.values().stream()
                .filter(r -> r.kind().equals(Override.MERGE) && articles.contains(r.with()))
                .filter(r -> !articles.contains(r.subject()))
                .map(r -> "%s stays merged with %s by its own override; `pointwatch story undo %s` would end that"
                        .formatted(r.subject(), r.with(), r.subject()))
                .toList();
    }

    private static boolean inForce(Override override) {
        return !override.kind().equals(Override.UNDO);
    }

    private static String id(String kind, StoryAudit audit, String... articles) {
        var subjects = Stream.of(articles).sorted().collect(Collectors.joining(" "));
        return Ids.hash("override", kind, subjects, audit.by(), audit.at().toString());
    }

    private static Override record(String id, String kind, String subject, @Nullable String with, StoryAudit audit) {
        return new Override(id, kind, subject, with, null, audit.by(), audit.why(), audit.at());
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
