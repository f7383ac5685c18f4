// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import org.pointwatch.domain.article.Body;

/**
 * The words of an article that mentions something of the dossier, so that copies can be held against their original. All
 * other articles are on {@code articles} alone, for as long as that is kept.
 *
 * @param article article id, also the key
 * @param text as it was read: the full text, else what the feed gave
 * @param body how much of the article that is
 * @param truncated whether the text was cut
 */
public record KeptText(String article, String revision, String title, String text, Body body, boolean truncated) {}
