// SPDX-License-Identifier: Apache-2.0
/**
 * What is kept of a text so that a search finds it again. PostgreSQL alone decides whether a sentence matches; what is here
 * tells quickly which texts cannot.
 */
@NullMarked
package org.pointwatch.domain.search;

import org.jspecify.annotations.NullMarked;
