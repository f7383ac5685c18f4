// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.util.List;
import org.pointwatch.wire.record.Override;

/**
 * What a decision comes to.
 *
 * @param records to be written together; none if there is nothing to decide
 * @param notes for the analyst: what it replaces, and what it leaves as it is
 */
public record Change(List<Override> records, List<String> notes) {}
