/**
 * Settings without a framework: one table of keys ({@link org.pointwatch.cli.config.Keys}), four layers (defaults, YAML
 * file, environment, command line), and all mistakes of all layers reported in one go.
 */
@NullMarked
package org.pointwatch.cli.config;

import org.jspecify.annotations.NullMarked;
