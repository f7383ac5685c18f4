// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the sample world from the class path: {@code dossiers/sample-world/README.md} has the format. */
final class SampleWorldReader {
    private static final String FOLDER = "/dossiers/sample-world/";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, EntryFile.Entry> entries = new HashMap<>();

    private record WorldFile(Instant start, Instant end, List<Outlet> outlets) {
        record Outlet(
                String id,
                String title,
                String domain,
                String file,
                String format,
                String encoding,
                String language,
                String group,
                String zone,
                @Nullable Integer ttl) {}
    }

    private record EntryFile(List<Entry> entries) {
        record Entry(
                String id,
                String url,
                Instant published,
                @Nullable String dateText,
                String title,
                @Nullable String author,
                @Nullable String summary,
                @Nullable List<String> text,
                @Nullable From from,
                @Nullable List<Edit> revisions,
                @Nullable String hostile) {}

        record From(String entry, List<Integer> keep, @Nullable List<String> before, @Nullable List<String> after) {}

        record Edit(Instant at, String title, List<String> text) {}
    }

    private SampleWorldReader() {}

    static SampleWorld read() {
        return new SampleWorldReader().world();
    }

    private SampleWorld world() {
        var world = file("world.yaml", WorldFile.class);
        var files = new ArrayList<EntryFile>();
        for (var outlet : world.outlets()) {
            var file = file(outlet.file(), EntryFile.class);
            files.add(file);
            file.entries().forEach(e -> entries.put(e.id(), e));
        }
        var outlets = new ArrayList<SampleOutlet>();
        for (var i = 0; i < files.size(); i++) {
            outlets.add(outlet(world.outlets().get(i), files.get(i).entries()));
        }
        return new SampleWorld(world.start(), world.end(), List.copyOf(outlets));
    }

    private SampleOutlet outlet(WorldFile.Outlet o, List<EntryFile.Entry> list) {
        return new SampleOutlet(
                o.id(),
                o.title(),
                o.domain(),
                FeedFormat.valueOf(o.format().toUpperCase(Locale.ROOT)),
                o.encoding(),
                o.language(),
                o.group(),
                ZoneId.of(o.zone()),
                o.ttl(),
                list.stream().map(this::entry).toList());
    }

    private SampleEntry entry(EntryFile.Entry e) {
        var states = new ArrayList<SampleEntry.State>();
        states.add(new SampleEntry.State(e.published(), e.title(), e.summary(), text(e)));
        for (var edit : orNone(e.revisions())) {
            states.add(new SampleEntry.State(edit.at(), edit.title(), null, edit.text()));
        }
        var hostile = e.hostile() == null
                ? null
                : SampleEntry.Hostile.valueOf(
                        e.hostile().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new SampleEntry(e.id(), e.url(), e.published(), e.dateText(), e.author(), hostile, List.copyOf(states));
    }

    private List<String> text(EntryFile.Entry e) {
        var from = e.from();
        if (from == null) {
            return orNone(e.text());
        }
        var source = entries.get(from.entry());
        if (source == null || source.text() == null) {
            throw new IllegalStateException(e.id() + " takes its text from " + from.entry() + ", which has none");
        }
        var text = new ArrayList<>(orNone(from.before()));
        for (int paragraph : from.keep()) {
            text.add(source.text().get(paragraph));
        }
        text.addAll(orNone(from.after()));
        return List.copyOf(text);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T file(String name, Class<T> type) {
        try (var in = SampleWorldReader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + FOLDER + name + " on the class path");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }
}
