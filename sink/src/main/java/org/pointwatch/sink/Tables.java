// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.ledger.Due;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Alert;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/** Which topic fills which table, column by column; the columns are explained in the migration. */
final class Tables {
    /** An outlet's name is part of an index. */
    private static final int LONGEST_OUTLET = 300;

    private static final Table<Coverage> COVERAGE = sentiment(
                    Table.of(Topics.COVERAGE, Key.targetAndBucket(), c -> c.target() + "@" + Buckets.format(c.bucket()))
                            .int8("articles", Coverage::articles)
                            .int8("stories", Coverage::stories)
                            .int8("copies", Coverage::copies)
                            .int8("updates", Coverage::updates)
                            .int8("outlets", Coverage::outlets),
                    Coverage::sentiment)
            .alone();

    private static final Table<Rolling> ROLLING = sentiment(
                    Table.of(Topics.ROLLING, Key.targetAndWindow(), r -> r.target() + "@" + r.window())
                            .time("as_of", Rolling::asOf)
                            .int8("articles", r -> r.counts().articles())
                            .int8("stories", r -> r.counts().stories())
                            .int8("copies", r -> r.counts().copies())
                            .int8("updates", r -> r.counts().updates())
                            .int8("outlets", r -> r.counts().outlets())
                            .int8("previous_articles", r -> r.previous().articles())
                            .int8("previous_stories", r -> r.previous().stories())
                            .int8("previous_copies", r -> r.previous().copies())
                            .int8("previous_updates", r -> r.previous().updates())
                            .int8("previous_outlets", r -> r.previous().outlets())
                            .json("previous_sentiment", r -> r.previous().sentiment())
                            .float8("share", Rolling::share)
                            .time("share_as_of", Rolling::shareAsOf)
                            .float8("baseline", Rolling::baseline)
                            .float8("surge", Rolling::surge),
                    r -> r.counts().sentiment())
            .alone();

    private static final Table<Finding> FINDINGS = Table.of(Topics.FINDINGS, Key.article(), Finding::article)
            .text("revision", Finding::revision)
            .text("dossier", Finding::dossier)
            .text("dossier_version", Finding::dossierVersion)
            .text("outlet", f -> outlet(f.outlet()))
            .text("outlet_group", f -> group(f.group()))
            .text("title", Finding::title)
            .text("url", Finding::url)
            .text("language", Finding::language)
            .text("agency", Finding::agency)
            .time("event_time", Finding::eventTime)
            .word("event_time_source", Finding::eventTimeSource)
            .int4OrNull("tone", Finding::tone)
            .json("deadlines", Finding::deadlines)
            .json("dates", Finding::dates)
            .json("figures", Finding::figures)
            .json("quotes", Finding::quotes)
            .json("stances", f -> f.stances() == null ? List.of() : f.stances())
            .add("search_words", Column.Type.WORDS, SearchWords::of)
            .with(Children::of);

    private static final Table<KeptText> TEXTS = Table.of(Topics.TEXTS, Key.article(), KeptText::article)
            .text("revision", KeptText::revision)
            .text("title", KeptText::title)
            .text("words", KeptText::text)
            .word("body", KeptText::body)
            .add("truncated", Column.Type.BOOL, KeptText::truncated)
            .alone();

    private static final Table<Story> STORIES = Table.of(Topics.STORIES, Key.article(), Story::article)
            .text("story", Story::story)
            .word("relation", Story::relation)
            .text("of", Story::of)
            .float8("similarity", Story::similarity)
            .int8("lag_seconds", Story::lagSeconds)
            .text("superseded_by", Story::supersededBy)
            .alone();

    private static final Table<Deadline> DEADLINES = Table.of(Topics.DEADLINES, Key.deadline(), Deadline::id)
            .text("due", Deadline::due)
            .time("ends_at", d -> Due.of(d.due()).map(Due::end).orElse(null))
            .text("precision", Deadline::precision)
            .text("status", Deadline::status)
            .json("points", Deadline::points)
            .json("actors", Deadline::actors)
            .text("set_by", Deadline::setBy)
            .text("bound", Deadline::bound)
            .int8("stories", Deadline::stories)
            .time("first_seen", Deadline::firstSeen)
            .time("last_seen", Deadline::lastSeen)
            .text("evidence", Deadline::evidence)
            .text("evidence_article", Deadline::evidenceArticle)
            .json("history", Deadline::history)
            .text("merged_into", Deadline::into)
            .alone();

