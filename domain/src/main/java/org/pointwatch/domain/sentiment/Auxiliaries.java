// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/** The little words that tell the part of a target in a sentence. */
final class Auxiliaries {
    private Auxiliaries() {}

    static boolean isBe(String plain) {
        return switch (plain) {
            case "is",
                    "are",
                    "was",
                    "were",
                    "be",
                    "been",
                    "being",
                    "am",
                    "isnt",
                    "arent",
                    "wasnt",
                    "werent",
                    "gets",
                    "got" -> true;
            default -> false;
        };
    }

    static boolean isLink(String plain) {
        return switch (plain) {
            case "of",
                    "by",
                    "for",
                    "to",
                    "with",
                    "from",
                    "against",
                    "about",
                    "on",
                    "at",
                    "in",
                    "over",
                    "as",
                    "like",
                    "than",
                    "behind",
                    "toward",
                    "towards",
                    "under",
                    "into",
                    "after",
                    "between",
                    "among" -> true;
            default -> false;
        };
    }

    static boolean isSaying(String plain) {
        return switch (plain) {
            case "say",
                    "says",
                    "said",
                    "saying",
                    "tell",
                    "tells",
                    "told",
                    "add",
                    "adds",
                    "added",
                    "write",
                    "writes",
                    "wrote",
                    "tweet",
                    "tweeted",
                    "tweets",
                    "speak",
                    "spoke",
                    "announced",
                    "declared",
                    "argued",
                    "insisted",
                    "claimed",
                    "claims",
                    "argues",
                    "insists",
                    "maintained",
                    "suggested",
                    "remarked",
                    "responded",
                    "replied",
                    "asked",
                    "testified",
                    "believes",
                    "believe",
                    "thinks",
                    "think",
                    "thought",
                    "explained",
                    "noted",
                    "warned",
                    "stated",
                    "according",
                    "continued",
                    "recalled",
                    "acknowledged" -> true;
            default -> false;
        };
    }
}
