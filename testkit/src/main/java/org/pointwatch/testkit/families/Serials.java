// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Episodes of one outlet in a fixed form: most words the same, yet each another article. */
final class Serials {
    private static final int EPISODES = 5;
    private static final int FIRST_NUMBER = 120;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

    private Serials() {}

    static Stream<Labelled> from(Instant start, Random random) {
        return Sections.of("serials.txt").stream().flatMap(serial -> episodes(serial, start, random));
    }

    private static Stream<Labelled> episodes(Section serial, Instant start, Random random) {
        var named = Slots.named();
        var subjects = Outlets.shuffled(named.values("name"), random);
        return IntStream.range(0, EPISODES).mapToObj(episode -> {
            var slots = named.with("subject", List.of(subjects.get(episode)));
            return episode(serial, episode, slots, start.plus(Duration.ofDays(episode)), random);
        });
    }

    private static Labelled episode(Section serial, int episode, Slots named, Instant published, Random random) {
        var day = published.atOffset(ZoneOffset.UTC);
        var slots = named.with("episode", List.of(Integer.toString(FIRST_NUMBER + episode)))
                .with("date", List.of(DATE.format(day)))
                .with("weekday", List.of(WEEKDAY.format(day)));
        var title = slots.fill(serial.single("T"), random);
        var paragraphs = serial.untagged().map(line -> slots.fill(line, random)).toList();
        var id = serial.name() + "." + (episode + 1);
        return Family.original(
                id, serial.attribute("outlet"), new Draft(title, paragraphs), published, serial.name(), Kind.SERIAL);
    }
}
