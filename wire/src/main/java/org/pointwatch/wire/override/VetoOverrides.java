// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Override.Veto;

/** The vetoes of tags and outlets that are in force, and the records that one more decision adds. */
public final class VetoOverrides {
    /** Of one article: whoever needs more vetoes its outlet, and a record must stay small. */
    static final int MOST = 200;

    private static final Pattern TARGET = Pattern.compile("(point|actor):[a-z0-9-]+");
    private static final int LONGEST_OUTLET = 300;

    private final Overrides overrides;

    VetoOverrides(Overrides overrides) {
        this.overrides = overrides;
    }

    /** A veto each: of tags by article and target, then of outlets. */
    public List<Override> inForce() {
        return overrides.last().stream().flatMap(VetoOverrides::inForce).toList();
    }

    private static Stream<Override> inForce(Override newest) {
        if (newest.onOutlet()) {
            return newest.kind().equals(Override.VETO_OUTLET) ? Stream.of(newest) : Stream.empty();
        }
        return newest.standing().stream().map(v -> asRecord(newest.subject(), v));
    }

    private static Override asRecord(String article, Veto v) {
        return new Override(v.id(), Override.VETO_TAG, article, null, v.tag(), v.by(), v.why(), v.at());
    }

    /** @throws OverrideException for what is no target that can be vetoed */
    public static String target(String name, String given) {
        var target = given.strip();
        if (!TARGET.matcher(target).matches()) {
            throw OverrideException.wrong(("%s '%s' cannot be vetoed: name a point or an actor of the dossier, such as"
                            + " point:army-cap or actor:nato; pairs and the plan follow from these")
                    .formatted(name, cut(target)));
        }
        return target;
    }

    /** @throws OverrideException for what is no outlet */
    public static String outlet(String name, String given) {
        var outlet = given.strip();
        var garbled = outlet.chars().anyMatch(Character::isISOControl);
        if (outlet.isEmpty() || outlet.length() > LONGEST_OUTLET || garbled || outlet.contains("://")) {
            throw OverrideException.wrong(
                    "%s '%s' is no outlet: give it as its articles have it, a domain such as news.example or the feed's title"
                            .formatted(name, garbled ? "?" : cut(outlet)));
        }
        return outlet;
    }

    private static String cut(String text) {
        var shown = text.codePoints()
                .limit(80)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return shown.toString();
    }

    /** The article no longer counts under the target, nor under what follows from it. */
    public Change vetoTag(String article, String target, StoryAudit audit) {
        var others = without(article, target);
        var old = veto(article, target);
        if (old != null) {
            return nothing("%s of %s is vetoed since %s by %s".formatted(target, article, old.at(), old.by()));
        }
        if (others.size() >= MOST) {
            throw OverrideException.wrong(
                    "%s has %d vetoes, and no more can be kept: take some back with".formatted(article, MOST)
                            + " `pointwatch veto undo`, or veto its outlet");
        }
        var record = onTag(Override.VETO_TAG, article, target, audit);
        others.add(new Veto(target, record.id(), record.by(), record.why(), record.at()));
        return change(record, others, audit);
    }

    /** Takes a veto back. */
    public Change allowTag(String article, String target, StoryAudit audit) {
        var old = veto(article, target);
        if (old == null) {
            return nothing(target + " of " + article + " is not vetoed: `pointwatch veto list` has those in force");
        }
        return change(onTag(Override.ALLOW_TAG, article, target, audit), without(article, target), audit);
    }

    /** No article of the outlet counts any more. */
    public Change vetoOutlet(String outlet, StoryAudit audit) {
        var old = overrides.outlet(outlet);
        if (old != null && old.kind().equals(Override.VETO_OUTLET)) {
            return nothing("%s is vetoed since %s by %s".formatted(outlet, old.at(), old.by()));
        }
        return change(onOutlet(Override.VETO_OUTLET, outlet, audit), audit);
    }

    /** Takes the veto of an outlet back. */
    public Change allowOutlet(String outlet, StoryAudit audit) {
        var old = overrides.outlet(outlet);
        if (old == null || old.kind().equals(Override.ALLOW_OUTLET)) {
            return nothing(outlet + " is not vetoed: `pointwatch veto list` has those in force");
        }
        return change(onOutlet(Override.ALLOW_OUTLET, outlet, audit), audit);
    }

    private @Nullable Veto veto(String article, String target) {
        return overrides.vetoes(article).stream()
                .filter(v -> v.tag().equals(target))
                .findFirst()
                .orElse(null);
    }

    private List<Veto> without(String article, String target) {
        var others = new ArrayList<>(overrides.vetoes(article));
        others.removeIf(v -> v.tag().equals(target));
        return others;
    }

    private Override onTag(String kind, String article, String target, StoryAudit audit) {
        var at = overrides.after(audit.at(), Override.articleKey(article));
        var id = Ids.hash("override", kind, article + " " + target, audit.by(), at.toString());
        return new Override(id, kind, article, null, target, audit.by(), audit.why(), at);
    }

    private Override onOutlet(String kind, String outlet, StoryAudit audit) {
        var at = overrides.after(audit.at(), Override.outletKey(outlet));
        var id = Ids.hash("override", kind, outlet, audit.by(), at.toString());
        return new Override(id, kind, outlet, null, null, audit.by(), audit.why(), at);
    }

    private Change change(Override record, List<Veto> standing, StoryAudit audit) {
        return change(record.beside(standing, overrides.onStory(record.subject())), audit);
    }

    private static Change change(Override record, StoryAudit audit) {
        return new Change(List.of(record), Overrides.dated(record.at(), audit.at()));
    }

    private static Change nothing(String note) {
        return new Change(List.of(), List.of(note));
    }
}
