// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

/**
 * A query in the rule language.
 *
 * @param id such as {@code army-cap/en/2}: named in every piece of evidence
 * @param language ISO 639-1 of the words in it
 */
public record Rule(String id, String language, String text) {}
