// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Story;

/** The newest value of every key, and the table made of it. Any thread may write, any may read. */
public final class View {
    /** How much event time is held; what is older stays in PostgreSQL. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** Forgetting walks over everything, so it is done once for each step of this length. */
    private static final Duration FORGETTING_STEP = Duration.ofHours(6);

    /** Relations only label the last evidence, so the longest unchanged ones may go. */
    private static final int RELATIONS_KEPT = 500_000;

    private static final Set<String> KINDS = Set.of("point", "actor", "plan");

    private final Buckets buckets = new Buckets();
    private final Sightings sightings = new Sightings();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final Map<String, DossierCard> dossiers = new LinkedHashMap<>();
    private final Map<String, DossierRecord> records = new LinkedHashMap<>();
    private final Counter notShown;
    private final Counter tooOld;
    private final Counter badLinks;
    private @Nullable Instant asOf;
    private Instant forgotten = Instant.MIN;
    private long version;

    public View(MeterRegistry metrics) {
        notShown = metrics.counter("pointwatch.desk.coverage.not.shown");
        tooOld = metrics.counter("pointwatch.desk.too.old");
        badLinks = metrics.counter("pointwatch.desk.links.refused");
    }

    /** Points, actors, plans and {@code all} are held; pairs and facets are not, yet. */
    public static boolean holds(String target) {
        var colon = target.indexOf(':');
        return target.equals(Target.ALL)
                || (colon > 0 && KINDS.contains(target.substring(0, colon)) && target.indexOf('/') < 0);
    }

    /** @throws WireException if the key is not {@code <target>@<bucket start>} */
    public synchronized void coverage(String key, @Nullable Coverage value) {
        var at = key.lastIndexOf('@');
        if (at <= 0) {
            throw new WireException("key '" + key + "' is not <target>@<bucket start>");
        }
        var target = key.substring(0, at);
        if (!holds(target)) {
            notShown.increment();
            return;
        }
        buckets.put(target, bucket(key, at), value == null ? null : value.counts());
        version++;
    }

    private static Instant bucket(String key, int at) {
        try {
            return Instant.parse(key.substring(at + 1));
        } catch (DateTimeException e) {
            throw new WireException("key '" + key + "' does not end with a bucket start", e);
        }
    }

    public synchronized void rolling(@Nullable Rolling value) {
        if (value != null) {
            reach(value.asOf());
        }
    }

    public synchronized void finding(String article, @Nullable Finding value) {
        var targets = value == null ? Map.<String, Sighting>of() : FindingReader.sightings(value);
        if (value != null) {
            reach(value.eventTime());
            if (value.url() != null && FindingReader.link(value.url()) == null) {
                badLinks.increment();
            }
        }
        sightings.replace(article, targets);
        version++;
    }

    public synchronized void story(String article, @Nullable Story value) {
        relations.remove(article);
        if (value != null) {
            relations.put(article, value.relation());
        }
        if (relations.size() > RELATIONS_KEPT) {
            relations.remove(relations.keySet().iterator().next());
            tooOld.increment();
        }
        version++;
    }

    /** @throws WireException if the dossier cannot be read; the one before stays in force */
    public synchronized void dossier(String id, @Nullable DossierRecord value) {
        var card = value == null ? null : DossierCard.read(value);
        dossiers.remove(id);
        records.remove(id);
        if (card != null && value != null) {
            dossiers.put(id, card);
            records.put(id, value);
        }
        version++;
    }

    private void reach(Instant time) {
        if (asOf != null && !time.isAfter(asOf)) {
            return;
        }
        asOf = time;
        version++;
        forget(Target.bucket(time.minus(KEPT)));
    }

    /** Only memory: what may be forgotten is outside every range already. */
    private void forget(Instant floor) {
        if (forgotten.equals(Instant.MIN) || floor.isAfter(forgotten.plus(FORGETTING_STEP))) {
            forgotten = floor;
            tooOld.increment(buckets.forgetBefore(floor) + sightings.forgetBefore(floor));
        }
    }

    /** Grows with every change; a table of the same version is the same table. */
    public synchronized long version() {
        return version;
    }

    public synchronized @Nullable Instant asOf() {
        return asOf;
    }

