// SPDX-License-Identifier: Apache-2.0
/** How well feeds, lists of feeds and pages are read, held against public collections that stay outside of the repository. */
@NullMarked
package org.pointwatch.bench.ingest;

import org.jspecify.annotations.NullMarked;
