// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.language;

import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article. The answer is a pure function of the two strings, because findings must be: the same
 * text gives the same answer on any machine, at any time. Safe for use by many threads.
 */
public interface LanguageIdentifier {
    /** Returns null if there is nothing to judge, such as a text without letters. Never throws on a text. */
    @Nullable
    Guess identify(String title, String text);
}
