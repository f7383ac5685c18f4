// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.ledger.Window;
import org.pointwatch.domain.story.Ruling;
import org.pointwatch.domain.story.StoryEvent;
import org.pointwatch.streams.PostLedger.News;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Retag;
import org.pointwatch.wire.record.Rolling;

import static org.pointwatch.streams.TopologySteps.byShard;
import static org.pointwatch.streams.TopologySteps.byTarget;
import static org.pointwatch.streams.TopologySteps.only;

/** The whole journey, from an article's revision to the counts on the desk: one chapter a method, every step named. */
public final class MonitoringTopology {
    private final KafkaAccess kafka;
    private final StreamsSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Tag.AlsoFound also;
    private final RevisitArticles.Stretch stretch;
    private final StreamsBuilder builder;
    private final TopologyStores stores;
    private final Conservation conservation;
    private final TopologySteps steps;

    private MonitoringTopology(
            KafkaAccess kafka,
            StreamsSettings settings,
            Clock clock,
            MeterRegistry meters,
            Properties properties,
            Tag.AlsoFound also,
            RevisitArticles.Stretch stretch) {
        this.also = also;
        this.stretch = stretch;
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        this.stores = new TopologyStores(builder, kafka);
        this.conservation = new Conservation(meters);
        this.steps = new TopologySteps(builder, kafka, settings, meters, conservation);
    }

    /**
     * Articles are kept by revision, tagged, judged against earlier texts, told apart as stories, posted and counted.
     *
     * @param clock what windows that end "now" read; never what decides what counts
     * @param properties the same as the topology will run with
     */
    public static Topology of(
            KafkaAccess kafka, StreamsSettings settings, Clock clock, MeterRegistry meters, Properties properties) {
        return of(kafka, settings, clock, meters, properties, Tag.AlsoFound.NOTHING, RevisitArticles.Stretch.USUAL);
    }

    static Topology of(
            KafkaAccess kafka,
            StreamsSettings settings,
            Clock clock,
            MeterRegistry meters,
            Properties properties,
            Tag.AlsoFound also,
            RevisitArticles.Stretch stretch) {
        var story = new MonitoringTopology(kafka, settings, clock, meters, properties, also, stretch);
        story.tell();
        return story.builder.build(properties);
    }

    private void tell() {
        stores.addAll();
        var articles = keepRevisions(arrivals());
        var asked = steps.read(Topics.RETAG);
        var recalled = recall(asked);
        var revisited = revisit(asked);
        var matches = matchTexts(articles);
        var overrides = steps.read(Topics.OVERRIDES);
        askAgain(recalled, keepOutlets(overrides), revisited);
        var shown = only(revisited, Decided.class, "decided");
        var decided = shown.merge(keepVetoes(overrides), Named.as("with-vetoed"));
        var tagged = tag(articles, only(recalled, RecallArticles.Recalled.class, "recalled"), decided);
        var places = relateStories(articles, shown, matches, rulings(overrides));
        var posted = post(tagged, places);
        var rolling = roll(count(only(posted, PostLedger.Added.class, "added")));
        var deadlines = walkDeadlines(only(posted, PostLedger.Said.class, "claimed"));
        walkStances(only(posted, PostLedger.Stands.class, "stands"));
        tellAlerts(noticeFacts(tagged, deadlines), rolling);
    }

    /** Read as bytes, so that what cannot be decoded is booked with the rest. */
    private KStream<String, @Nullable Revision> arrivals() {
        return builder.stream(
                        kafka.topic(Topics.ARTICLES),
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                .withName("read-articles")
                                .withOffsetResetPolicy(AutoOffsetReset.none()))
                .process(
                        steps.timed("decode-articles", () -> new ReadArticles(conservation)),
                        Named.as("decode-articles"),
                        Conservation.STORE);
    }

    /** What comes from beyond the horizon is kept aside, where people look for what did not count. */
    private KStream<String, ArticleChange> keepRevisions(KStream<String, @Nullable Revision> articles) {
        var said = articles.process(
                steps.timed("keep-revisions", () -> new KeepRevisions(meters, conservation)),
                Named.as("keep-revisions"),
                KeepRevisions.STORE,
                VetoedOutlets.OUTLETS,
                VetoedOutlets.ARTICLES,
                PostLedger.ENTRIES);
        only(said, KeepRevisions.Aside.class, "aside")
                .mapValues(KeepRevisions.Aside::revision, Named.as("as-bytes"))
                .to(
                        kafka.topic(Topics.DEAD_LETTERS),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("write-dead-letters"));
        return only(said, ArticleChange.class, "kept");
    }

