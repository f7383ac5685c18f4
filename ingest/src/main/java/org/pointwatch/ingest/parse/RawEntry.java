// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** The fields of an entry that are taken as written. */
record RawEntry(
        @Nullable String id,
        @Nullable String permalink,
        @Nullable String link,
        @Nullable String published,
        @Nullable String updated,
        @Nullable String language,
        @Nullable String base,
        @Nullable String nakedTitle,
        @Nullable String nakedSummary) {
    /** In order of trust; local names, as feeds mix namespaces. */
    static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "date", "created");

    static final List<String> UPDATED = List.of("updated", "modified");
    private static final Set<String> IDS = Set.of("guid", "id");

    static RawEntry of(Element entry) {
        var guid = entry.getChildren().stream()
                .filter(e -> IDS.contains(e.getName()))
                .filter(e -> !e.getTextTrim().isEmpty())
                .findFirst()
                .orElse(null);
        var about =
                entry.getAttributeValue("about", Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
        var permalink =
                guid != null && !"false".equals(guid.getAttributeValue("isPermaLink")) ? guid.getTextTrim() : about;
        return new RawEntry(
                guid == null ? about : guid.getTextTrim(),
                permalink,
                link(entry),
                first(entry, PUBLISHED),
                first(entry, UPDATED),
                language(entry),
                base(entry),
                naked(entry, "title"),
                naked(entry, RomeReading.child(entry, "description") == null ? "summary" : "description"));
    }

    /** The address of a link element that leads to the entry's page, where Rome wants it to say so. */
    private static @Nullable String link(Element entry) {
        for (var child : entry.getChildren()) {
            var href = child.getName().equals("link") ? child.getAttributeValue("href") : null;
            var rel = child.getAttributeValue("rel");
            if (href != null && (rel == null || rel.equals("alternate"))) {
                return href;
            }
        }
        return null;
    }

    /** Markup that Rome would not read: elements where escaped text is declared, and base64; null if there is none. */
    static @Nullable String naked(Element parent, String name) {
        var field = RomeReading.child(parent, name);
        if (field == null || attribute(field, "type").contains("xhtml")) {
            return null;
        } else if (field.getChildren().isEmpty()) {
            return isBase64(field) ? decoded(field.getText()) : null;
        }
        return new XMLOutputter().outputElementContentString(field);
    }

    private static boolean isBase64(Element field) {
        return attribute(field, "mode").equals("base64")
                || attribute(field, "type").equals("application/octet-stream");
    }

    private static String attribute(Element field, String name) {
        var value = field.getAttributeValue(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The nearest {@code xml:base}. */
    private static @Nullable String base(Element entry) {
        var link = RomeReading.child(entry, "link");
        for (var at = link == null ? entry : link; at != null; at = at.getParentElement()) {
            var base = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null) {
                return base;
            }
        }
        return null;
    }

    private static @Nullable String first(Element entry, List<String> names) {
        for (var name : names) {
            for (var child : entry.getChildren()) {
                if (child.getName().equals(name) && !child.getTextTrim().isEmpty()) {
                    return child.getTextTrim();
                }
            }
        }
        return null;
    }

    private static @Nullable String language(Element entry) {
        var attribute = entry.getAttributeValue("lang", Namespace.XML_NAMESPACE);
        return attribute == null ? first(entry, List.of("language")) : attribute;
    }
}
