// SPDX-License-Identifier: Apache-2.0
/**
 * The article behind a link: from a page's bytes to title, text, author and time, each with where it was found. Pure: no
 * network, files or clock. The page is parsed once and walked a fixed number of times, whatever stands in it.
 */
@NullMarked
package org.pointwatch.ingest.article;

import org.jspecify.annotations.NullMarked;
