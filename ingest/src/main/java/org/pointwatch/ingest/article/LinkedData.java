// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.HtmlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page tells machines about its article in JSON-LD, which is often written by hand. */
final class LinkedData {
    private static final int MOST_SCRIPTS = 20;
    private static final int LARGEST = 1 << 20;
    private static final int MOST_NODES = 10_000;
    private static final int NAME = 200;
    private static final Set<String> ARTICLES = Set.of(
            "article",
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "blogposting",
            "liveblogposting",
            "socialmediaposting",
            "report",
            "scholarlyarticle",
            "techarticle");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(400)
                            .maxStringLength(LARGEST)
                            .build())
                    .build())
            .build();

    private final List<JsonNode> articles = new ArrayList<>();
    private int nodes;

    private LinkedData() {}

    static LinkedData of(Document page) {
        var data = new LinkedData();
        var read = 0;
        for (var script : page.getElementsByTag("script")) {
            if (isLinkedData(script) && read++ < MOST_SCRIPTS) {
                data.read(script.data());
            }
        }
        return data;
    }

    private static boolean isLinkedData(Element script) {
        return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
    }

    private void read(String json) {
        if (json.length() > LARGEST) {
            return;
        }
        try {
            collect(MAPPER.readTree(json.strip()));
        } catch (JacksonException e) {
            // A page's own mistake: its other marks tell the same.
            nodes++;
        }
    }

    private void collect(JsonNode root) {
        var todo = new ArrayDeque<JsonNode>();
        todo.add(root);
        while (!todo.isEmpty() && nodes++ < MOST_NODES) {
            var node = todo.remove();
            if (node.isObject() && isArticle(node.path("@type"))) {
                articles.add(node);
            }
            for (var child : node) {
                if (child.isContainer()) {
                    todo.add(child);
                }
            }
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (var one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        var name = type.asString("");
        return ARTICLES.contains(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    @Nullable
    String headline() {
        var found = string("headline");
        return found == null ? string("name") : found;
    }

    @Nullable
    String published() {
        return string("datePublished");
    }

    @Nullable
    String language() {
        return string("inLanguage");
    }

    /** The text as the page gives it to machines, plain; empty if it does not. */
    String body() {
        var body = string("articleBody");
        if (body == null) {
            return "";
        }
        return body.indexOf('<') >= 0 || body.indexOf('&') >= 0 ? HtmlText.of(body) : CleanText.paragraphs(body);
    }

    boolean paid() {
        var free = first("isAccessibleForFree");
        return free != null && free.asString("").equalsIgnoreCase("false");
    }

    /** Names of the authors, joined; null if none. */
    @Nullable
    String author() {
        var names = new ArrayList<String>();
        var author = first("author");
        if (author != null) {
            addNames(author.isArray() ? author : MAPPER.createArrayNode().add(author), names);
        }
        return names.isEmpty() ? null : CleanText.line(String.join(", ", names), NAME);
    }

    private static void addNames(JsonNode authors, List<String> names) {
        for (var author : authors) {
            var name = author.isObject() ? author.path("name") : author;
            var text =
                    CleanText.line(HtmlText.of(name.isArray() ? name.path(0).asString("") : name.asString("")), NAME);
            if (!text.isEmpty() && !names.contains(text) && names.size() < 10) {
                names.add(text);
            }
        }
    }

    private @Nullable String string(String field) {
        var value = first(field);
        if (value == null) {
            return null;
        }
        var text = (value.isArray() ? value.path(0) : value).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable JsonNode first(String field) {
        for (var article : articles) {
            var value = article.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                return value;
            }
        }
        return null;
    }
}
