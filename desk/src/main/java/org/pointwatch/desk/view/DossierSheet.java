// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call the things that a dossier follows, in its order.
 *
 * @param version label and content hash
 */
public record DossierSheet(
        String id,
        String title,
        String version,
        List<Plan> plans,
        List<Point> points,
        List<Actor> actors,
        List<Rule> rules) {
    /** @param date the day it became known, null if the dossier does not say */
    public record Plan(String id, String title, @Nullable String date) {}

    /**
     * @param number in the dossier's first plan version, null if it has none there
     * @param numbers plan version to the number or numbers it has there
     */
    public record Point(String target, String id, String title, @Nullable String number, Map<String, String> numbers) {}

    public record Actor(String target, String id, String title) {}

    /**
     * @param point id of the point
     * @param figure name of the figure that it watches, null for a rule that finds the point
     * @param unit of the figure, null if the dossier names none
     */
    public record Rule(
            String point, String id, String language, @Nullable String figure, @Nullable String unit, String text) {}
}
