// SPDX-License-Identifier: Apache-2.0
/**
 * The recount: coverage, deadlines and stances counted again from articles, findings and stories, and compared with what was published. Every rule
 * of the contract is written here a second time, and nothing but the records is shared with the topology, so that one
 * mistake cannot hide on both sides. No clock is read.
 */
@NullMarked
package org.pointwatch.cli.audit;

import org.jspecify.annotations.NullMarked;