    /** An article that was asked for before the new dossier came goes round through the loop topic once more. */
    private KStream<String, RecallArticles.Said> recall(KStream<String, Retag> requests) {
        return requests.filterNot((id, r) -> ofOutlet(r), Named.as("where-of-article"))
                .process(
                        steps.timed(
                                "recall-articles",
                                () -> new RecallArticles(settings.dossier(), stores::dossiersRead, meters)),
                        Named.as("recall-articles"),
                        KeepRevisions.STORE,
                        VetoedOutlets.ARTICLES,
                        VetoedOutlets.OUTLETS,
                        PostLedger.ENTRIES);
    }

    /** The articles that a vetoed outlet has already, a stretch of a task's store for each request. */
    private KStream<String, RevisitArticles.Said> revisit(KStream<String, Retag> requests) {
        return requests.filter((id, r) -> ofOutlet(r), Named.as("where-of-outlet"))
                .process(
                        steps.timed("revisit-articles", () -> new RevisitArticles(meters, conservation, stretch)),
                        Named.as("revisit-articles"),
                        KeepRevisions.STORE,
                        VetoedOutlets.ARTICLES,
                        VetoedOutlets.OUTLETS);
    }

    private static boolean ofOutlet(@Nullable Retag request) {
        return request != null && request.outlet() != null;
    }

    /** What is asked of articles that are here goes round through the loop topic. */
    private void askAgain(
            KStream<String, RecallArticles.Said> recalled,
            KStream<String, Retag> first,
            KStream<String, RevisitArticles.Said> revisited) {
        var putOff = only(recalled, RecallArticles.PutOff.class, "put-off")
                .mapValues(RecallArticles.PutOff::request, Named.as("request"));
        var onward = only(revisited, RevisitArticles.Onward.class, "onward")
                .mapValues(RevisitArticles.Onward::request, Named.as("request-onward"));
        steps.write(putOff.merge(first, Named.as("with-first")).merge(onward, Named.as("with-onward")), Topics.RETAG);
    }

    /** An analyst's vetoes of outlets go to every task, because each has articles of every outlet. */
    private KStream<String, Retag> keepOutlets(KStream<String, Override> overrides) {
        return overrides
                .flatMap((key, decided) -> OutletVeto.of(decided), Named.as("where-on-outlet"))
                .repartition(steps.internal("to-every-task", OutletVeto.serde())
                        .withStreamPartitioner(TopologySteps.toEveryTask()))
                .process(
                        steps.timed("keep-outlets", () -> new KeepOutlets(settings.dossier(), meters)),
                        Named.as("keep-outlets"),
                        VetoedOutlets.OUTLETS,
                        KeepRevisions.STORE);
    }

    private KStream<String, Decided> keepVetoes(KStream<String, Override> overrides) {
        return overrides
                .flatMap((key, decided) -> TagVetoes.of(decided), Named.as("where-on-article"))
                .repartition(steps.internal("by-vetoed-article", TagVetoes.serde()))
                .process(
                        steps.timed("keep-vetoes", () -> new KeepVetoes(meters)),
                        Named.as("keep-vetoes"),
                        KeepVetoes.STORE,
                        VetoedOutlets.ARTICLES,
                        VetoedOutlets.OUTLETS,
                        KeepRevisions.STORE);
    }

    private KStream<String, Tag.Tagged> tag(
            KStream<String, ArticleChange> articles,
            KStream<String, RecallArticles.Recalled> recalled,
            KStream<String, Decided> decided) {
        KStream<String, Tag.Wanted> changed = articles.mapValues(a -> a, Named.as("as-changed"));
        KStream<String, Tag.Wanted> again = recalled.mapValues(r -> r, Named.as("as-recalled"));
        KStream<String, Tag.Wanted> wanted = decided.mapValues(d -> d, Named.as("as-decided"));
        var tagged = changed.merge(again, Named.as("with-recalled"))
                .merge(wanted, Named.as("with-decided"))
                .process(
                        steps.timed(
                                "tag",
                                () -> new Tag(
                                        new DossierInForce(settings.dossier(), meters, settings.scorer()),
                                        meters,
                                        also)),
                        Named.as("tag"),
                        KeepVetoes.STORE);
        steps.write(tagged.mapValues(Tag.Tagged::finding, Named.as("finding")), Topics.FINDINGS);
        steps.write(
                tagged.flatMapValues(t -> t.text() == null ? List.of() : List.of(t.text()), Named.as("where-text"))
                        .mapValues(Tag.Words::kept, Named.as("text")),
                Topics.TEXTS);
        return tagged;
    }

