// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of people, without their mail addresses. */
final class Authors {
    private static final Pattern RSS_FORM = Pattern.compile("[^\\s@()]+@[^\\s@()]+\\s*\\(([^()]+)\\)");

    private Authors() {}

    static @Nullable String of(SyndEntry entry) {
        var named = entry.getAuthors().stream()
                .map(SyndPerson::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return of(named.isBlank() ? entry.getAuthor() : named);
    }

    static @Nullable String of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var text = HtmlText.of(written.strip());
        var rss = RSS_FORM.matcher(text);
        var name = CleanText.line(rss.matches() ? rss.group(1) : text, Limits.AUTHOR);
        return name.isEmpty() ? null : name;
    }
}
