// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** The fields of an entry that are taken as written. */
record RawEntry(
        @Nullable String id,
        @Nullable String permalink,
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
                first(entry, PUBLISHED),
                first(entry, UPDATED),
                language(entry),
                base(entry),
                naked(entry, "title"),
                naked(entry, "description"));
    }

    /** Markup that stands in a field as elements although it should be escaped; null if there is none. */
    static @Nullable String naked(Element parent, String name) {
        var field = RomeReading.child(parent, name);
        return field == null || field.getChildren().isEmpty()
                ? null
                : new XMLOutputter().outputElementContentString(field);
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
