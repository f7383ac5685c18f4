/**
 * Starting and stopping the roles: where Kafka and PostgreSQL are (configured, or embedded in this process), what must be
 * there before a role begins, and what each role tells about itself under {@code /metrics} and {@code /health}.
 */
@NullMarked
package org.pointwatch.cli.role;

import org.jspecify.annotations.NullMarked;
