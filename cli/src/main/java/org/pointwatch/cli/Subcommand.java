// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand from another jar: an implementation with picocli's {@code @Command}, named in
 * {@code META-INF/services/org.pointwatch.cli.Subcommand}, is found on the class path and added to the others.
 */
public interface Subcommand extends Callable<Integer> {}
