/**
 * The offline tools: JSON Lines in, JSON Lines out, in the same order. They need no Kafka, database, network or data
 * directory, and use the same functions as the roles.
 */
@NullMarked
package org.pointwatch.cli.tool;

import org.jspecify.annotations.NullMarked;
