// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

/**
 * One value as it was given.
 *
 * @param key dotted
 * @param origin where it came from: {@code config.yaml:12}, an environment variable, the command line
 */
record Given(String key, String value, String origin) {}
