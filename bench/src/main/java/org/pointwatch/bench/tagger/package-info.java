// SPDX-License-Identifier: Apache-2.0
/**
 * What tagging one article costs: the shipped dossier and made-up ones of many rules, beside Lucene Monitor on the same
 * rules and texts in one run; and what the worst texts cost that anybody could think of.
 */
@NullMarked
package org.pointwatch.bench.tagger;

import org.jspecify.annotations.NullMarked;
