// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.wire.record.Override;

/** The newest decision on each article's story, and the records that one more adds to them. */
public final class StoryOverrides {
    private final Overrides overrides;

    StoryOverrides(Overrides overrides) {
        this.overrides = overrides;
    }

    /** The newest of each article, by article; undone ones too. */
    public List<Override> newest() {
        return overrides.onStories();
    }

    /** Those that the algorithm must follow, by article. */
    public List<Override> inForce() {
        return newest().stream().filter(StoryOverrides::inForce).toList();
    }

    public Change merge(String one, String other, StoryAudit audit) {
        var dated = audit.at(after(audit, one, other));
        var id = id(Override.MERGE, dated, one, other);
        return change(
                audit,
                List.of(record(id, Override.MERGE, one, other, dated), record(id, Override.MERGE, other, one, dated)));
    }

    public Change split(String article, StoryAudit audit) {
        var partner = partner(article);
        var dated = audit.at(partner == null ? after(audit, article) : after(audit, article, partner));
        var records = new ArrayList<Override>();
        records.add(record(id(Override.SPLIT, dated, article), Override.SPLIT, article, null, dated));
        if (partner != null) {
            records.add(record(id(Override.UNDO, dated, partner), Override.UNDO, partner, null, dated));
        }
        return change(audit, records);
    }

    public Change undo(String article, StoryAudit audit) {
        var old = overrides.onStory(article);
        if (old == null || !inForce(old)) {
            var nothing =
                    article + " has no split or merge of its own to undo: `pointwatch story list` has those in force";
            return new Change(List.of(), concat(List.of(nothing), left(List.of(article))));
        }
        var partner = partner(article);
        var articles = partner == null ? List.of(article) : List.of(article, partner);
        var dated = audit.at(after(audit, articles.toArray(String[]::new)));
        var id = id(Override.UNDO, dated, articles.toArray(String[]::new));
        return change(
                audit,
                articles.stream()
                        .map(a -> record(id, Override.UNDO, a, null, dated))
                        .toList());
    }

    /** The other article of a merge that is the newest override of both. */
    private @Nullable String partner(String article) {
        var own = overrides.onStory(article);
        if (own == null || own.with() == null || !own.kind().equals(Override.MERGE)) {
            return null;
        }
        var theirs = overrides.onStory(own.with());
        return theirs != null && theirs.id().equals(own.id()) && article.equals(theirs.with()) ? own.with() : null;
    }

    private Instant after(StoryAudit audit, String... articles) {
        return overrides.after(
                audit.at(), Stream.of(articles).map(Override::articleKey).toArray(String[]::new));
    }

    private Change change(StoryAudit audit, List<Override> records) {
        var notes = new ArrayList<>(Overrides.dated(records.get(0).at(), audit.at()));
        records.forEach(record -> note(record, notes));
        return new Change(
                records.stream()
                        .map(r -> r.beside(overrides.vetoes(r.subject()), null))
                        .toList(),
                concat(notes, left(records.stream().map(Override::subject).toList())));
    }

    private void note(Override record, List<String> notes) {
        var old = overrides.onStory(record.subject());
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
        return newest().stream()
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