    /** One record for each logical shard of a text's sampled shingles, and an answer where it finds an earlier one. */
    private KStream<String, Matches> matchTexts(KStream<String, ArticleChange> articles) {
        return articles.process(steps.timed("sample-shingles", SampleShingles::new), Named.as("sample-shingles"))
                .repartition(
                        steps.internal("by-shingle-shard", StorySerdes.probe()).withStreamPartitioner(byShard()))
                .process(
                        steps.timed("match-shards", () -> new MatchShards(meters)),
                        Named.as("match-shards"),
                        MatchShards.STORE)
                .repartition(steps.internal("by-later-article", StorySerdes.matches()));
    }

    private KStream<String, Ruling> rulings(KStream<String, Override> overrides) {
        return overrides
                .flatMap((key, decided) -> Rulings.of(decided), Named.as("where-on-story"))
                .repartition(steps.internal("by-ruled-article", StorySerdes.ruling()));
    }

    /** What one article must know of another travels through the loop topic, which is read again here. */
    private KStream<String, RelateStories.Placed> relateStories(
            KStream<String, ArticleChange> articles,
            KStream<String, Decided> shown,
            KStream<String, Matches> matches,
            KStream<String, Ruling> rulings) {
        KStream<String, StoryEvent> arrivals = articles.filter((id, a) -> a.currentChanged(), Named.as("where-current"))
                .mapValues(a -> arrival(a.current()), Named.as("as-arrival"));
        KStream<String, StoryEvent> decided =
                shown.mapValues(d -> arrival(d.current()), Named.as("as-decided-arrival"));
        KStream<String, StoryEvent> found = matches.mapValues(m -> new StoryEvent.Found(m), Named.as("as-found-text"));
        KStream<String, StoryEvent> ruled = rulings.mapValues(r -> new StoryEvent.Ruled(r), Named.as("as-ruled"));
        KStream<String, StoryEvent> told =
                steps.read(Topics.STORY_CHANGES).mapValues(m -> new StoryEvent.Told(m), Named.as("as-told"));
        var said = arrivals.merge(decided, Named.as("with-decided-arrival"))
                .merge(found, Named.as("with-found-text"))
                .merge(ruled, Named.as("with-ruled"))
                .merge(told, Named.as("with-told"))
                .process(
                        steps.timed("relate-stories", () -> new RelateStories(meters)),
                        Named.as("relate-stories"),
                        RelateStories.STATES,
                        RelateStories.FOUND,
                        RelateStories.LINKS,
                        KeepRevisions.STORE);
        steps.write(
                only(said, RelateStories.Passed.class, "passed")
                        .mapValues(RelateStories.Passed::message, Named.as("message")),
                Topics.STORY_CHANGES);
        var places = only(said, RelateStories.Placed.class, "placed");
        steps.write(places.mapValues(p -> p.story().orElse(null), Named.as("story")), Topics.STORIES);
        return places;
    }

    private static StoryEvent arrival(@Nullable Revision current) {
        return current == null
                ? new StoryEvent.Withdrawn()
                : new StoryEvent.Known(SampleShingles.time(current), current.outlet());
    }

    private KStream<String, PostLedger.Posted> post(
            KStream<String, Tag.Tagged> tagged, KStream<String, RelateStories.Placed> places) {
        KStream<String, News> found = tagged.mapValues(
                t -> new PostLedger.Found(Optional.ofNullable(t.finding()), t.live()), Named.as("as-found"));
        KStream<String, News> placed = places.mapValues(p -> new PostLedger.Placed(p.story()), Named.as("as-placed"));
        return found.merge(placed, Named.as("with-placed"))
                .process(
                        steps.timed("post-ledger", () -> new PostLedger(meters, conservation)),
                        Named.as("post-ledger"),
                        PostLedger.ENTRIES,
                        PostLedger.PENDING,
                        KeepRevisions.STORE);
    }

