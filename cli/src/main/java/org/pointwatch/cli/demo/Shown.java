// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its feed shows it, hostile where it is meant to be.
 *
 * @param claimed null for no date element
 * @param edited null if it was not
 * @param summary null where {@code html} is the whole text
 */
record Shown(
        String url,
        String title,
        @Nullable String author,
        @Nullable Claim claimed,
        @Nullable Instant edited,
        @Nullable String summary,
        String html) {
    private static final int DEPTH = 20_000;
    private static final String SCRIPT = "<script>document.title = 'owned'; alert(1)</script>";
    private static final String CONTROLS = "\u0007\u0001\u001b\u202e\u2066\u200b";

    /** A date as a feed writes it: an instant in the format's notation, or whatever stands there instead. */
    record Claim(Instant instant, @Nullable String instead) {}

    /** Newest first. */
    static List<Shown> at(SampleOutlet outlet, Instant time) {
        var entries = new ArrayList<>(outlet.entries());
        entries.sort(Comparator.comparing(SampleEntry::published).reversed());
        var shown = new ArrayList<Shown>();
        for (var entry : entries) {
            var state = entry.at(time);
            if (state != null) {
                shown.add(of(entry, state));
            }
        }
        return shown;
    }

    private static Shown of(SampleEntry entry, SampleEntry.State state) {
        var html = Markup.paragraphs(state.text());
        var title = state.title();
        if (entry.hostile() != null) {
            switch (entry.hostile()) {
                case SCRIPT_TITLE -> title = title + SCRIPT;
                case CONTROL_CHARS -> {
                    title = title.replace(" ", " " + CONTROLS);
                    html = html.replace(" ", " " + CONTROLS);
                }
                case DEEP_HTML -> html = "<div>".repeat(DEPTH) + html + "</div>".repeat(DEPTH);
                default -> throw new IllegalStateException("no such hostility: " + entry.hostile());
            }
        }
        var edited = state.at().equals(entry.published()) ? null : state.at();
        return new Shown(entry.url(), title, entry.author(), claim(entry), edited, state.summary(), html);
    }

    private static @Nullable Claim claim(SampleEntry entry) {
        var instead = entry.dateText();
        return instead != null && instead.isEmpty() ? null : new Claim(entry.published(), instead);
    }
}
