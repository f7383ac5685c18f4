/**
 * The laptop default: one Kafka node and one PostgreSQL, started by our own process, with their data on disk.
 *
 * <p>Both keep what was acknowledged through a restart and through {@code kill -9}; what they find wrong before they
 * start (a taken port, a full disk, data of another version, a directory in use) they name in an
 * {@link org.pointwatch.embedded.EmbeddedStartException}. A cluster replaces them by two configured addresses: nothing
 * outside this package knows that they exist. Kafka's server classes are no promised API, so they are touched in
 * {@code KafkaNode}, {@code KafkaExit} and {@code BrokerStorage} alone.
 */
@NullMarked
package org.pointwatch.embedded;

import org.jspecify.annotations.NullMarked;
