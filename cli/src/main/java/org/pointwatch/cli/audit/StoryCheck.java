// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Story;

/** Whether the stories agree with each other and with the findings; that texts are alike is not judged again. */
final class StoryCheck {
    private static final Comparator<Mentions> EARLIEST = Comparator.comparing(
                    (Mentions m) -> m.eventTime().truncatedTo(ChronoUnit.MILLIS))
            .thenComparing(Mentions::article);

    private final Facts facts;
    private final List<Difference> differences = new ArrayList<>();

    private StoryCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Difference> of(Facts facts) {
        var check = new StoryCheck(facts);
        check.bothThere();
        new TreeMap<>(facts.stories).values().forEach(check::place);
        check.outlets();
        return List.copyOf(check.differences);
    }

    private void bothThere() {
        for (var id : new TreeMap<>(facts.findings).keySet()) {
            if (!facts.stories.containsKey(id) && !facts.setAside.contains(id)) {
                differences.add(Difference.of("story", id, null, "a place, for its finding is there"));
            }
        }
        for (var story : new TreeMap<>(facts.stories).values()) {
            if (!facts.findings.containsKey(story.article()) && !facts.setAside.contains(story.article())) {
                differences.add(Difference.of("story", story.article(), told(story), null));
            }
        }
    }

    private void place(Story s) {
        var wrong = s.relation() == Relation.ORIGINAL
                ? original(s)
                : s.relation() == Relation.REWRITE ? rewrite(s) : member(s);
        if (wrong != null) {
            differences.add(Difference.of("story", s.article(), told(s), wrong));
        }
    }

    private static @Nullable String original(Story s) {
        var alone = s.of() == null && s.lagSeconds() == 0 && s.similarity() == null;
        return s.story().equals(s.article()) && alone && s.supersededBy() == null
                ? null
                : "an original to be its own story, of nothing and superseded by nothing";
    }

    private @Nullable String rewrite(Story s) {
        if (!s.story().equals(s.article()) || s.supersededBy() != null) {
            return "a rewrite to be its own story, superseded by nothing";
        }
        return source(s);
    }

    private @Nullable String member(Story s) {
        if (!s.story().equals(s.of()) || !s.story().equals(s.supersededBy())) {
            return "story, of and supersededBy to name one article";
        }
        return source(s);
    }

    /** What is wrong with the article that this one is a copy, update or rewrite of. */
    private @Nullable String source(Story s) {
        var source = s.of() == null ? null : facts.stories.get(s.of());
        if (source == null || s.article().equals(s.of())) {
            return s.of() + " to be there, and another article";
        }
        if (source.relation() != Relation.ORIGINAL && source.relation() != Relation.REWRITE) {
            return s.of() + " to be an original, and it is " + article(source.relation());
        }
        var lag = lag(s);
        return lag == null || lag == s.lagSeconds() ? null : "a lag of " + lag + " s, by the event times of both";
    }

    private @Nullable Long lag(Story s) {
        var own = facts.findings.get(s.article());
        var other = facts.findings.get(s.of());
        return own == null || other == null
                ? null
                : Duration.between(
                                other.eventTime().truncatedTo(ChronoUnit.MILLIS),
                                own.eventTime().truncatedTo(ChronoUnit.MILLIS))
                        .toSeconds();
    }

    /** In each story the first article of an outlet is a copy and every later one an update. */
    private void outlets() {
        var members = new TreeMap<String, List<Mentions>>();
        var untold = new HashSet<String>();
        for (var story : facts.stories.values()) {
            var found = facts.findings.get(story.article());
            if (found == null) {
                untold.add(story.story());
            } else {
                members.computeIfAbsent(story.story(), s -> new ArrayList<>()).add(found);
            }
        }
        members.keySet().removeAll(untold);
        members.forEach(this::outlets);
    }

    private void outlets(String story, List<Mentions> members) {
        members.sort(EARLIEST);
        Set<String> seen = new HashSet<>();
        for (var member : members) {
            var wanted = seen.add(member.outlet()) ? Relation.COPY : Relation.UPDATE;
            var s = facts.stories.get(member.article());
            if (s != null && !s.article().equals(story) && s.relation() != wanted) {
                differences.add(Difference.of(
                        "story",
                        s.article(),
                        told(s),
                        article(wanted) + ", by the outlets of the story's earlier articles"));
            }
        }
    }

    private static String told(Story s) {
        return word(s.relation()) + " of " + s.of() + ", story " + s.story() + ", lag " + s.lagSeconds()
                + " s, superseded by " + s.supersededBy();
    }

    private static String article(Relation relation) {
        return (relation == Relation.UPDATE ? "an " : "a ") + word(relation);
    }

    private static String word(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }
}
