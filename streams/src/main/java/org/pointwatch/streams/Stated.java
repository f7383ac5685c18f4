// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.story.Relation;

/**
 * What an article now says of the deadlines of one binding.
 *
 * @param before the event time that its statements stood under until now, null if it made none
 * @param statements all of the same event time; none if it says nothing any more
 */
record Stated(Binding binding, String article, @Nullable Instant before, List<Statement> statements) {

    /** One for each binding under which an article says something else than it did. */
    static List<Stated> between(String article, List<Claim> before, List<Claim> after) {
        if (before.equals(after)) {
            return List.of();
        }
        var old = byBinding(before);
        var now = byBinding(after);
        var bindings = new TreeMap<String, Binding>();
        before.forEach(c -> bindings.put(c.binding().key(), c.binding()));
        after.forEach(c -> bindings.put(c.binding().key(), c.binding()));
        var stated = new ArrayList<Stated>();
        bindings.forEach((key, binding) -> {
            var was = old.getOrDefault(key, List.of());
            var is = now.getOrDefault(key, List.of());
            if (!was.equals(is)) {
                stated.add(new Stated(
                        binding, article, was.isEmpty() ? null : was.get(0).at(), is));
            }
        });
        return stated;
    }

    private static SortedMap<String, List<Statement>> byBinding(List<Claim> claims) {
        var statements = new TreeMap<String, List<Statement>>();
        for (var claim : claims) {
            statements
                    .computeIfAbsent(claim.binding().key(), any -> new ArrayList<>())
                    .add(claim.statement());
        }
        return statements;
    }

    /** What claims become once the article's place in its story is known. */
    static List<Claim> placed(List<Claim> claims, Relation relation) {
        return claims.stream()
                .map(c -> new Claim(c.binding(), c.statement().in(relation)))
                .toList();
    }
}
