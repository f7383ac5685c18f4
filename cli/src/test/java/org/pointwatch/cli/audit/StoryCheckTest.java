// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.cli.audit.Written.NOON;
import static org.pointwatch.cli.audit.Written.finding;
import static org.pointwatch.cli.audit.Written.member;
import static org.pointwatch.cli.audit.Written.original;
import static org.pointwatch.cli.audit.Written.put;
import static org.pointwatch.cli.audit.Written.rewrite;

/** Stories that contradict themselves, each other or the findings. */
final class StoryCheckTest {
    private final Facts facts = new Facts();

    /** a, its copy b, b's outlet's update c, a's own update d, and e, which paraphrases a. */
    @BeforeEach
    void write() {
        put(facts, finding("a", "r", "one", NOON), original("a"));
        put(facts, finding("b", "r", "two", NOON.plusSeconds(60)), member("b", Relation.COPY, "a", 60));
        put(facts, finding("c", "r", "two", NOON.plusSeconds(90)), member("c", Relation.UPDATE, "a", 90));
        put(facts, finding("d", "r", "one", NOON.plusSeconds(99)), member("d", Relation.UPDATE, "a", 99));
        put(facts, finding("e", "r", "two", NOON.plusSeconds(70)), rewrite("e", "a", 70));
    }

    private void expect(String... said) {
        assertThat(StoryCheck.of(facts)).extracting(Difference::toString).containsExactly(said);
    }

    @Test
    void aSoundSetHasNoDifference() {
        expect();
    }

    @Test
    void everyFindingHasAPlaceAndEveryPlaceAFinding() {
        facts.stories.remove("e");
        facts.findings.remove("d");
        expect(
                "story e: nothing, expected a place, for its finding is there",
                "story d: update of a, story a, lag 99 s, superseded by a, expected nothing");
    }

    @Test
    void membersBelongToAnOriginalOfTheSet() {
        facts.stories.put("c", new Story("c", "b", Relation.UPDATE, "b", 0.9, 30, "b"));
        facts.stories.put("d", new Story("d", "x", Relation.COPY, "x", 0.9, 99, "x"));
        assertThat(StoryCheck.of(facts))
                .extracting(Difference::expected)
                .contains("b to be an original, and it is a copy", "x to be there, and another article");
    }

    @Test
    void anUpdateHasAnEarlierArticleOfItsOutletInTheStory() {
        facts.stories.put("b", member("b", Relation.UPDATE, "a", 60));
        facts.stories.put("d", member("d", Relation.COPY, "a", 99));
        assertThat(StoryCheck.of(facts))
                .extracting(d -> d.key() + " " + d.expected())
                .containsExactly(
                        "b a copy, by the outlets of the story's earlier articles",
                        "d an update, by the outlets of the story's earlier articles");
    }

    @Test
    void supersededByAndLagFollowFromTheRest() {
        facts.stories.put("b", new Story("b", "a", Relation.COPY, "a", 0.9, 60, null));
        facts.stories.put("c", new Story("c", "a", Relation.UPDATE, "a", 0.9, 91, "a"));
        facts.stories.put("e", new Story("e", "e", Relation.REWRITE, "a", 0.3, 70, "a"));
        assertThat(StoryCheck.of(facts))
                .extracting(d -> d.key() + " " + d.expected())
                .containsExactly(
                        "b story, of and supersededBy to name one article",
                        "c a lag of 90 s, by the event times of both",
                        "e a rewrite to be its own story, superseded by nothing");
    }
}
