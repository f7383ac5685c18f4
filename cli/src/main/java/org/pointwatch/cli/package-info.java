/** The {@code pointwatch} command: one class for each subcommand; what they do lies in the packages below. */
@NullMarked
package org.pointwatch.cli;

import org.jspecify.annotations.NullMarked;