    private KStream<String, Counted> count(KStream<String, PostLedger.Added> added) {
        var deltas = added.mapValues(PostLedger.Added::delta, Named.as("delta"))
                .repartition(steps.internal("by-target", LedgerSerdes.delta()).withStreamPartitioner(byTarget()));
        var counted = deltas.process(
                steps.timed("count-targets", () -> new CountTargets(clock, meters)),
                Named.as("count-targets"),
                CountTargets.COUNTS,
                CountTargets.OUTLETS);
        steps.write(counted.mapValues(Counted::coverage, Named.as("coverage")), Topics.COVERAGE);
        return counted;
    }

    private KStream<String, @Nullable Rolling> roll(KStream<String, Counted> counted) {
        var rolling = counted.process(
                steps.timed("roll-windows", () -> new RollWindows(clock)),
                Named.as("roll-windows"),
                RollWindows.MARKS,
                CountTargets.COUNTS,
                CountTargets.OUTLETS);
        steps.write(rolling, Topics.ROLLING);
        return rolling;
    }

    private KStream<String, Fact> noticeFacts(
            KStream<String, Tag.Tagged> tagged, KStream<String, DeadlineChange> deadlines) {
        KStream<String, Fact> ofDeadlines = deadlines.flatMap(
                (id, change) -> DeadlineFacts.of(change.before(), change.after()), Named.as("as-facts"));
        KStream<String, Fact> noticed = tagged.process(
                steps.timed(
                        "notice-facts", () -> new NoticeFacts(new DossierInForce(settings.dossier(), meters), clock)),
                Named.as("notice-facts"));
        return noticed.merge(ofDeadlines, Named.as("with-deadlines"));
    }

    /** Facts are few and travel to where their target is counted, so that both are told by one memory. */
    private void tellAlerts(KStream<String, Fact> facts, KStream<String, @Nullable Rolling> rolling) {
        KStream<String, TellAlerts.News> heard = facts.repartition(
                        steps.internal("by-alert-target", AlertSerdes.fact()))
                .mapValues(TellAlerts.Heard::new, Named.as("as-heard"));
        KStream<String, TellAlerts.News> rolled = rolling.filter(
                        (key, r) -> r != null && r.window().equals(Window.DAY.label()), Named.as("where-day"))
                .mapValues(TellAlerts.Rolled::new, Named.as("as-rolled"));
        var alerts = heard.merge(rolled, Named.as("with-rolled"))
                .process(
                        steps.timed(
                                "tell-alerts",
                                () -> new TellAlerts(
                                        new DossierInForce(settings.dossier(), meters),
                                        settings.dossier(),
                                        clock,
                                        meters)),
                        Named.as("tell-alerts"),
                        TellAlerts.MEMORY,
                        CountTargets.COUNTS,
                        CountTargets.OUTLETS);
        steps.write(alerts, Topics.ALERTS);
    }

    /** What happens to deadlines, each with what it was before: see {@link DeadlineChange}. */
    private KStream<String, DeadlineChange> walkDeadlines(KStream<String, PostLedger.Said> said) {
        var changes = said.mapValues(PostLedger.Said::stated, Named.as("stated"))
                .repartition(steps.internal("by-binding", DeadlineSerdes.stated()))
                .process(
                        steps.timed("walk-deadlines", () -> new WalkDeadlines(clock, meters)),
                        Named.as("walk-deadlines"),
                        WalkDeadlines.STATEMENTS,
                        WalkDeadlines.STATES,
                        WalkDeadlines.CHANGED);
        steps.write(changes.mapValues(DeadlineChange::record, Named.as("deadline")), Topics.DEADLINES);
        return changes;
    }

    /** Where each actor stands on each point: the latest word, and what it was before. */
    private void walkStances(KStream<String, PostLedger.Stands> stands) {
        var stances = stands.mapValues(PostLedger.Stands::stood, Named.as("stood"))
                .repartition(steps.internal("by-stance", StanceSerdes.stood()))
                .process(
                        steps.timed("walk-stances", () -> new WalkStances(meters)),
                        Named.as("walk-stances"),
                        WalkStances.MENTIONS,
                        WalkStances.STATES,
                        WalkStances.CHANGED);
        steps.write(stances, Topics.STANCES);
    }
}
