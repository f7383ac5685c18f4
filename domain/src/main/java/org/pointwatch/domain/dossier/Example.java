// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

/** A sentence that a point's rules are tried on. */
public record Example(String language, String text) {}
