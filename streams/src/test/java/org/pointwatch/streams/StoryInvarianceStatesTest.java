// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.streams.Stage.revision;
import static org.pointwatch.streams.Stage.withdrawn;

/** What {@link StoryInvarianceIT} found, each in the fewest articles. */
final class StoryInvarianceStatesTest {
    private static final int MINUTES_A_DAY = 1_440;

    private final StoryInvarianceOutlets words = new StoryInvarianceOutlets(1);
    private final Random random = new Random(1);

    @TempDir
    private Path directory;

    @Test
    void aStateSeenEarlierThanItWasKnownIsCountedOnce() {
        var text = text(8);
        var late = revision("https://a.example/1", "a.example", 50, 120, "Storm", text);
        var early = revision("https://a.example/1", "a.example", 10, 60, "Storm", text);
        var copy = revision("https://b.example/1", "b.example", 90, 100, "Storm", text);

        var story = story(copy, List.of(late, early, copy));
        assertThat(story.similarity()).isEqualTo(1.0);
        assertThat(story.lagSeconds()).isEqualTo(80 * 60);
        assertThat(story).isEqualTo(story(copy, List.of(early, late, copy)));
    }

    @Test
    void aWithdrawnArticleHasTheTimeOfItsBestStateWhicheverCameLast() {
        var furniture = text(5);
        var arriving = new ArrayList<Revision>();
        for (var i = 1; i <= 3; i++) {
            arriving.add(revision("https://a.example/" + i, "a.example", i, 60, "Day " + i, text(4) + furniture));
        }
        var source = arriving.get(0);
        var part = source.text().lines().skip(1).limit(6).collect(Collectors.joining("\n"));
        var copy = revision("https://b.example/1", "b.example", 90, 100, source.title(), part);
        var page = "https://a.example/4";
        var first = revision(page, "a.example", -25 * MINUTES_A_DAY, 20, "Eve", text(4) + furniture);
        var second = revision(page, "a.example", 0, 40, "Day 4", text(4) + furniture);
        arriving.add(copy);
        var gone = withdrawn(second, 50);

        var story = story(copy, after(arriving, gone, first, second));
        assertThat(story).isEqualTo(story(copy, after(arriving, gone, second, first)));
        assertThat(story).isEqualTo(story(copy, after(arriving, second, first, gone)));
    }

    private static List<Revision> after(List<Revision> all, Revision... earlier) {
        return Stream.concat(Stream.of(earlier), all.stream()).toList();
    }

    private String text(int sentences) {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++) {
            text.append(words.sentence(random)).append('\n');
        }
        return text.toString();
    }

    private Story story(Revision of, List<Revision> arriving) {
        try (var stage = new Stage(directory.resolve(Integer.toString(arriving.hashCode())))) {
            arriving.forEach(r -> stage.arrives(r));
            return stage.last(Topics.STORIES).get(of.id());
        }
    }
}
