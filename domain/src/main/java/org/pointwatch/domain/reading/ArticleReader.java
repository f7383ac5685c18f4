// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.DeadlineFinder;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.figure.FigureFinder;
import org.pointwatch.domain.quote.QuoteFinder;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.domain.stance.StanceFinder;
import org.pointwatch.domain.tagging.Tagger;

/**
 * Reads one article with a dossier: the only place where findings are put together, so that the topology and the tools
 * cannot differ. A pure function of both; safe for many threads.
 */
public final class ArticleReader {
    private final Tagger tagger;
    private final DeadlineFinder deadlines;
    private final QuoteFinder quotes;
    private final FigureFinder figures;
    private final StanceFinder stances;
    private final String defaultLanguage;
    private final @Nullable Feelings feelings;

    private ArticleReader(
            Tagger tagger,
            DeadlineFinder deadlines,
            QuoteFinder quotes,
            FigureFinder figures,
            StanceFinder stances,
            String defaultLanguage,
            @Nullable Feelings feelings) {
        this.tagger = tagger;
        this.deadlines = deadlines;
        this.quotes = quotes;
        this.figures = figures;
        this.stances = stances;
        this.defaultLanguage = defaultLanguage;
        this.feelings = feelings;
    }

    /** Compiles a dossier; see {@link Tagger#of}. No sentiment is judged. */
    public static ArticleReader of(Dossier dossier) {
        return new ArticleReader(
                Tagger.of(dossier),
                DeadlineFinder.of(dossier),
                QuoteFinder.of(dossier),
                FigureFinder.of(dossier),
                StanceFinder.of(dossier),
                dossier.defaultLanguage(),
                null);
    }

    /** The same reader for texts that are known to be about the negotiation. */
    public ArticleReader withoutGate() {
        return new ArticleReader(tagger.withoutGate(), deadlines, quotes, figures, stances, defaultLanguage, feelings);
    }

    /** The same reader that judges the sentiment toward targets besides, and the tone of the document. */
    public ArticleReader judging(SentimentScorer scorer, ToneScorer tones) {
        return new ArticleReader(
                tagger, deadlines, quotes, figures, stances, defaultLanguage, new Feelings(scorer, tones));
    }

    /** Nothing but the outcome if the article is about something else, or in a language the dossier does not know. */
    public Reading read(ArticleText article) {
        var at = article.at();
        var day = at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
        var tagged = tagger.read(article.title(), article.text(), article.language(), day);
        var words = tagged.words();
        if (words == null) {
            return Reading.without(tagged.result());
        }
        var dated = deadlines.find(words, tagged.result(), article.at(), article.outlet(), article.group());
        var quoted = quotes.find(words, tagged.result());
        var counted = figures.find(words, tagged.result(), quoted);
        var stood = stances.find(words, dated.tags(), quoted);
        var language = article.language() == null ? defaultLanguage : article.language();
        var tags = feelings == null ? dated.tags() : feelings.judged(words, dated.tags(), quoted, language);
        var tone = feelings == null ? null : feelings.tone(words, language);
        return new Reading(tags, dated.deadlines(), dated.dates(), counted, quoted, stood, tone);
    }
}