    public synchronized Table.Heading heading() {
        var card = card();
        return card == null
                ? new Table.Heading(null, "", null)
                : new Table.Heading(card.id(), card.title(), card.numbering());
    }

    /** What the dossier in force calls its points and actors; null before the first dossier. */
    public synchronized @Nullable DossierSheet sheet() {
        var card = card();
        return card == null ? null : card.sheet();
    }

    /** The dossier in force, as the topic has it; null before the first one. */
    public synchronized @Nullable DossierRecord dossier() {
        var card = card();
        return card == null ? null : records.get(card.id());
    }

    /** What people call a target; its id where the dossier does not name it. */
    public synchronized String title(String target) {
        var slash = target.indexOf('/');
        if (slash > 0) {
            return title(target.substring(0, slash)) + " (" + facet(target.substring(slash + 1)) + ")";
        }
        var bar = target.indexOf('|');
        if (target.startsWith("pair:") && bar > 0) {
            return title(Target.point(target.substring("pair:".length(), bar))) + ", "
                    + title(Target.actor(target.substring(bar + 1)));
        }
        var card = card();
        return card == null ? Listed.unnamed(target).title() : card.title(target);
    }

    /** A language by its name, a group of outlets by its words. */
    private static String facet(String facet) {
        var value = facet.substring(facet.indexOf(':') + 1);
        return facet.startsWith("lang:")
                ? "in " + Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH)
                : facet.startsWith("group:") ? value.replace('-', ' ') : facet;
    }

    /** Whether the dossier in force names it or it has counts; before the first dossier nobody can tell, and all are. */
    public synchronized boolean knows(String target) {
        var card = card();
        return card == null
                || listed(card).stream().anyMatch(listed -> listed.target().equals(target));
    }

    public synchronized Table table(Window window) {
        return table(window.until(asOf));
    }

    public synchronized Table table(Range range) {
        var card = card();
        var totals = new ArrayList<Row>();
        if (card != null) {
            totals.add(row(new Listed(Target.plan(card.id()), card.title(), null), range));
        }
        totals.add(row(new Listed(Target.ALL, "all articles seen", null), range));
        var rows = listed(card).stream().map(listed -> row(listed, range)).toList();
        return new Table(asOf, heading(), List.copyOf(totals), rows);
    }

    /** One row a target, in the order asked for; a target never heard of has zeroes. */
    public synchronized Table table(Range range, List<String> targets) {
        var whole = table(range);
        var byTarget = new HashMap<String, Row>();
        whole.targets().forEach(row -> byTarget.put(row.target(), row));
        whole.totals().forEach(row -> byTarget.put(row.target(), row));
        var rows = targets.stream()
                .map(t -> byTarget.computeIfAbsent(t, unknown -> row(Listed.unnamed(unknown), range)))
                .toList();
        return new Table(whole.asOf(), whole.heading(), whole.totals(), rows);
    }

    /** The dossier that was applied last. */
    private @Nullable DossierCard card() {
        DossierCard last = null;
        for (var card : dossiers.values()) {
            last = card;
        }
        return last;
    }

    /** Everything the dossier names, and what it no longer names but still has counts. */
    private List<Listed> listed(@Nullable DossierCard card) {
        var all = new LinkedHashMap<String, Listed>();
        if (card != null) {
            card.points().forEach(point -> all.put(point.target(), point));
            card.actors().forEach(actor -> all.put(actor.target(), actor));
        }
        buckets.targets().stream()
                .filter(target -> target.startsWith("point:") || target.startsWith("actor:"))
                .sorted()
                .filter(target -> !buckets.sum(target, Range.EVERYTHING).nothing())
                .forEach(target -> all.putIfAbsent(target, Listed.unnamed(target)));
        return List.copyOf(all.values());
    }

    private Row row(Listed listed, Range asked) {
        var range = asOf == null ? asked : asked.since(Target.bucket(asOf.minus(KEPT)));
        var target = listed.target();
        var last = sightings.last(target, range);
        return Row.of(
                listed,
                buckets.sum(target, range),
                target.equals(Target.ALL) ? null : (Long) sightings.outlets(target, range),
                last == null ? null : Row.Last.of(last, relations.get(last.article())));
    }
}