    private static final Table<Stance> STANCES = Table.of(
                    Topics.STANCES, Key.actorAndPoint(), s -> s.actor() + "|" + s.point())
            .text("stance", Stance::stance)
            .text("quotation", Stance::quotation)
            .text("article", Stance::article)
            .text("outlet", Stance::outlet)
            .text("said_by", Stance::by)
            .time("at", Stance::at)
            .time("since", Stance::since)
            .int8("n", Stance::n)
            .int8("support", s -> count(s, Stance.Counts::support))
            .int8("oppose", s -> count(s, Stance.Counts::oppose))
            .int8("conditional", s -> count(s, Stance.Counts::conditional))
            .int8("unknown", s -> count(s, Stance.Counts::unknown))
            .int8("articles", Stance::articles)
            .time("last_seen", Stance::lastSeen)
            .json("history", Stance::history)
            .int8("collapsed", Stance::collapsed)
            .alone();

    private static final Table<FeedState> FEEDS = Table.of(Topics.FEEDS, Key.feed(), FeedState::feed)
            .text("feed", FeedState::feed)
            .text("outlet", FeedState::outlet)
            .text("title", FeedState::title)
            .word("health", FeedState::health)
            .text("reason", FeedState::reason)
            .time("last_poll", FeedState::lastPoll)
            .time("last_change", FeedState::lastChange)
            .time("next_poll", FeedState::nextPoll)
            .text("format", FeedState::format)
            .int4("failures", FeedState::failures)
            .int8("polls", FeedState::polls)
            .int8("unchanged", FeedState::unchanged)
            .int8("articles", FeedState::articles)
            .int4("known_entries", f -> f.known().size())
            .text("outlet_group", f -> group(f.group()))
            .text("language", FeedState::language)
            .text(
                    "trouble",
                    f -> f.trouble() == null ? null : f.trouble().name().toLowerCase(Locale.ROOT))
            .time("silent_since", FeedState::silentSince)
            .int8("bodies_full", f -> bodies(f).full())
            .int8("bodies_feed_only", f -> bodies(f).feedOnly())
            .int8("bodies_refused", f -> bodies(f).refused())
            .alone();

    private static final Table<Alert> ALERTS = Table.of(Topics.ALERTS, Key.alert(), Alert::dossier)
            .under(Alert::id)
            .text("dossier", Alert::dossier)
            .text("kind", Alert::kind)
            .text("target", Alert::target)
            .time("at", Alert::at)
            .text("why", Alert::why)
            .json("evidence", Alert::evidence)
            .text("story", Alert::story)
            .text("escalates", Alert::escalates)
            .alone();

    /** In the order in which every transaction writes them. */
    static final List<Table<?>> ALL =
            List.of(FEEDS, FINDINGS, TEXTS, STORIES, COVERAGE, ROLLING, DEADLINES, STANCES, ALERTS);

    private Tables() {}

    static String outlet(String name) {
        return Text.cut(name, LONGEST_OUTLET);
    }

    /** Null in records of builds that kept no ledger of stances. */
    private static @Nullable Long count(Stance stance, ToLongFunction<Stance.Counts> which) {
        var counts = stance.counts();
        return counts == null ? null : which.applyAsLong(counts);
    }

    private static FeedState.Bodies bodies(FeedState state) {
        return state.bodies() == null ? FeedState.Bodies.NONE : state.bodies();
    }

    /** As facets write it. */
    private static @Nullable String group(@Nullable String ofOutlet) {
        var name = Target.groupName(ofOutlet);
        return name.isEmpty() ? null : name;
    }

    private static <V> Table.Builder<V> sentiment(Table.Builder<V> table, Function<V, Coverage.Sentiment> of) {
        sums(table, "own", of.andThen(Coverage.Sentiment::own));
        return sums(table, "quoted", of.andThen(Coverage.Sentiment::quoted));
    }

    private static <V> Table.Builder<V> sums(Table.Builder<V> table, String voice, Function<V, SentimentSums> of) {
        return table.int8(voice + "_n", v -> of.apply(v).n())
                .int8(voice + "_sum", v -> of.apply(v).sum())
                .int8(voice + "_sum_squares", v -> of.apply(v).sumOfSquares())
                .int8(voice + "_negative", v -> of.apply(v).negative())
                .int8(voice + "_neutral", v -> of.apply(v).neutral())
                .int8(voice + "_positive", v -> of.apply(v).positive());
    }
}
