// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.pointwatch.domain.language.LanguageIdentifier;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;

/** What reading a text takes beside the dossier; who starts the desk knows where these come from. */
public record Models(LanguageIdentifier languages, SentimentScorer sentiment, ToneScorer tones) {}
