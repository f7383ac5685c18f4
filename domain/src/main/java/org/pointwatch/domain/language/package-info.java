// SPDX-License-Identifier: Apache-2.0
/**
 * Which language an article is in. What needs a library's profiles stands behind {@link
 * org.pointwatch.domain.language.LanguageIdentifier}; what is made of its answer and of the feed's claim is decided here.
 */
@NullMarked
package org.pointwatch.domain.language;

import org.jspecify.annotations.NullMarked;
