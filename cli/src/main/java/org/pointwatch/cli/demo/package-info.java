/**
 * The sample world: fictitious outlets whose feeds are served on loopback as of a fast clock, so that a demonstration
 * runs ten days of news through the real fetcher in half a minute, and needs no network.
 */
@NullMarked
package org.pointwatch.cli.demo;

import org.jspecify.annotations.NullMarked;
