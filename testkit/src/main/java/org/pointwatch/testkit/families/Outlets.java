// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Who publishes: outlets with furniture, outlets whose feed gives the bare text, and outlets whose feed gives a summary
 * only. An outlet keeps to its manner, as it would in life.
 */
record Outlets(Map<String, Furniture> furnished, List<String> plain, List<String> brief) {

    static Outlets load() {
        var furnished = new LinkedHashMap<String, Furniture>();
        for (var section : Sections.of("furniture.txt")) {
            section.names().forEach(outlet -> furnished.put(outlet, Furniture.of(section)));
        }
        var others = Sections.of("outlets.txt");
        return new Outlets(
                Collections.unmodifiableMap(furnished),
                others.get(0).lines(),
                others.get(1).lines());
    }

    /** Outlets with furniture in that language. */
    List<String> dressed(String language) {
        return furnished.keySet().stream()
                .filter(outlet -> furniture(outlet).language().equals(language))
                .toList();
    }

    Furniture furniture(String outlet) {
        var furniture = furnished.get(outlet);
        if (furniture == null) {
            throw new IllegalStateException("furniture.txt: no section for outlet " + outlet + "; write one");
        }
        return furniture;
    }

    /** The same outlets in a random order, so that a family takes different ones from the beginning. */
    static List<String> shuffled(List<String> outlets, Random random) {
        var order = new ArrayList<>(outlets);
        Collections.shuffle(order, random);
        return order;
    }
}
