// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;

/**
 * Finds the agency that an article credits. The time is bounded whatever the text: a few lines at each end are read once,
 * from the left to the right.
 */
public final class Credits {
    private static final int LONGEST_FIELD = 300;

    private Credits() {}

    /** Id of the agency whose text the revision is, as far as it says; null if it is none's or one's in part. */
    public static @Nullable String agency(Revision revision) {
        return agency(revision.agency(), revision.author(), revision.outlet(), revision.readable());
    }

    /** As {@link #of}, of a whole text only. */
    public static @Nullable String agency(
            @Nullable String declared, @Nullable String author, @Nullable String outlet, String text) {
        var credit = of(declared, author, outlet, text);
        return credit == null || !credit.whole() ? null : credit.agency();
    }

    /**
     * Null if no agency is credited.
     *
     * @param declared what the feed says about an agency
     * @param outlet domain or title
     */
    public static @Nullable Credit of(
            @Nullable String declared, @Nullable String author, @Nullable String outlet, String text) {
        var named = declared == null ? null : Field.name(tokens(declared));
        if (named != null) {
            return new Credit(named, Credit.Where.FEED);
        }
        var byAuthor = author == null ? null : Field.byline(tokens(author)).credit(Credit.Where.BYLINE);
        if (byAuthor != null && byAuthor.whole()) {
            return byAuthor;
        }
        var inText = inText(outlet, text);
        return inText != null && (inText.whole() || byAuthor == null) ? inText : byAuthor;
    }

    private static @Nullable Credit inText(@Nullable String outlet, String text) {
        var head = Head.credit(Lines.first(text));
        if (head != null && head.where().compareTo(Credit.Where.OUTLET) < 0) {
            return head;
        }
        var owner = outlet == null ? null : owner(outlet);
        if (owner != null) {
            return new Credit(owner, Credit.Where.OUTLET);
        }
        var tail = head != null && head.whole() ? null : Tail.credit(Lines.last(text));
        return tail != null && (tail.whole() || head == null) ? tail : head;
    }

    private static @Nullable String owner(String outlet) {
        var byDomain = Agencies.byDomain(cut(outlet));
        return byDomain == null ? Field.name(tokens(outlet)) : byDomain;
    }

    private static List<Token> tokens(String field) {
        return Token.all(cut(field));
    }

    private static String cut(String field) {
        return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
    }
}
