// SPDX-License-Identifier: Apache-2.0
/**
 * Which news agency an article credits. Only places where a credit stands are read (the author, a byline, a dateline, a
 * line at the beginning or the end); a name inside a sentence is a mention and counts for nothing.
 */
@NullMarked
package org.pointwatch.domain.agency;

import org.jspecify.annotations.NullMarked;
