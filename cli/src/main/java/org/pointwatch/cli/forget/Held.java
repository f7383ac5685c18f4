// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.forget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;

/** What the topics hold of one article. */
public final class Held {
    private final String article;
    private boolean wanted;
    private String outlet = "";
    private @Nullable String title;
    private @Nullable String url;
    private @Nullable Instant firstSeen;
    private @Nullable Instant deleted;
    private long written;
    private int texts;
    private boolean found;

    Held(String article) {
        this.article = article;
    }

    void revision(Revision r, boolean means, long timestamp) {
        wanted |= means;
        outlet = r.outlet();
        firstSeen = later(firstSeen, r.firstSeen());
        if (r.deleted()) {
            deleted = later(deleted, r.fetched());
            return;
        }
        title = r.title();
        url = r.url();
        texts++;
        written = Math.max(written, timestamp);
    }

    /** An event time is at most the horizon before the article was first seen. */
    void finding(String publisher, String headline, @Nullable String address, Instant eventTime, boolean means) {
        wanted |= means;
        found = true;
        if (firstSeen == null) {
            outlet = publisher;
            title = headline;
            url = address;
            firstSeen = eventTime.plus(EventTime.HORIZON);
        }
    }

    void noFinding() {
        found = false;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    public String article() {
        return article;
    }

    boolean wanted() {
        return wanted;
    }

    /** Whether findings of it, with title and sentences, are published. */
    public boolean found() {
        return found;
    }

    /** Whether it was forgotten before and nothing has come since. */
    public boolean gone() {
        return !found && deleted != null && !deleted.isBefore(lastMoment());
    }

    /** Records with its text on {@code articles}. */
    public int texts() {
        return texts;
    }

    /** When the last of them was written; null if there is none. */
    public @Nullable Instant lastWritten() {
        return texts == 0 ? null : Instant.ofEpochMilli(written);
    }

    private Instant lastMoment() {
        return (firstSeen == null ? Instant.EPOCH : firstSeen).plus(EventTime.HORIZON);
    }

    /** A deletion at the last moment that counts, so that no revision that counts is later. */
    Revision deletion() {
        var first = firstSeen == null ? Instant.EPOCH : firstSeen;
        return new Revision(
                article,
                Ids.revision("", "", ""),
                null,
                outlet,
                null,
                null,
                "",
                "",
                "",
                false,
                null,
                null,
                null,
                null,
                "none",
                null,
                lastMoment(),
                first,
                Body.DELETED,
                Origin.LIVE);
    }

    @Override
    public String toString() {
        return article + " " + outlet + (title == null ? "" : " \"" + title + "\"") + (url == null ? "" : " " + url);
    }
}
