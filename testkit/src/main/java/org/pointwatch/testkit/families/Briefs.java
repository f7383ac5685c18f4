// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short entries about different things under similar titles. */
final class Briefs {
    private static final int HOURS = 72;

    private Briefs() {}

    static Stream<Labelled> from(Instant start, Outlets outlets, Random random) {
        return Sections.of("briefs.txt").stream().flatMap(group -> group(group, start, outlets, random));
    }

    private static Stream<Labelled> group(Section group, Instant start, Outlets outlets, Random random) {
        var order = Outlets.shuffled(outlets.brief(), random);
        return IntStream.range(0, group.lines().size())
                .mapToObj(i -> brief(group, i, order.get(i), start.plus(Duration.ofHours(random.nextInt(HOURS)))));
    }

    private static Labelled brief(Section group, int number, String outlet, Instant published) {
        var parts = group.lines().get(number).split(" \\| ");
        if (parts.length != 2) {
            throw new IllegalStateException(group.where() + ": an entry of section " + group.name()
                    + " is not \"title | summary\": " + group.lines().get(number));
        }
        var id = group.name() + "." + (number + 1);
        var draft = new Draft(parts[0], List.of(parts[1]));
        return Family.original(id, outlet, draft, published, group.name(), Kind.SHORT);
    }
}
