// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision while it is being changed; the components are those of {@link Revision}. What an article is by does not change. */
public final class RevisionDraft {
    private final Revision from;
    private String revision;
    private String title;
    private String summary;
    private String text;
    private boolean truncated;
    private @Nullable String language;
    private @Nullable String author;
    private @Nullable String agency;
    private @Nullable Instant published;
    private String publishedSource;
    private Instant fetched;
    private Instant firstSeen;
    private Body body;
    private Origin origin;

    RevisionDraft(Revision from) {
        this.from = from;
        revision = from.revision();
        title = from.title();
        summary = from.summary();
        text = from.text();
        truncated = from.truncated();
        language = from.language();
        author = from.author();
        agency = from.agency();
        published = from.published();
        publishedSource = from.publishedSource();
        fetched = from.fetched();
        firstSeen = from.firstSeen();
        body = from.body();
        origin = from.origin();
    }

    /** The words, and the id that they give. */
    public RevisionDraft words(String newTitle, String newSummary, String newText) {
        title = newTitle;
        summary = newSummary;
        text = newText;
        revision = Ids.revision(newTitle, newSummary, newText);
        truncated = newText.length() >= Revision.MAX_TEXT - 1;
        return this;
    }

    /** Without its text, and still under the id of the whole. */
    public RevisionDraft slim() {
        text = "";
        return this;
    }

    /** @param source where the time comes from */
    public RevisionDraft published(@Nullable Instant value, String source) {
        published = value;
        publishedSource = source;
        return this;
    }

    public RevisionDraft language(@Nullable String value) {
        language = value;
        return this;
    }

    public RevisionDraft author(@Nullable String value) {
        author = value;
        return this;
    }

    public RevisionDraft agency(@Nullable String value) {
        agency = value;
        return this;
    }

    public RevisionDraft fetched(Instant value) {
        fetched = value;
        return this;
    }

    public RevisionDraft firstSeen(Instant value) {
        firstSeen = value;
        return this;
    }

    public RevisionDraft body(Body value) {
        body = value;
        return this;
    }

    public RevisionDraft origin(Origin value) {
        origin = value;
        return this;
    }

    public Revision done() {
        return new Revision(
                from.id(),
                revision,
                from.feed(),
                from.outlet(),
                from.group(),
                from.url(),
                title,
                summary,
                text,
                truncated,
                language,
                author,
                agency,
                published,
                publishedSource,
                from.updated(),
                fetched,
                firstSeen,
                body,
                origin);
    }
}
