// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.domain.article.RevisionSet.Seen;

/** How an article's texts are kept. Enumerations are written by place, so their constants may be added to, not moved. */
final class ArticleSerdes {
    private ArticleSerdes() {}

    static Serde<RevisionSet> revisions() {
        return Binary.serde(1, ArticleSerdes::write, ArticleSerdes::readSet);
    }

    private static void write(Binary.Out out, RevisionSet set) {
        out.writeBoolean(set.takenDown());
        out.list(set.seen(), ArticleSerdes::write);
        out.list(set.best(), ArticleSerdes::write);
    }

    private static RevisionSet readSet(Binary.In in) {
        var takenDown = in.readBoolean();
        return new RevisionSet(in.list(ArticleSerdes::readSeen), in.list(ArticleSerdes::readRevision), takenDown);
    }

    private static void write(Binary.Out out, Seen seen) {
        out.id(seen.revision());
        out.writeByte(seen.body().ordinal());
        out.time(seen.fetched());
    }

    private static Seen readSeen(Binary.In in) {
        return new Seen(in.id(), Body.values()[in.readByte()], in.time());
    }

    private static void write(Binary.Out out, Revision r) {
        out.id(r.id());
        out.id(r.revision());
        out.exactly(r.feed());
        out.exactly(r.outlet());
        out.exactly(r.group());
        out.exactly(r.url());
        out.exactly(r.title());
        out.exactly(r.summary());
        out.exactly(r.text());
        out.writeBoolean(r.truncated());
        out.exactly(r.language());
        out.exactly(r.author());
        out.exactly(r.agency());
        timeOrNull(out, r.published());
        out.text(r.publishedSource());
        timeOrNull(out, r.updated());
        out.time(r.fetched());
        out.time(r.firstSeen());
        out.writeByte(r.body().ordinal());
        out.writeByte(r.origin().ordinal());
    }

    private static Revision readRevision(Binary.In in) {
        return new Revision(
                in.id(),
                in.id(),
                in.exactlyOrNull(),
                in.exactly(),
                in.exactlyOrNull(),
                in.exactlyOrNull(),
                in.exactly(),
                in.exactly(),
                in.exactly(),
                in.readBoolean(),
                in.exactlyOrNull(),
                in.exactlyOrNull(),
                in.exactlyOrNull(),
                readTimeOrNull(in),
                in.text(),
                readTimeOrNull(in),
                in.time(),
                in.time(),
                Body.values()[in.readByte()],
                Origin.values()[in.readByte()]);
    }

    private static void timeOrNull(Binary.Out out, @Nullable Instant time) {
        out.writeBoolean(time != null);
        if (time != null) {
            out.time(time);
        }
    }

    private static @Nullable Instant readTimeOrNull(Binary.In in) {
        return in.readBoolean() ? in.time() : null;
    }
}
