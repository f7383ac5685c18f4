// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.FeedDate;
import org.pointwatch.ingest.parse.FeedDates;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import tools.jackson.databind.node.ObjectNode;

/** One line of an archive as a revision at its original time: a record of the topic, or an article as for {@code analyze}. */
final class ArchivedArticle {
    private static final JsonSerde<Revision> SERDE = JsonSerde.of(Topics.ARTICLES);
    private static final Pattern LANGUAGE = Pattern.compile("([a-zA-Z]{2,3})(?:[-_].*)?");
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_SUMMARY = 20_000;
    private static final int LONGEST_KEY = 200;

    private final ObjectNode line;
    private final Instant now;

    private ArchivedArticle(ObjectNode line, Instant now) {
        this.line = line;
        this.now = now;
    }

    /** @param now no archive has a later time, but for a day that clocks may differ by */
    static Revision read(ObjectNode line, Instant now) throws BadLine {
        return line.has("revision") && line.has("body") ? record(line) : new ArchivedArticle(line, now).article();
    }

    private static Revision record(ObjectNode line) throws BadLine {
        if (!line.has("v")) {
            line.put("v", JsonSerde.VERSION);
        }
        try {
            var r = SERDE.decode(line.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (r.id().isBlank() || r.id().length() > LONGEST_KEY) {
                throw new BadLine(
                        "\"id\" is empty or longer than " + LONGEST_KEY + " characters: give the article's id");
            }
            if (r.text().length() > Revision.MAX_TEXT) {
                throw new BadLine("\"text\" is longer than " + Revision.MAX_TEXT + ": cut it, and set \"truncated\"");
            }
            return replayed(r);
        } catch (WireException e) {
            throw new BadLine(e.getMessage() + ": write it as it stands on the topic articles");
        }
    }

    private Revision article() throws BadLine {
        var title = CleanText.line(text("title", ""), LONGEST_TITLE);
        var summary = CleanText.head(CleanText.paragraphs(text("summary", "")), LONGEST_SUMMARY);
        var whole = CleanText.paragraphs(needed("text", "give the article's text"));
        var text = CleanText.head(whole, Revision.MAX_TEXT);
        var url = url();
        var published = time("published");
        var firstSeen = first(time("firstSeen"), time("fetched"), published);
        var outlet = outlet(url);
        return new Revision(
                id(url, outlet),
                Ids.revision(title, summary, text),
                optional("feed"),
                outlet,
                optional("group"),
                url,
                title,
                summary,
                text,
                text.length() < whole.length(),
                language(),
                optional("author"),
                null,
                published.at(),
                published.source(),
                null,
                first(time("fetched"), time("firstSeen"), published),
                firstSeen,
                Body.FULL,
                Origin.REPLAY);
    }

    private @Nullable String url() throws BadLine {
        var given = optional("url");
        var url = CanonicalUrl.of(given);
        if (given != null && url == null) {
            throw new BadLine("\"url\" is no http or https address: " + CleanText.line(given, LONGEST_KEY));
        }
        return url;
    }

    private String outlet(@Nullable String url) throws BadLine {
        var given = optional("outlet");
        if (given != null) {
            return CleanText.line(given, LONGEST_KEY);
        }
        if (url == null) {
            throw new BadLine("neither \"url\" nor \"outlet\": say who published it");
        }
        return Domains.ofUrl(url);
    }

    /** As for a feed's entry: by its address, else by whose it is and the id it has there. */
    private String id(@Nullable String url, String outlet) throws BadLine {
        if (url != null) {
            return Ids.article(url);
        }
        var id = line.path("id");
        if (!id.isString() && !id.isNumber()) {
            throw new BadLine("neither \"url\" nor \"id\": nothing tells which article it is");
        }
        return Ids.article(outlet, "id:" + id.asString());
    }

    private @Nullable String language() throws BadLine {
        var given = optional("language");
        var m = given == null ? null : LANGUAGE.matcher(given.strip());
        return m != null && m.matches() ? m.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private FeedDate time(String field) throws BadLine {
        var written = optional(field);
        var date = FeedDates.read(written, null, now);
        if (written != null && date.at() == null) {
            throw new BadLine("\"" + field + "\" cannot be used: " + CleanText.line(written, LONGEST_KEY)
                    + ": write a time such as 2025-11-20T12:00:00Z, from 1995 on and not in the future");
        }
        return date;
    }

    private static Instant first(FeedDate... dates) throws BadLine {
        for (var date : dates) {
            if (date.at() != null) {
                return date.at();
            }
        }
        throw new BadLine("no \"published\": an archived article counts at its original time, so give it");
    }

    private @Nullable String optional(String field) throws BadLine {
        var value = line.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadLine("\"" + field + "\" is no string");
        }
        return value.stringValue().isBlank() ? null : value.stringValue();
    }

    private String text(String field, String otherwise) throws BadLine {
        var value = optional(field);
        return value == null ? otherwise : value;
    }

    private String needed(String field, String mend) throws BadLine {
        if (!line.path(field).isString()) {
            throw new BadLine("\"" + field + "\" is missing or no string: " + mend);
        }
        return line.path(field).stringValue();
    }

    private static Revision replayed(Revision r) {
        return r.draft().origin(Origin.REPLAY).done();
    }
}
