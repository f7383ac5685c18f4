// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.story.StoryMessage;
import org.pointwatch.wire.record.Alert;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Retag;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;
import org.pointwatch.wire.record.Subscription;
import org.pointwatch.wire.record.WaitingPage;

import static org.pointwatch.wire.Topic.Cleanup.COMPACT;
import static org.pointwatch.wire.Topic.Cleanup.COMPACT_DELETE;
import static org.pointwatch.wire.Topic.Cleanup.TIME;
import static org.pointwatch.wire.Topic.Partitioning.BY_ARTICLE;
import static org.pointwatch.wire.Topic.Partitioning.BY_DOMAIN;
import static org.pointwatch.wire.Topic.Partitioning.BY_TARGET;
import static org.pointwatch.wire.Topic.Partitioning.SINGLE;

/** Every topic, one line each. Creation, the README's table, the sink and the tests read this list. */
public final class Topics {
    private static final Duration ARTICLES_KEPT = Duration.ofDays(45);

    /**
     * Bytes of the largest message, on the topics that hold texts: the longest dossier in the longest letters, as JSON, or
     * an article of 200,000 characters, each of which may take six bytes.
     */
    public static final int LARGEST = 16 << 20;

    private static final Duration STATES_KEPT = Duration.ofDays(400);

    // spotless:off
    public static final Topic<Subscription> SUBSCRIPTIONS =
            topic("subscriptions", "feed url", Subscription.class, COMPACT, null, BY_DOMAIN, "one feed of the list");
    public static final Topic<FeedState> FEEDS =
            topic("feeds", "feed url", FeedState.class, COMPACT, null, BY_DOMAIN, "a feed's health and poll state");
    public static final Topic<WaitingPage> PAGES = topic(
            "pages",
            "<article id>@<feed url>",
            WaitingPage.class,
            COMPACT_DELETE,
            Duration.ofDays(14),
            BY_DOMAIN,
            "internal: a page that is to be read; a tombstone once it was");
    public static final Topic<Revision> ARTICLES = topic(
            "articles",
            "article id",
            Revision.class,
            TIME,
            ARTICLES_KEPT,
            BY_ARTICLE,
            "one revision of an article; the replay source");
    public static final Topic<Finding> FINDINGS = topic(
            "findings",
            "article id",
            Finding.class,
            COMPACT_DELETE,
            STATES_KEPT,
            BY_ARTICLE,
            "all that was found in an article's current revision");
    public static final Topic<KeptText> TEXTS = topic(
            "texts",
            "article id",
            KeptText.class,
            COMPACT_DELETE,
            STATES_KEPT,
            BY_ARTICLE,
            "the words of an article that mentions a point or an actor");
    public static final Topic<Story> STORIES = topic(
            "stories",
            "article id",
            Story.class,
            COMPACT_DELETE,
            STATES_KEPT,
            BY_ARTICLE,
            "an article's story and its relation to it");
    public static final Topic<StoryMessage> STORY_CHANGES = topic(
            "story-changes",
            "article id",
            StoryMessage.class,
            TIME,
            Duration.ofDays(7),
            BY_ARTICLE,
            "internal loop: what one article tells another about its story");
    public static final Topic<Retag> RETAG = topic(
            "retag",
            "article id",
            Retag.class,
            TIME,
            Duration.ofDays(7),
            BY_ARTICLE,
            "internal loop: articles to be tagged again with the dossier in force");
    public static final Topic<Coverage> COVERAGE = topic(
            "coverage",
            "<target>@<bucket start>",
            Coverage.class,
            COMPACT,
            null,
            BY_TARGET,
            "the counts of a target in a bucket of event time");
    public static final Topic<Rolling> ROLLING = topic(
            "rolling",
            "<target>@<window>",
            Rolling.class,
            COMPACT,
            null,
            BY_TARGET,
            "the counts of a target over a window that ends now");
    public static final Topic<Deadline> DEADLINES =
            topic("deadlines", "deadline id", Deadline.class, COMPACT, null, BY_TARGET, "a deadline and its history");
    public static final Topic<Stance> STANCES =
            topic("stances", "actor|point", Stance.class, COMPACT, null, BY_TARGET, "where an actor stands on a point");
    public static final Topic<Alert> ALERTS = topic(
            "alerts",
            "dossier id",
            Alert.class,
            TIME,
            Duration.ofDays(90),
            SINGLE,
            "something new that a desk should know");
    public static final Topic<DossierRecord> DOSSIERS = topic(
            "dossiers",
            "dossier id",
            DossierRecord.class,
            COMPACT,
            null,
            SINGLE,
            "the dossier in force; a new value is a hot reload");
    public static final Topic<Override> OVERRIDES = topic(
            "overrides",
            "article:<id> or outlet:<domain>",
            Override.class,
            COMPACT,
            null,
            BY_ARTICLE,
            "an analyst's decision");
    public static final Topic<byte[]> DEAD_LETTERS = topic(
            "dead-letters",
            "original key",
            byte[].class,
            TIME,
            Duration.ofDays(30),
            SINGLE,
            "bytes that could not be handled; reason, stage and origin in headers");
    // spotless:on

    /** In reading order: from feed to alert. */
    public static final List<Topic<?>> EVERY = List.of(
            SUBSCRIPTIONS,
            FEEDS,
            PAGES,
            ARTICLES,
            FINDINGS,
            TEXTS,
            STORIES,
            STORY_CHANGES,
            RETAG,
            COVERAGE,
            ROLLING,
            DEADLINES,
            STANCES,
            ALERTS,
            DOSSIERS,
            OVERRIDES,
            DEAD_LETTERS);

    /** Whose messages may be as large as {@link #LARGEST}; what others hold is small. */
    public static final Set<Topic<?>> OF_TEXTS = Set.of(ARTICLES, FINDINGS, TEXTS, DOSSIERS, DEAD_LETTERS);

    private Topics() {}

    private static <V> Topic<V> topic(
            String name,
            String key,
            Class<V> value,
            Topic.Cleanup cleanup,
            @Nullable Duration kept,
            Topic.Partitioning group,
            String meaning) {
        return new Topic<>(name, key, value, cleanup, kept, group, meaning);
    }
}
