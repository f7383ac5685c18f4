// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.language.LanguageIdentifier;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.models.NgramIdentifier;

/** Settles the language of texts for the tools of rule writers; the profiles are read when a text first needs them. */
final class LineLanguage {
    private @Nullable LanguageIdentifier identifier;

    /** The language that a writer named stands: a gold line knows; else what the text looks like, null if unknown. */
    @Nullable
    String named(@Nullable String language, String title, String text) {
        return language == null ? claimed(null, title, text) : language;
    }

    /** As {@code analyze} takes it: a text may refute what is claimed. */
    @Nullable
    String claimed(@Nullable String language, String title, String text) {
        var loaded = identifier;
        if (loaded == null) {
            loaded = new NgramIdentifier();
            identifier = loaded;
        }
        return Languages.settle(loaded.identify(title, text), language);
    }
}
