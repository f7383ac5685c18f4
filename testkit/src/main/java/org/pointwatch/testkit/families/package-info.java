// SPDX-License-Identifier: Apache-2.0
/**
 * Labelled families of news articles, made from a seed: an original, what other outlets make of it, and what only looks
 * alike. Tests and benchmarks measure the detection of copies against the labels. All texts are written for this purpose;
 * people, places and outlets in them are invented.
 */
@NullMarked
package org.pointwatch.testkit.families;

import org.jspecify.annotations.NullMarked;
