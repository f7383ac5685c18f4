// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.ingest.article.ArticleExtractor;
import org.pointwatch.ingest.article.ExtractedArticle;
import org.pointwatch.ingest.article.ExtractedArticle.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code extract}: the article on each line's page. */
public final class ArticlePages {
    private final Talk talk;
    private final InstantSource clock;
    private final LineLanguage languages = new LineLanguage();

    /** @param clock dates more than a day ahead of it are not believed */
    public ArticlePages(Talk talk, InstantSource clock) {
        this.talk = talk;
        this.clock = clock;
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        return LineAnswers.print(talk, file, this::json);
    }

    private Map<String, @Nullable Object> json(JsonNode id, ObjectNode object) throws BadLine {
        if (!object.path("html").isString()) {
            throw new BadLine("\"html\" is missing or no string");
        }
        var url = object.path("url").isString() ? object.path("url").stringValue() : null;
        var page = ArticleExtractor.of(object.path("html").stringValue(), url, null, clock.instant());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("title", page.title());
        json.put("text", page.text());
        json.put("published", page.published().at());
        json.put("author", page.author());
        json.put("language", languages.claimed(page.language(), page.title(), page.text()));
        json.put("publishedSource", page.published().source());
        json.put("agency", page.agency());
        json.put("canonical", page.canonical());
        json.put("access", page.access().label());
        var note = note(page);
        if (note != null) {
            json.put("note", note);
        }
        return json;
    }

    private static @Nullable String note(ExtractedArticle page) {
        if (page.access() != Access.OPEN) {
            return switch (page.access()) {
                case PAYWALL -> "a part of the text: the page offers a subscription";
                case CONSENT -> "the page asks for consent first";
                case CHALLENGE -> "the page refuses readers that are no browsers";
                default -> "no article found on the page";
            };
        }
        return page.text().isEmpty() ? "no article found on the page" : null;
    }
}
