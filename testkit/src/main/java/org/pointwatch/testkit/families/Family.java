// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A story in the making: gives each article its id, its time and its truth. */
final class Family {
    /** A copy comes within so many minutes of its original: five days. */
    private static final int LATEST_MINUTE = 5 * 24 * 60 - 1;

    private final String name;
    private final Labelled original;
    private final Random random;
    private final List<Labelled> articles = new ArrayList<>();

    private Family(String name, Labelled original, Random random) {
        this.name = name;
        this.original = original;
        this.random = random;
        articles.add(original);
    }

    static Family begin(String name, Labelled original, Random random) {
        return new Family(name, original, random);
    }

    /** An original, which is its own story. */
    static Labelled original(String id, String outlet, Draft draft, Instant published, String family, Kind kind) {
        return new Labelled(
                id, outlet, draft.title(), draft.text(), published, family, kind.label(), id, "original", null);
    }

    void copy(Kind kind, String outlet, Draft draft) {
        add(kind, outlet, draft, "copy");
    }

    void update(Draft draft) {
        add(Kind.UPDATE, original.outlet(), draft, "update");
    }

    List<Labelled> articles() {
        return List.copyOf(articles);
    }

    private void add(Kind kind, String outlet, Draft draft, String relation) {
        articles.add(new Labelled(
                name + "." + kind.label() + "." + articles.size(),
                outlet,
                draft.title(),
                draft.text(),
                original.published().plus(lag()),
                name,
                kind.label(),
                original.id(),
                relation,
                original.id()));
    }

    /** Most copies come within hours, a few after days. */
    private Duration lag() {
        double share = random.nextDouble();
        return Duration.ofMinutes(1 + (long) (LATEST_MINUTE * share * share * share));
    }
}
