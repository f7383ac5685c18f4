// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.View;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.tagging.Tagger;
import org.pointwatch.wire.analysis.AnalysisJson;
import org.pointwatch.wire.analysis.ExplanationJson;
import org.pointwatch.wire.dossier.DossierFile;
import org.pointwatch.wire.dossier.DossierLoad;
import org.pointwatch.wire.dossier.DossierSource;
import org.pointwatch.wire.record.DossierRecord;

/** Reads a pasted text with the dossier in force, as the topology would; nothing is stored. */
final class Trying {
    /** As long as the text of an article can be. */
    private static final int LONGEST = 200_000;

    /** Longer texts are read, but not explained: every rule says where it came nearest. */
    private static final int LONGEST_EXPLAINED = 20_000;

    private final View view;
    private final Backstage backstage;
    private @Nullable Ready ready;

    @Body
    @Says("A text to try.")
    record Request(
            @Nullable String title,
            @Says("Up to 200,000 characters.") String text,
            @Says("When it was published, an instant or a day: what \"Thursday\" is told by.") @Nullable
                    String published,
            @Says("Its language; told from the text where it is left out.") @Nullable String language) {}

    @Says("What is found in the text, and why.")
    record Tried(
            String dossier,
            String version,
            @Says("As from `pointwatch analyze`.") Map<String, @Nullable Object> analysis,
            @Says("As from `pointwatch dossier explain --json`; null for a text of more than 20,000 characters.")
                    @Nullable
                    Map<String, @Nullable Object> explanation) {}

    private record Ready(Dossier dossier, ArticleReader reader, Tagger tagger, Models models) {}

    Trying(View view, Backstage backstage) {
        this.view = view;
        this.backstage = backstage;
    }

    Tried answer(Call call) {
        var request = call.body(Request.class);
        var title = request.title() == null ? "" : request.title();
        var text = request.text();
        if (title.length() + text.length() > LONGEST) {
            throw Refusal.bad("text has " + text.length() + " characters: send at most " + LONGEST + " with the title");
        }
        var at = published(request.published());
        var now = ready();
        var language = Languages.settle(now.models().languages().identify(title, text), language(request.language()));
        var article = new ArticleText(title, text, language, at, null, null);
        var analysis = new LinkedHashMap<String, @Nullable Object>();
        AnalysisJson.addTo(analysis, now.dossier(), article, now.reader().read(article));
        var day = at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
        var explained = title.length() + text.length() <= LONGEST_EXPLAINED
                ? ExplanationJson.of(now.tagger().explain(title, text, language, day), null)
                : null;
        return new Tried(now.dossier().id(), now.dossier().version(), analysis, explained);
    }

    private static @Nullable String language(@Nullable String given) {
        if (given != null && !ParamKind.LANGUAGE.fits(given)) {
            throw Refusal.bad("language=" + Shown.of(given) + " " + ParamKind.LANGUAGE.mend());
        }
        return given;
    }

    private static @Nullable Instant published(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Span.time(text, false);
        } catch (DateTimeException e) {
            throw Refusal.bad("published=" + Shown.of(text) + " " + ParamKind.TIME.mend());
        }
    }

    /** Compiled once for each version of the dossier. */
    private synchronized Ready ready() {
        var models = backstage.models();
        var record = view.dossier();
        if (models == null) {
            throw new Refusal(503, "this desk was started without what reads texts");
        }
        if (record == null) {
            throw new Refusal(
                    503, "no dossier has arrived yet: apply one with pointwatch dossier apply, or wait a moment");
        }
        if (ready == null || !ready.dossier().version().equals(record.version())) {
            ready = compiled(record, models.get());
        }
        return ready;
    }

    private static Ready compiled(DossierRecord record, Models models) {
        var load = DossierFile.loadUntried(record.id(), record.yaml(), DossierSource.NONE);
        if (load instanceof DossierLoad.Loaded loaded) {
            var dossier = loaded.dossier();
            var reader = ArticleReader.of(dossier).judging(models.sentiment(), models.tones());
            return new Ready(dossier, reader, Tagger.of(dossier), models);
        }
        var problems = ((DossierLoad.Refused) load).problems();
        throw new Refusal(
                503,
                "the dossier in force cannot be read: "
                        + problems.stream().limit(3).map(String::valueOf).collect(Collectors.joining("; ")));
    }
}
