// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Credits;
import org.pointwatch.domain.alert.AlertRules;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Facet;
import org.pointwatch.domain.language.LanguageIdentifier;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.models.NgramIdentifier;
import org.pointwatch.models.Sentiments;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.dossier.DossierFile;
import org.pointwatch.wire.dossier.DossierLoad;
import org.pointwatch.wire.dossier.DossierSource;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dossier that a task follows, compiled again when the topic holds a new version. One for each task. */
final class DossierInForce {
    static final String STORE = "dossiers";

    private static final Logger LOG = LoggerFactory.getLogger(DossierInForce.class);
    private static final JsonSerde<DossierRecord> SERDE = JsonSerde.of(Topics.DOSSIERS);
    private static final LanguageIdentifier LANGUAGES = new NgramIdentifier();

    /** Compiling takes a second; the tasks of a process share what one of them made. */
    private static final AtomicReference<@Nullable Compiled> LAST = new AtomicReference<>();

    private final String id;
    private final MeterRegistry meters;
    private final SentimentScorer scorer;
    private @Nullable ReadOnlyKeyValueStore<String, byte[]> records;
    private @Nullable Compiled compiled;

    /** The record as its bytes, which tell at once whether it is still the same, and the reader made of it. */
    record Compiled(byte[] record, String version, ArticleReader reader, List<String> facets, AlertRules alerts) {}

    /** @param scorer null for the shipped one */
    DossierInForce(String id, MeterRegistry meters, @Nullable SentimentScorer scorer) {
        this.id = id;
        this.meters = meters;
        this.scorer = new CountedScorer(scorer == null ? Sentiments.shipped() : scorer, meters);
    }

    /** With the shipped scorer. */
    DossierInForce(String id, MeterRegistry meters) {
        this(id, meters, null);
    }

    void attach(ReadOnlyKeyValueStore<String, byte[]> store) {
        records = store;
    }

    /** @throws IllegalStateException if there is no sound dossier: nobody's fault but the operator's */
    Compiled inForce() {
        var record = records == null ? null : records.get(id);
        if (record == null) {
            throw new IllegalStateException(
                    "no dossier " + id + " on the topic dossiers: publish one with `pointwatch dossier apply FILE`");
        }
        if (compiled == null || !Arrays.equals(compiled.record(), record)) {
            compiled = judging(next(record, compiled));
        }
        return compiled;
    }

    /** What tasks share is compiled without a judge: each counts what its own one says. */
    private Compiled judging(Compiled shared) {
        var reader = shared.reader().judging(scorer, Sentiments.shipped());
        return new Compiled(shared.record(), shared.version(), reader, shared.facets(), shared.alerts());
    }

    /** A record that cannot be used is refused, once, and the dossier before it stays in force. */
    private static Compiled next(byte[] record, @Nullable Compiled before) {
        var last = LAST.get();
        if (last != null && Arrays.equals(last.record(), record)) {
            return last;
        }
        try {
            var dossier = SERDE.decode(record);
            var sound = load(dossier);
            var facets = sound.facets().stream().map(Facet::id).toList();
            var reader = ArticleReader.of(sound);
            var compiled = new Compiled(record, dossier.version(), reader, facets, new AlertRules(sound.alerts()));
            LAST.set(compiled);
            return compiled;
        } catch (WireException | IllegalStateException e) {
            if (before == null) {
                throw e;
            }
            LOG.error("the new dossier is refused and {} stays in force: {}", before.version(), e.getMessage());
            return new Compiled(record, before.version(), before.reader(), before.facets(), before.alerts());
        }
    }

    Finding find(Revision r, Compiled in) {
        var time = EventTime.of(r);
        var language = Languages.settle(LANGUAGES.identify(r.title(), r.readable()), r.language());
        var read =
                in.reader().read(new ArticleText(r.title(), r.readable(), language, time.at(), r.outlet(), r.group()));
        count(read.tags().outcome(), time.source());
        return new Finding(
                r.id(),
                r.revision(),
                id,
                in.version(),
                r.outlet(),
                r.url(),
                r.title(),
                language,
                Credits.agency(r),
                r.group(),
                in.facets(),
                time.at(),
                time.source(),
                read.tags().sentences(),
                read.tags().points(),
                read.tags().actors(),
                read.deadlines(),
                read.dates(),
                read.figures(),
                read.quotes(),
                read.stances(),
                read.tone());
    }

    /** By what day dates were told matters only where they were looked for. */
    private void count(TagResult.Outcome outcome, EventTime.Source day) {
        meters.counter("pointwatch_articles_tagged_total", "outcome", label(outcome))
                .increment();
        if (outcome == TagResult.Outcome.READ) {
            meters.counter("pointwatch_articles_dated_total", "by", label(day)).increment();
        }
    }

    private static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Dossier load(DossierRecord record) {
        var load = DossierFile.loadUntried(record.id(), record.yaml(), DossierSource.NONE);
        if (load instanceof DossierLoad.Loaded loaded) {
            return loaded.dossier();
        }
        throw new IllegalStateException("the dossier on the topic is not sound, publish a mended one: " + load);
    }
}
