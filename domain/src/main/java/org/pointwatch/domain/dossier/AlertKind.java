// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an alert is about, and how it behaves where the dossier does not say. */
public enum AlertKind {
    /** Threshold: stories that must carry it. */
    NEW_DEADLINE(List.of(1.0), Duration.ZERO),
    DEADLINE_MOVED(List.of(1.0), Duration.ZERO),
    DEADLINE_SOFTENED(List.of(1.0), Duration.ZERO),
    DEADLINE_DENIED(List.of(1.0), Duration.ZERO),
    /** Threshold: hours before it is over, one or several. */
    DEADLINE_NEAR(List.of(72.0, 24.0, 3.0), Duration.ZERO),
    DEADLINE_PASSED(List.of(1.0), Duration.ZERO),
    /** Threshold: how far from every known value, as a part of it. */
    CONTESTED_FIGURE(List.of(0.01), Duration.ofHours(1)),
    /** Threshold: how many times the usual number. */
    SURGE(List.of(2.0), Duration.ofHours(6)),
    /** Threshold: stories that were to be expected since the last one. */
    SILENCE(List.of(12.0), Duration.ofHours(24)),
    /** Threshold: how far the mean has moved, on the scale from -1 to 1. */
    TONE_SHIFT(List.of(0.25), Duration.ofHours(24));

    private final List<Double> thresholds;
    private final Duration cooldown;

    AlertKind(List<Double> thresholds, Duration cooldown) {
        this.thresholds = thresholds;
        this.cooldown = cooldown;
    }

    /** As records and dossiers write it: {@code new-deadline}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<Double> thresholds() {
        return thresholds;
    }

    public Duration cooldown() {
        return cooldown;
    }

    /** Whether it is about how a target is covered, not about one report. */
    public boolean ofCoverage() {
        return this == SURGE || this == SILENCE || this == TONE_SHIFT;
    }

    public static Optional<AlertKind> of(String id) {
        return Arrays.stream(values()).filter(k -> k.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(AlertKind::id).toList();
    }
}
