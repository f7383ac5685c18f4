// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.LocalDate;

/** One version of the plan, such as {@code us-28}, and the day it became known. */
public record PlanVersion(String id, String name, LocalDate date) {}
