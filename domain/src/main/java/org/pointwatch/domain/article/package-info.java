// SPDX-License-Identifier: Apache-2.0
/** An article, its revisions and its clocks: identity derived from content, never counted. */
@NullMarked
package org.pointwatch.domain.article;

import org.jspecify.annotations.NullMarked;
