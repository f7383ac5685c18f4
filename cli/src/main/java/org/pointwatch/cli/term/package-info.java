/**
 * How a command talks: results to stdout, everything else to stderr, both in UTF-8 whatever the locale; and the one
 * exception that ends a command with a sentence instead of a stack trace.
 */
@NullMarked
package org.pointwatch.cli.term;

import org.jspecify.annotations.NullMarked;
