// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP API under {@code /api/v1}: each route is one {@link org.pointwatch.desk.api.Operation}, from which requests are
 * checked, answers are written as JSON, CSV or JSON Lines, and the OpenAPI document is made; so none of the three can say
 * something else. Answers come from the tables that the sink fills. Knows nothing of the web server.
 */
@NullMarked
package org.pointwatch.desk.api;

import org.jspecify.annotations.NullMarked;
